/** bull-board under /queues: to look at, behind the login; shows ids only and asks no foreign host for anything. */
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { Queue } from 'bullmq';
import type { FastifyInstance } from 'fastify';
import { problem } from './session.ts';

const PREFIX = '/queues';

/** The board styles its loading sign in line; nothing else is looser than on our own pages. */
const BOARD_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join(';');

/** Keys of job payloads and results that may be shown; everything else is masked. */
const SHOWN = /^(submissionId|fileId|partnerId|claimId|step|count|[a-z]+Count|done|code)$/;

/** Mounts the board for these queues. */
export async function registerBoard(app: FastifyInstance, queues: readonly Queue[]): Promise<void> {
  const serverAdapter = new FastifyAdapter();
  serverAdapter.setBasePath(PREFIX);
  createBullBoard({
    queues: queues.map(adapt),
    serverAdapter,
    options: {
      uiConfig: {
        boardTitle: 'Claimwire queues',
        boardLogo: { path: '/assets/claimwire.svg', width: '22px', height: '22px' },
        favIcon: { default: '/assets/claimwire.svg', alternative: '/assets/claimwire.svg' },
        miscLinks: [{ text: 'Back to Claimwire', url: '/' }],
        hideRedisDetails: true,
      },
    },
  });
  await app.register(
    async (board) => {
      board.addHook('onRequest', async (request, reply) => {
        reply.header('content-security-policy', BOARD_POLICY);
        // Read-only twice: the adapters refuse changes to queues, this refuses whatever else the board may learn to do.
        if (request.method !== 'GET' && request.method !== 'HEAD')
          return reply.code(405).send(problem('read-only', 'the board is read-only'));
      });
      board.addHook('onSend', async (_request, _reply, payload) =>
        typeof payload === 'string' && payload.startsWith('<!DOCTYPE html>') ? withoutForeignHosts(payload) : payload,
      );
      await board.register(serverAdapter.registerPlugin());
    },
    { prefix: PREFIX },
  );
}

function adapt(queue: Queue): BullMQAdapter {
  const adapter = new BullMQAdapter(queue, { readOnlyMode: true });
  adapter.setFormatter('data', idsOnly);
  adapter.setFormatter('returnValue', idsOnly);
  adapter.setFormatter('progress', idsOnly);
  return adapter;
}

/** A payload or result with everything masked that is not an id, a count or a code. */
export function idsOnly(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(idsOnly);
  if (typeof data === 'object' && data !== null) {
    return Object.fromEntries(
      Object.entries(data).map(([key, value]) => [
        key,
        SHOWN.test(key) || isContainer(value) ? maskDeep(key, value) : '[hidden]',
      ]),
    );
  }
  return typeof data === 'string' ? '[hidden]' : data;
}

function isContainer(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function maskDeep(key: string, value: unknown): unknown {
  return SHOWN.test(key) && !isContainer(value) ? value : idsOnly(value);
}

function withoutForeignHosts(page: string): string {
  return page.replace(/<link href="https?:[^>]*>/g, '');
}
