/** What the HTTP server is made of. */
import type { Queue } from 'bullmq';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/database.ts';
import type { Vault } from '../store/vault.ts';

/** Hands claim JSON to the exchange's submit step; what it gives back is sent to the caller as JSON. */
export type Submit = (partnerId: string, json: unknown) => Promise<unknown>;

/** What a code means: claim adjustment reason (CARC), remittance remark (RARC), or a claim status code or category of a 277CA. */
export type Describe = (kind: 'carc' | 'rarc' | 'status' | 'category', code: string) => string | undefined;

/** Prometheus text of this process's own figures: the step metrics of src/queues. */
export type ExtraMetrics = { text(): Promise<string> };

export type ServerOptions = {
  config: Pick<Config, 'operator' | 'http' | 'fileKey'>;
  store: Store;
  vault: Vault;
  log: Log;
  version: string;
  /** What commands on this machine may show instead of the operator's password. */
  token?: string;
  /** For the board and the queue figures. */
  queues?: readonly Queue[];
  metrics?: ExtraMetrics;
  submit?: Submit;
  describe?: Describe;
};
