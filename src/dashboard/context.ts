/** What the routes of the dashboard share. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ServerOptions } from '../api/options.ts';
import type { Frame, Page } from './layout.ts';

/** The server's options, and how a page is sent. */
export type Context = ServerOptions & {
  describe: NonNullable<ServerOptions['describe']>;
  frame(request: FastifyRequest, reply: FastifyReply): Frame;
  send(request: FastifyRequest, reply: FastifyReply, page: Page): FastifyReply;
};

/** A route with an id in its path. */
export type ById = { Params: { id: string } };

/** Logs who looked at what, or did something about it: ids only. */
export function audit(
  { log }: Context,
  request: FastifyRequest,
  action: string,
  ids: Record<string, string | string[]>,
  done = 'viewed',
): void {
  log.info({ audit: action, operator: request.operator, ip: request.ip, ...ids }, done);
}

/** The calendar day in UTC (ISO). */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
