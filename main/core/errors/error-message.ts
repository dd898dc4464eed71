import { systemCode } from '../storage/files/disk-messages';

/**
 * What may be logged of an error about a file of the reviewer's: the name of a file can be confidential, and the system's
 * errors hold the path. Of those the code and the call are left, all others are as they were.
 */
export function bareError(error: unknown): unknown {
  const code = systemCode(error);
  if (code === null) return error;
  const call = error instanceof Error && 'syscall' in error ? error.syscall : null;
  return typeof call === 'string' ? `${code} (${call})` : code;
}
