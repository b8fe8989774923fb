/** The HTTP server: health, JSON API, dashboard and queue board behind one login. */
import formbody from '@fastify/formbody';
import { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import { registerDashboard } from '../dashboard/routes.ts';
import { asProblem, Problem, type ProblemCode, systemCode } from '../problem.ts';
import { registerBoard } from './board.ts';
import { registerHealth } from './health.ts';
import { registerJsonApi } from './json-api.ts';
import type { ServerOptions } from './options.ts';
import { registerSecurityHeaders } from './security.ts';
import { problem, registerSession } from './session.ts';

const BODY_LIMIT = 32 * 1024 * 1024;

export type RunningServer = { url: string; close(): Promise<void> };

/** Listens where the settings say; a port in use is a Problem that names it and the setting. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const app = await buildServer(options);
  const { host, port } = options.config.http;
  try {
    const url = await app.listen({ host, port });
    options.log.info({ host, port: portOf(app, port) }, 'dashboard and API are up');
    return { url, close: () => app.close() };
  } catch (error) {
    await app.close();
    throw listenProblem(error, host, port);
  }
}

/** A bare instance, with the limits every request meets. */
export function createApp(): FastifyInstance {
  return fastify({
    logger: false,
    bodyLimit: BODY_LIMIT,
    // A reverse proxy on this machine may say who asks and whether by https; nobody else is believed.
    trustProxy: 'loopback',
    forceCloseConnections: true,
  });
}

/** The server with all its routes, not listening yet. */
export async function buildServer(
  options: ServerOptions,
  app: FastifyInstance = createApp(),
): Promise<FastifyInstance> {
  const { name, password } = options.config.operator;
  if (password === undefined) {
    throw new Problem('config-invalid', 'CLAIMWIRE_PASSWORD: expected the password of the operator account');
  }
  await registerSecurityHeaders(app);
  await app.register(formbody, { bodyLimit: 64 * 1024 });
  const session = await registerSession(app, {
    operator: { name, password },
    token: options.token,
    fileKey: options.config.fileKey,
    log: options.log,
  });
  const showError = await registerDashboard(app, options, session);
  app.setErrorHandler((error: FastifyError, request, reply) => answerError(error, request, reply, options, showError));
  app.setNotFoundHandler((request, reply) =>
    answer(request, reply, 404, 'not-found', 'There is nothing at this address.', showError),
  );
  registerHealth(app, options);
  registerJsonApi(app, options);
  if (options.queues !== undefined && options.queues.length > 0) await registerBoard(app, options.queues);
  await app.ready();
  return app;
}

type ShowError = (request: FastifyRequest, reply: FastifyReply, status: number, message: string) => FastifyReply;

const PROBLEM_STATUS: Partial<Record<ProblemCode, number>> = {
  'partner-unknown': 404,
  'partner-paused': 409,
  'partner-invalid': 409,
  usage: 400,
  'not-yet': 501,
};

function answerError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
  { log }: ServerOptions,
  showError: ShowError,
): FastifyReply {
  const known = asProblem(error);
  if (known !== undefined)
    return answer(request, reply, PROBLEM_STATUS[known.code] ?? 503, known.code, known.message, showError);
  const status = error.statusCode ?? 500;
  if (status < 500) {
    const says = CLIENT_ERRORS[error.code] ?? { code: 'bad-request', message: 'The request could not be understood.' };
    return answer(request, reply, status, says.code, says.message, showError);
  }
  log.error({ error, route: request.routeOptions.url, method: request.method }, 'a request failed');
  return answer(request, reply, 500, 'internal', 'Something went wrong here. The log has the details.', showError);
}

/** Our own words: a library's message may quote what was sent. */
const CLIENT_ERRORS: Readonly<Record<string, { code: string; message: string }>> = {
  FST_CSRF_MISSING_SECRET: {
    code: 'form-expired',
    message: 'This form has expired. Go back, reload the page and try again.',
  },
  FST_CSRF_INVALID_TOKEN: {
    code: 'form-expired',
    message: 'This form has expired. Go back, reload the page and try again.',
  },
  FST_ERR_CTP_BODY_TOO_LARGE: {
    code: 'too-large',
    message: 'The request is larger than 32 MB: send the claims in several parts.',
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { code: 'media-type', message: 'Send the body as application/json.' },
  FST_ERR_CTP_INVALID_JSON_BODY: { code: 'bad-json', message: 'The body is not valid JSON.' },
  FST_ERR_CTP_EMPTY_JSON_BODY: { code: 'bad-json', message: 'The body is empty.' },
};

function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  code: string,
  message: string,
  showError: ShowError,
): FastifyReply {
  if (/^\/(api|metrics|healthz|readyz)(\/|\?|$)/.test(request.url) || request.byScript)
    return reply.code(status).send(problem(code, message));
  return showError(request, reply, status, message);
}

function portOf(app: FastifyInstance, asked: number): number {
  const address = app.server.address();
  return typeof address === 'object' && address !== null ? address.port : asked;
}

function listenProblem(error: unknown, host: string, port: number): unknown {
  switch (systemCode(error)) {
    case 'EADDRINUSE':
      return new Problem(
        'port-taken',
        `port ${port} on ${host} is taken: stop the other program or set CLAIMWIRE_PORT to a free port`,
        { cause: error },
      );
    case 'EACCES':
      return new Problem(
        'port-taken',
        `port ${port} on ${host} may not be opened by this user: set CLAIMWIRE_PORT to a port above 1023`,
        { cause: error },
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new Problem('config-invalid', `CLAIMWIRE_HOST: expected an address of this machine, found ${host}`, {
        cause: error,
      });
    default:
      return error;
  }
}
