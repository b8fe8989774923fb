/** What the steps of the exchange work with: the store, the partners, a clock, a log and a way to a partner's server. */
import type { Partner } from '../../schemas/partner.ts';
import type { CodeEditions } from '../codes/edition.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/database.ts';
import type { Vault } from '../store/vault.ts';
import type { SftpSession } from './sftp.ts';

/** The partner profiles at hand. */
export type Partners = {
  /** The profile of a partner; throws a Problem (partner-unknown) when there is none. */
  get(id: string): Partner;
  all(): readonly Partner[];
};

export type Exchange = {
  store: Store;
  vault: Vault;
  partners: Partners;
  clock: () => Date;
  log: Log;
  connect: (partner: Partner) => Promise<SftpSession>;
  /** The imported code lists as they are at the time; without it there are none. */
  codes?: () => CodeEditions;
};
