/** The style sheet, the script and the icon: read once, served under addresses that carry the hash of their content. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import type { Frame } from './layout.ts';

const FILES = {
  css: { name: 'claimwire.css', type: 'text/css; charset=utf-8' },
  js: { name: 'refresh.js', type: 'text/javascript; charset=utf-8' },
  icon: { name: 'claimwire.svg', type: 'image/svg+xml' },
} as const;

/** Serves the assets, open to the login page, and gives back their addresses. */
export function registerAssets(app: FastifyInstance): Frame['assets'] {
  const serve = ({ name, type }: { name: string; type: string }): string => {
    const bytes = readFileSync(new URL(`./assets/${name}`, import.meta.url));
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    app.get(`/assets/${name}`, { config: { open: true } }, async (_request, reply) =>
      reply.header('cache-control', 'public, max-age=31536000, immutable').type(type).send(bytes),
    );
    return `/assets/${name}?v=${hash}`;
  };
  return { css: serve(FILES.css), js: serve(FILES.js), icon: serve(FILES.icon) };
}
