import { z } from 'zod';

const errorCodes = [
  /** The caller is not our window. */
  'refused',
  /** No such command, or an input that its schema does not know. */
  'badRequest',
  /** The article or file is not there. */
  'notFound',
  /** The change does not fit what stands there: load the review again. */
  'conflict',
  /** The disk did not take it. Nothing was acknowledged; the same call may be made again. */
  'notSaved',
  /** The file comes from a newer Stet, or another copy of Stet writes to it. */
  'readOnly',
  /** What is on the disk is not what was written there. */
  'damaged',
  /** A file that is kept for the article is gone from its vault. */
  'missing',
  /** A report would have told what is confidential: it was not written. */
  'confidential',
  /** Nothing to undo or to redo. */
  'nothing',
  /** A bug: logged in main, told in general words. */
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** A failure as a value: a code to act on, and a sentence to show. */
export const failureSchema = z.object({ code: z.enum(errorCodes), message: z.string() });

export type Failure = z.infer<typeof failureSchema>;

/** What every call comes back with; nothing is ever thrown across the border. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure };

export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failure(code: ErrorCode, message: string): { ok: false; error: Failure } {
  return { ok: false, error: { code, message } };
}
