import { type Guard, isObject, isOneOf, isText } from '../text/guards.ts';

const errorCodes = [
  /** The sender is not the app's window. */
  'refused',
  /** There is no such command, or its schema does not accept the input. */
  'badRequest',
  /** The article or file does not exist. */
  'notFound',
  /** The change does not fit the current review, which has to be loaded again. */
  'conflict',
  /** Writing to the disk failed. Nothing was saved, and the command can be sent again. */
  'notSaved',
  /** The file is of a newer version of Stet, or another instance of Stet writes to it. */
  'readOnly',
  /** A file on the disk is not as it was written. */
  'damaged',
  /** A file is missing from the article's vault. */
  'missing',
  /** A report would have leaked confidential information, so it was not written. */
  'confidential',
  /** There is nothing to undo or redo, or the reviewer declined. */
  'nothing',
  /** A bug. Main logs the details, and the message is general. */
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** A failure as a value: a code for the program and a message for the reviewer. */
export interface Failure {
  code: ErrorCode;
  message: string;
}

export const isFailure: Guard<Failure> = isObject({ code: isOneOf(errorCodes), message: isText });

/** The result of a command. No error is thrown across the process border. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure };

/** The result of a command that succeeded. */
export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** The result of a command that failed. The message is shown to the reviewer. */
export function failure(code: ErrorCode, message: string): { ok: false; error: Failure } {
  return { ok: false, error: { code, message } };
}
