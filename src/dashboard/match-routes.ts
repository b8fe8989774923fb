/** The addresses for claim payments that a person ties to claims. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ServerOptions } from '../api/options.ts';
import { chooseClaim } from '../exchange/payment-matching.ts';
import { matchDetail } from '../store/match-views.ts';
import type { Frame, Page } from './layout.ts';
import { matchPage } from './match.ts';
import { isId, matchForm } from './query.ts';

type Context = Pick<ServerOptions, 'store' | 'log'> & {
  frame(request: FastifyRequest, reply: FastifyReply): Frame;
  send(request: FastifyRequest, reply: FastifyReply, page: Page): FastifyReply;
};
type ById = { Params: { id: string } };

/** Adds the page of a claim payment's match and the action on it. */
export function registerMatches(app: FastifyInstance, context: Context): void {
  const { store, log } = context;
  app.get<ById>('/matches/:id', async (request, reply) => {
    const { id } = request.params;
    const detail = isId(id) ? await matchDetail(store.db, id) : undefined;
    if (detail === undefined) return reply.callNotFound();
    log.info({ audit: 'match-viewed', operator: request.operator, ip: request.ip, claimPaymentId: id }, 'viewed');
    const body = matchPage(detail, context.frame(request, reply));
    return context.send(request, reply, { title: 'Whose claim is it?', section: 'payments', body });
  });
  app.post<ById>('/matches/:id', async (request, reply) => {
    const { id: claimPaymentId } = request.params;
    const form = matchForm.safeParse(request.body);
    if (!isId(claimPaymentId) || !form.success) return reply.callNotFound();
    const { claim, number } = form.data;
    if (!(await chooseClaim(store, { claimPaymentId, claim, number, by: request.operator })))
      return reply.callNotFound();
    log.info({ audit: 'match-chosen', operator: request.operator, claimPaymentId }, 'match chosen');
    return reply.redirect(`/matches/${claimPaymentId}`, 303);
  });
}
