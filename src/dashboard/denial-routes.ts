/** The addresses of the worklist of denials. */
import type { FastifyInstance } from 'fastify';
import { denialTotals } from '../store/dashboard-views.ts';
import { transact } from '../store/database.ts';
import { denialDetail, pageOfDenials } from '../store/denial-views.ts';
import { actOnDenial } from '../store/denials.ts';
import { audit, type ById, type Context, today } from './context.ts';
import { denialPage } from './denial.ts';
import { denialsPage } from './denials.ts';
import { denialAct, denialQuery, isId, lenient } from './query.ts';

/** Adds the list, the page of one denial, and what a person does about it. */
export function registerDenials(app: FastifyInstance, context: Context): void {
  const { db } = context.store;
  app.get('/denials', async (request, reply) => {
    const { limit: _limit, ...asked } = lenient(denialQuery, request.query);
    const query = { ...asked, status: asked.status ?? 'open' };
    const [page, totals] = await Promise.all([pageOfDenials(db, query, today()), denialTotals(db, 200)]);
    const body = denialsPage(page, query, totals, context.describe);
    return context.send(request, reply, { title: 'Denials', section: 'denials', body });
  });
  app.get<ById>('/denials/:id', async (request, reply) => {
    const detail = isId(request.params.id) ? await denialDetail(db, request.params.id, today()) : undefined;
    if (detail === undefined) return reply.callNotFound();
    audit(context, request, 'denial-viewed', { denialId: detail.denial.id });
    const body = denialPage(detail, context.frame(request, reply), context.describe, today());
    return context.send(request, reply, { title: 'Denial', section: 'denials', body });
  });
  app.post<ById>('/denials/:id', async (request, reply) => {
    const { id } = request.params;
    const act = denialAct.safeParse(request.body);
    const done =
      isId(id) &&
      act.success &&
      (await transact(context.store, (tx) => actOnDenial(tx, id, request.operator, act.data)));
    if (!done) return reply.callNotFound();
    audit(context, request, `denial-${act.data.type}`, { denialId: id }, 'denial worked on');
    return reply.redirect(`/denials/${id}`, 303);
  });
}
