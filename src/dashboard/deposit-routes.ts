/** The addresses for the bank's deposits. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ServerOptions } from '../api/options.ts';
import { importDeposits } from '../exchange/import-deposits.ts';
import { reassociations } from '../store/deposit-views.ts';
import { depositsPage } from './deposits.ts';
import type { Frame, Page } from './layout.ts';
import { depositForm, depositQuery, lenient } from './query.ts';

type Context = Pick<ServerOptions, 'store' | 'log'> & {
  frame(request: FastifyRequest, reply: FastifyReply): Frame;
  send(request: FastifyRequest, reply: FastifyReply, page: Page): FastifyReply;
};

/** Adds the list and the import. */
export function registerDeposits(app: FastifyInstance, context: Context): void {
  const { store, log } = context;
  app.get('/deposits', async (request, reply) => {
    const { state } = lenient(depositQuery, request.query);
    const today = new Date().toISOString().slice(0, 10);
    const rows = await reassociations(store.db, today, state);
    const body = depositsPage(rows, { state }, today, context.frame(request, reply));
    return context.send(request, reply, { title: 'Deposits', section: 'payments', body });
  });
  app.post('/deposits', async (request, reply) => {
    const form = depositForm.safeParse(request.body);
    if (!form.success) return reply.callNotFound();
    const { added } = await importDeposits(store, form.data.text, request.operator);
    log.info({ audit: 'deposits-imported', operator: request.operator, count: added }, 'deposits imported');
    return reply.redirect('/deposits', 303);
  });
}
