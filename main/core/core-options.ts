import type { Sender } from './dispatcher';
import type { OpenHistory } from './storage/history/open-history';
import type { CreateVaultFile } from './storage/vault/vault-writer';

export interface CoreOptions {
  isTrusted(sender: Sender): boolean;
  /** For tests: opens histories for appending. */
  openHistory?: OpenHistory;
  /** For tests: creates files in vaults. */
  createVaultFile?: CreateVaultFile;
  /** For tests: the number of the process in the lock. One that no process has can be taken over as after a crash. */
  processNumber?: number;
}
