/** The addresses of the dashboard: each reads through store views and renders a page. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ServerOptions } from '../api/options.ts';
import { rawSegments, segmentsAt } from '../api/raw-segments.ts';
import type { Session } from '../api/session.ts';
import { claimDetail, pageOfClaims } from '../store/claim-views.ts';
import {
  claimTotals,
  denialTotals,
  filesSince,
  partnerActivity,
  pausedPartners,
  waiting,
} from '../store/dashboard-views.ts';
import { fileDetail, pageOfFiles } from '../store/file-views.ts';
import { findFile, readFileBytes } from '../store/files.ts';
import { claimLedger } from '../store/ledger-views.ts';
import { listPartners, resumePartner } from '../store/partners.ts';
import { claimPaymentsOfClaim, pageOfPayments, paymentDetail, unmatchedClaimPayments } from '../store/payment-views.ts';
import { meaningOf } from './adjudication.ts';
import { registerAssets } from './assets.ts';
import { claimPage, type SentSegments } from './claim.ts';
import { claimsPage } from './claims.ts';
import { audit, type ById, type Context } from './context.ts';
import { registerDenials } from './denial-routes.ts';
import { registerDeposits } from './deposit-routes.ts';
import { filePage, filesPage } from './files.ts';
import { type Frame, renderBare, renderPage } from './layout.ts';
import { errorCard } from './login.ts';
import { registerLogin, sendHtml } from './login-routes.ts';
import { registerMatches } from './match-routes.ts';
import { registerMoney } from './money-routes.ts';
import { overviewPage } from './overview.ts';
import { partnersPage } from './partners.ts';
import { paymentPage, paymentsPage, unmatchedPage } from './payments.ts';
import { claimQuery, fileQuery, isId, lenient, paymentQuery, segmentQuery } from './query.ts';
import { windowOf } from './segment-window.ts';

const DAY_MS = 86_400_000;
const LATEST = 6;
const REFRESH_SECONDS = 10;

/** Shows an error as a page. */
export type ShowError = (request: FastifyRequest, reply: FastifyReply, status: number, message: string) => FastifyReply;

/** Adds every page; gives back how errors are shown. */
export async function registerDashboard(
  app: FastifyInstance,
  options: ServerOptions,
  session: Session,
): Promise<ShowError> {
  const assets = registerAssets(app);
  const frame = (request: FastifyRequest, reply: FastifyReply): Frame => ({
    operator: request.operator,
    csrf: reply.generateCsrf(),
    version: options.version,
    assets,
  });
  const context: Context = {
    ...options,
    describe: options.describe ?? (() => undefined),
    frame,
    send: (request, reply, page) => sendHtml(reply, renderPage(page, frame(request, reply))),
  };
  registerLogin(app, frame, session);
  registerOverview(app, context);
  registerClaims(app, context);
  registerFiles(app, context);
  registerDownload(app, context);
  registerPayments(app, context);
  registerMoney(app, context);
  registerMatches(app, context);
  registerDeposits(app, context);
  registerDenials(app, context);
  registerPartners(app, context);
  return (request, reply, status, message) => {
    const card = errorCard(status, message);
    reply.code(status);
    if (request.operator === '') return sendHtml(reply, renderBare('Error', { assets }, card));
    return context.send(request, reply, { title: 'Error', body: card });
  };
}

function registerOverview(app: FastifyInstance, context: Context): void {
  const { db } = context.store;
  app.get('/', async (request, reply) => {
    const now = Date.now();
    const [claims, filesToday, payments, denials, waits, paused] = await Promise.all([
      claimTotals(db),
      filesSince(db, new Date(now - (now % DAY_MS))),
      pageOfPayments(db, { limit: LATEST }),
      denialTotals(db),
      waiting(db, new Date(now)),
      pausedPartners(db),
    ]);
    const meaning = (group: string, reason: string) => meaningOf(context.describe, group, reason);
    const body = overviewPage({
      claims,
      filesToday,
      payments: payments.rows,
      denials,
      waiting: waits,
      paused,
      meaning,
    });
    return context.send(request, reply, {
      title: 'Overview',
      section: 'overview',
      body,
      refreshSeconds: REFRESH_SECONDS,
    });
  });
}

function registerClaims(app: FastifyInstance, context: Context): void {
  const { db } = context.store;
  app.get('/claims', async (request, reply) => {
    const { limit: _limit, ...query } = lenient(claimQuery, request.query);
    const [page, partners] = await Promise.all([pageOfClaims(db, query, new Date()), listPartners(db)]);
    const body = claimsPage(
      page,
      query,
      partners.map((partner) => partner.id),
    );
    return context.send(request, reply, { title: 'Claims', section: 'claims', body, refreshSeconds: REFRESH_SECONDS });
  });
  app.get<ById>('/claims/:id', async (request, reply) => {
    const detail = isId(request.params.id) ? await claimDetail(db, request.params.id) : undefined;
    if (detail === undefined) return reply.callNotFound();
    audit(context, request, 'claim-viewed', {
      claimId: detail.claim.id,
      fileIds: detail.files.map((file) => file.fileId),
    });
    const payments = await claimPaymentsOfClaim(db, detail.claim.id);
    const sent = await sentSegments(context, detail.files);
    const ledger = await claimLedger(db, detail.claim.id);
    const body = claimPage({ ...detail, payments, ledger, sent, describe: context.describe });
    return context.send(request, reply, {
      title: `Claim ${detail.claim.patientControlNumber}`,
      section: 'claims',
      body,
    });
  });
}

/** The claim's own segments, cut out of the stored files it was written into. */
async function sentSegments(
  { store, vault }: Context,
  files: readonly SentSegments['file'][],
): Promise<SentSegments[]> {
  const sent: SentSegments[] = [];
  for (const file of files) {
    const segments = rawSegments(await readFileBytes(store.db, file.fileId, vault));
    sent.push({
      file,
      segments: segmentsAt(segments, { gs06: file.gs06, st02: file.st02, from: file.segmentFrom, to: file.segmentTo }),
    });
  }
  return sent;
}

function registerFiles(app: FastifyInstance, context: Context): void {
  const { store, vault } = context;
  app.get('/files', async (request, reply) => {
    const { limit: _limit, ...query } = lenient(fileQuery, request.query);
    const [page, partners] = await Promise.all([pageOfFiles(store.db, query), listPartners(store.db)]);
    const body = filesPage(
      page,
      query,
      partners.map((partner) => partner.id),
    );
    return context.send(request, reply, { title: 'Files', section: 'files', body, refreshSeconds: REFRESH_SECONDS });
  });
  app.get<ById>('/files/:id', async (request, reply) => {
    const detail = isId(request.params.id) ? await fileDetail(store.db, request.params.id, new Date()) : undefined;
    if (detail === undefined) return reply.callNotFound();
    audit(context, request, 'file-viewed', { fileId: detail.file.id });
    const segments = rawSegments(await readFileBytes(store.db, detail.file.id, vault));
    const body = filePage(detail, windowOf(segments, lenient(segmentQuery, request.query)));
    return context.send(request, reply, { title: `File ${detail.file.name}`, section: 'files', body });
  });
}

/** The bytes of a file as they came or went. */
function registerDownload(app: FastifyInstance, context: Context): void {
  const { store, vault } = context;
  app.get<ById>('/files/:id/bytes', async (request, reply) => {
    const { id } = request.params;
    const file = isId(id) ? await findFile(store.db, id) : undefined;
    if (file === undefined) return reply.callNotFound();
    audit(context, request, 'file-downloaded', { fileId: id });
    const name = file.name.replace(/[^A-Za-z0-9._-]/g, '_');
    return reply
      .header('content-disposition', `attachment; filename="${name}"`)
      .type('application/octet-stream')
      .send(await readFileBytes(store.db, id, vault));
  });
}

function registerPayments(app: FastifyInstance, context: Context): void {
  const { db } = context.store;
  app.get('/payments', async (request, reply) => {
    const { limit: _limit, state, after } = lenient(paymentQuery, request.query);
    const body =
      state === 'unmatched'
        ? unmatchedPage(await unmatchedClaimPayments(db, { after }), { state, after })
        : paymentsPage(await pageOfPayments(db, { state, after }), { state, after });
    return context.send(request, reply, { title: 'Payments', section: 'payments', body });
  });
  app.get<ById>('/payments/:id', async (request, reply) => {
    const detail = isId(request.params.id) ? await paymentDetail(db, request.params.id) : undefined;
    if (detail === undefined) return reply.callNotFound();
    audit(context, request, 'payment-viewed', { paymentId: detail.payment.id });
    const body = paymentPage(detail, context.describe, context.frame(request, reply));
    return context.send(request, reply, { title: `Payment ${detail.payment.traceNumber}`, section: 'payments', body });
  });
}

function registerPartners(app: FastifyInstance, context: Context): void {
  const { db } = context.store;
  app.get('/partners', async (request, reply) => {
    const [partners, activity] = await Promise.all([listPartners(db), partnerActivity(db)]);
    const byId = new Map(activity.map((row) => [row.id, row]));
    const none = { claims: 0, lastSentAt: null, lastReceivedAt: null };
    const lines = partners.map((partner) => ({ ...partner, ...(byId.get(partner.id) ?? none) }));
    return context.send(request, reply, {
      title: 'Partners',
      section: 'partners',
      body: partnersPage(lines, context.frame(request, reply)),
    });
  });
  app.post<ById>('/partners/:id/resume', async (request, reply) => {
    const resumed = await resumePartner(db, request.params.id);
    if (resumed)
      context.log.info(
        { audit: 'partner-resumed', partnerId: request.params.id, operator: request.operator },
        'partner resumed',
      );
    return reply.redirect('/partners', 303);
  });
}
