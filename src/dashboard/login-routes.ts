/** The addresses of login and logout. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { localPath } from '../api/security.ts';
import type { Session } from '../api/session.ts';
import { type Frame, renderBare } from './layout.ts';
import { loginPage } from './login.ts';

/** Sends a page. */
export function sendHtml(reply: FastifyReply, page: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(page);
}

/** Adds the login page, sign-in and sign-out. */
export function registerLogin(
  app: FastifyInstance,
  frame: (request: FastifyRequest, reply: FastifyReply) => Frame,
  session: Session,
): void {
  const show = (request: FastifyRequest, reply: FastifyReply, next: string, fault?: string) => {
    const around = frame(request, reply);
    return sendHtml(reply, renderBare('Sign in', around, loginPage(around, next, fault)));
  };
  app.get<{ Querystring: { next?: unknown } }>('/login', { config: { open: true } }, async (request, reply) => {
    const next = localPath(request.query.next);
    return request.operator === '' ? show(request, reply, next) : reply.redirect(next, 303);
  });
  app.post<{ Body: { operator?: unknown; password?: unknown; next?: unknown } | undefined }>(
    '/login',
    { config: { open: true }, bodyLimit: 16 * 1024 },
    async (request, reply) => {
      const { operator, password, next } = request.body ?? {};
      const text = (value: unknown) => (typeof value === 'string' ? value : '');
      const outcome = await session.signIn(request, text(operator), text(password));
      if (outcome === true) return reply.redirect(localPath(next), 303);
      reply.code(outcome === 'later' ? 429 : 401);
      const fault =
        outcome === 'later'
          ? 'Too many failed attempts. Wait a minute, then try again.'
          : 'Operator name or password is wrong.';
      return show(request, reply, localPath(next), fault);
    },
  );
  app.post('/logout', async (request, reply) => {
    session.signOut(request);
    return reply.redirect('/login', 303);
  });
}
