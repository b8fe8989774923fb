/**
 * How a command finds the service that holds the data folder: a file in it, readable by its owner only, with the service's
 * address and a token that opens the API. It lives as long as the service.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const card = z.object({ url: z.url(), token: z.string().min(1) });

/** Address and token of a running service. */
export type ServiceCard = z.infer<typeof card>;

const fileIn = (dataFolder: string) => path.join(dataFolder, 'service.json');

/** A token that cannot be guessed. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Puts the card into the folder and gives back the way to take it out. */
export function writeServiceCard(dataFolder: string, service: ServiceCard): () => void {
  const file = fileIn(dataFolder);
  rmSync(file, { force: true });
  writeFileSync(file, JSON.stringify(service), { mode: 0o600 });
  return () => rmSync(file, { force: true });
}

/** The card of the service that holds a folder; undefined when there is none. */
export function readServiceCard(dataFolder: string): ServiceCard | undefined {
  try {
    return card.parse(JSON.parse(readFileSync(fileIn(dataFolder), 'utf8')));
  } catch {
    return undefined;
  }
}
