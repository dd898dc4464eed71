import { getErrorCode } from './error-code';

/**
 * Reduces an error about one of the reviewer's files to what may be logged. A file's name can be confidential, and system
 * errors contain the path: only their code and system call are kept. Other errors are returned unchanged.
 */
export function redactError(error: unknown): unknown {
  const code = getErrorCode(error);
  if (code === null) return error;
  const call = error instanceof Error && 'syscall' in error ? error.syscall : null;
  return typeof call === 'string' ? `${code} (${call})` : code;
}
