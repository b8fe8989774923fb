/** The JSON API: the dashboard's views for programs, and the door for claims. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { today } from '../dashboard/context.ts';
import {
  accountQuery,
  claimQuery,
  denialAct,
  denialQuery,
  depositForm,
  depositQuery,
  fileQuery,
  isId,
  matchForm,
  paymentQuery,
  postingForm,
} from '../dashboard/query.ts';
import { FOLLOW_UPS, makeFollowUp } from '../exchange/follow-up.ts';
import { importDeposits } from '../exchange/import-deposits.ts';
import { chooseClaim } from '../exchange/payment-matching.ts';
import { changePosting } from '../exchange/postings.ts';
import { Problem } from '../problem.ts';
import { claimDetail, pageOfClaims } from '../store/claim-views.ts';
import { type Db, transact } from '../store/database.ts';
import { denialDetail, pageOfDenials } from '../store/denial-views.ts';
import { actOnDenial } from '../store/denials.ts';
import { reassociations } from '../store/deposit-views.ts';
import { fileDetail, pageOfFiles } from '../store/file-views.ts';
import {
  type AccountKey,
  accountDetail,
  claimLedger,
  lonelyHalves,
  recoupmentAccounts,
} from '../store/ledger-views.ts';
import { matchDetail } from '../store/match-views.ts';
import { claimPaymentsOfClaim, pageOfPayments, paymentDetail, unmatchedClaimPayments } from '../store/payment-views.ts';
import type { ServerOptions } from './options.ts';
import { problem } from './session.ts';

const route = { config: { scripts: true } };
const submission = z.strictObject({ partner: z.string().min(1).max(40), claims: z.json() });

type ById = { Params: { id: string } };

/** Adds everything under /api. */
export function registerJsonApi(app: FastifyInstance, options: ServerOptions): void {
  const { db } = options.store;
  const list = <T>(path: string, schema: z.ZodType<T>, read: (query: T) => Promise<unknown>) =>
    app.get(path, route, async (request, reply) => {
      const query = schema.safeParse(request.query);
      return query.success ? read(query.data) : reply.code(400).send(badQuery(query.error));
    });
  const detail = (path: string, read: (id: string) => Promise<object | undefined>, action: string) =>
    app.get<ById>(path, route, async (request, reply) => {
      const { id } = request.params;
      const found = z.uuid().safeParse(id).success ? await read(id) : undefined;
      if (found === undefined) return reply.code(404).send(problem('not-found', 'there is nothing with this id'));
      options.log.info({ audit: action, operator: request.operator, ip: request.ip, id }, 'viewed');
      return found;
    });

  list('/api/claims', claimQuery, (query) => pageOfClaims(db, query, new Date()));
  list('/api/files', fileQuery, (query) => pageOfFiles(db, query));
  list('/api/payments', paymentQuery, ({ state, ...cursor }) =>
    state === 'unmatched' ? unmatchedClaimPayments(db, cursor) : pageOfPayments(db, { state, ...cursor }),
  );
  list('/api/denials', denialQuery, (query) => pageOfDenials(db, query, today()));
  detail(
    '/api/claims/:id',
    async (id) =>
      withMoney(await claimDetail(db, id), async () => ({
        payments: await claimPaymentsOfClaim(db, id),
        ledger: await claimLedger(db, id),
      })),
    'claim-viewed',
  );
  detail('/api/files/:id', (id) => fileDetail(db, id, new Date()), 'file-viewed');
  detail('/api/payments/:id', (id) => paymentDetail(db, id), 'payment-viewed');
  list('/api/reversals', z.object({}), async () => ({ rows: await lonelyHalves(db) }));
  list('/api/recoupment', z.object({}), async () => ({ rows: await recoupmentAccounts(db) }));
  list('/api/recoupment/account', accountQuery, (key) => accountJson(db, key));
  detail('/api/matches/:id', (id) => matchDetail(db, id), 'match-viewed');
  registerPostings(app, options);
  registerMatchChoices(app, options);
  list('/api/deposits', depositQuery, async ({ state }) => ({ rows: await reassociations(db, today(), state) }));
  registerDepositImport(app, options);
  detail('/api/denials/:id', (id) => denialDetail(db, id, today()), 'denial-viewed');
  for (const kind of FOLLOW_UPS) detail(`/api/claims/:id/${kind}`, (id) => makeFollowUp(db, id, kind), `claim-${kind}`);
  app.post<ById>('/api/denials/:id', route, (request, reply) => workOnDenial(request, reply, options));
  app.post('/api/claims', route, (request, reply) => submitClaims(request, reply, options));
}

async function accountJson(db: Db, key: AccountKey): Promise<object> {
  const detail = await accountDetail(db, key);
  if (detail === undefined) return { ...key, steps: [], recoveries: [], closingCents: 0, claims: {} };
  return { ...key, ...detail, claims: Object.fromEntries(detail.claims) };
}

async function withMoney<T extends object>(
  found: T | undefined,
  money: () => Promise<object>,
): Promise<object | undefined> {
  return found === undefined ? undefined : { ...found, ...(await money()) };
}

/** `POST /api/payments/ID/unpost` and `/repost` with `{"reason": "..."}`: tells whether anything changed. */
function registerPostings(app: FastifyInstance, { store, log }: ServerOptions): void {
  for (const action of ['unpost', 'repost'] as const) {
    app.post<ById>(`/api/payments/:id/${action}`, route, async (request, reply) => {
      const { id: paymentId } = request.params;
      if (!isJson(request)) return reply.code(415).send(NOT_JSON);
      const form = postingForm.safeParse(request.body);
      if (!isId(paymentId)) return reply.code(404).send(problem('not-found', 'there is nothing with this id'));
      if (!form.success) return reply.code(400).send(problem('bad-request', 'expected {"reason": "..."}'));
      const change = { paymentId, action, by: request.operator, reason: form.data.reason };
      const changed = await changePosting(store, change);
      if (changed) log.info({ audit: `payment-${action}`, paymentId, operator: request.operator }, 'posting changed');
      return { changed };
    });
  }
}

/** Takes `{"type": "assigned", "owner"}`, `{"type": "note", "note"}` or `{"type": "status", "status", "note"?}`; answers with the denial. */
async function workOnDenial(
  request: FastifyRequest<ById>,
  reply: FastifyReply,
  { store, log }: ServerOptions,
): Promise<FastifyReply> {
  if (!isJson(request)) return reply.code(415).send(NOT_JSON);
  const act = denialAct.safeParse(request.body);
  if (!act.success) return reply.code(400).send(badQuery(act.error));
  const { id } = request.params;
  const known = z.uuid().safeParse(id).success;
  if (!known || !(await transact(store, (tx) => actOnDenial(tx, id, request.operator, act.data))))
    return reply.code(404).send(problem('not-found', 'there is nothing with this id'));
  log.info({ audit: `denial-${act.data.type}`, operator: request.operator, ip: request.ip, id }, 'denial worked on');
  return reply.send(await denialDetail(store.db, id, today()));
}

/** Takes `{"partner": "...", "claims": [...]}`; answers 202 with what the submit step says. */
async function submitClaims(
  request: FastifyRequest,
  reply: FastifyReply,
  { submit }: ServerOptions,
): Promise<FastifyReply> {
  if (submit === undefined) throw new Problem('not-yet', 'this server takes no claims: start it with `claimwire up`');
  if (!isJson(request)) return reply.code(415).send(NOT_JSON);
  const body = submission.safeParse(request.body);
  if (!body.success) return reply.code(400).send(problem('bad-request', 'expected {"partner": "ID", "claims": [...]}'));
  return reply.code(202).send(await submit(body.data.partner, body.data.claims));
}

const NOT_JSON = problem('media-type', 'send the body as application/json');

/** A form of another site could send text or form data with the browser's kept credentials, but never this type. */
function isJson(request: FastifyRequest): boolean {
  return /^application\/json\b/i.test(request.headers['content-type'] ?? '');
}

function badQuery(error: z.ZodError): ReturnType<typeof problem> {
  const keys = [...new Set(error.issues.map((issue) => String(issue.path[0])))];
  return problem('bad-request', `not understood: ${keys.join(', ')}`);
}

/** `POST /api/matches/ID` with `{"claim": "ID"}`, `{"number": "CONTROL NUMBER"}` or `{"none": "yes"}`. */
function registerMatchChoices(app: FastifyInstance, { store, log }: ServerOptions): void {
  app.post<ById>('/api/matches/:id', route, async (request, reply) => {
    const { id: claimPaymentId } = request.params;
    if (!isJson(request)) return reply.code(415).send(NOT_JSON);
    const form = matchForm.safeParse(request.body);
    if (!form.success)
      return reply
        .code(400)
        .send(problem('bad-request', 'expected {"claim": "..."}, {"number": "..."} or {"none": "yes"}'));
    const { claim, number } = form.data;
    const chosen =
      isId(claimPaymentId) && (await chooseClaim(store, { claimPaymentId, claim, number, by: request.operator }));
    if (!chosen) return reply.code(404).send(problem('not-found', 'there is no such claim payment or claim'));
    log.info({ audit: 'match-chosen', operator: request.operator, claimPaymentId }, 'match chosen');
    return { changed: true };
  });
}

/** `POST /api/deposits` with `{"text": "..."}`, a bank's NACHA file or CSV: tells what was new and which lines could not be read. */
function registerDepositImport(app: FastifyInstance, { store, log }: ServerOptions): void {
  app.post('/api/deposits', route, async (request, reply) => {
    if (!isJson(request)) return reply.code(415).send(NOT_JSON);
    const form = depositForm.safeParse(request.body);
    if (!form.success) return reply.code(400).send(problem('bad-request', 'expected {"text": "..."}'));
    const done = await importDeposits(store, form.data.text, request.operator);
    log.info({ audit: 'deposits-imported', operator: request.operator, count: done.added }, 'deposits imported');
    return done;
  });
}
