/** The addresses of what follows from payments: reversals that wait, recoupment accounts, taking a payment back. */
import type { FastifyInstance } from 'fastify';
import { changePosting } from '../exchange/postings.ts';
import { accountDetail, lonelyHalves, recoupmentAccounts } from '../store/ledger-views.ts';
import { audit, type ById, type Context } from './context.ts';
import { accountQuery, isId, lenient, postingForm } from './query.ts';
import { accountPage, accountsPage } from './recoupment.ts';
import { reversalsPage } from './reversals.ts';

/** Adds the pages and the actions. */
export function registerMoney(app: FastifyInstance, context: Context): void {
  const { db } = context.store;
  app.get('/reversals', async (request, reply) => {
    const body = reversalsPage(await lonelyHalves(db), new Date());
    return context.send(request, reply, { title: 'Reversals that wait', section: 'payments', body });
  });
  app.get('/recoupment', async (request, reply) => {
    const body = accountsPage(await recoupmentAccounts(db));
    return context.send(request, reply, { title: 'Recoupment accounts', section: 'payments', body });
  });
  app.get('/recoupment/account', async (request, reply) => {
    const key = lenient(accountQuery, request.query);
    const detail = await accountDetail(db, key);
    if (detail === undefined) return reply.callNotFound();
    const body = accountPage(key, detail);
    return context.send(request, reply, { title: 'Recoupment account', section: 'payments', body });
  });
  for (const action of ['unpost', 'repost'] as const) {
    app.post<ById>(`/payments/:id/${action}`, async (request, reply) => {
      const { id: paymentId } = request.params;
      const form = postingForm.safeParse(request.body);
      if (!isId(paymentId) || !form.success) return reply.callNotFound();
      const change = { paymentId, action, by: request.operator, reason: form.data.reason };
      if (await changePosting(context.store, change))
        audit(context, request, `payment-${action}`, { paymentId }, 'posting changed');
      return reply.redirect(`/payments/${paymentId}`, 303);
    });
  }
}
