import { StetError } from './stet-error.ts';
import type { Log } from './system.ts';

/** At most this many frames of a stack, causes below an error, and errors of an `AggregateError` are logged. */
const maxFrames = 20;
const maxDepth = 4;
const maxErrors = 5;

/** Names that code gives to a class of errors. The name of an error can be set to anything, so others are left out. */
const className = /^[A-Z][A-Za-z]{0,40}(?:Error|Exception)$/;
/** Codes of Node and the system, such as `ENOSPC` and `ERR_INVALID_ARG_TYPE`. */
const systemCode = /^E[A-Z][A-Z0-9_]{1,40}$/;
/** The first word of a system call: Node adds the path of a program to `spawn`. */
const systemCall = /^[a-z][a-z0-9]{1,20}(?![^ ])/;
/** A place in our own code, behind the folder or origin that holds it, and the end of the line. */
const ownPlace =
  /^\/((?:out|main|renderer|shared|assets)\/(?:[\w-]+\/)*[\w-]+(?:\.[\w-]+)*\.[cm]?[jt]sx?:\d{1,9}:\d{1,9})\)?$/;

/** The fields that are read of an error, which may come from another process or page. */
interface ErrorLike {
  name?: unknown;
  message?: unknown;
  stack?: unknown;
  code?: unknown;
  syscall?: unknown;
  cause?: unknown;
  errors?: unknown;
}

/**
 * Describes an error for the log by its class, its code and system call, the places in our own code that its stack names, and the
 * same of its causes. Everything else can hold confidential words: messages and paths quote files, function names can
 * be keys of data, and any property can be set. `codePlaces` are the folders and origins that hold our code, without a
 * slash at the end. Never throws.
 */
export function redactError(error: unknown, codePlaces: readonly string[]): string {
  try {
    return describeError(error, codePlaces, 0).join('\n');
  } catch {
    // A getter of the error threw.
    return 'an error that can’t be read';
  }
}

function describeError(error: unknown, codePlaces: readonly string[], depth: number): string[] {
  if (!isErrorLike(error)) return [`a value that is no error (${error === null ? 'null' : typeof error})`];
  const { cause, errors } = error;
  const listed: unknown[] = Array.isArray(errors) ? errors : [];
  const below = [
    ...(cause === undefined || cause === null ? [] : [{ label: 'cause', error: cause }]),
    ...listed
      .filter((one) => one instanceof Error)
      .slice(0, maxErrors)
      .map((one) => ({ label: 'error', error: one })),
  ];
  return [
    describeKind(error),
    ...listFrames(error, codePlaces).map((place) => `    at ${place}`),
    ...(depth === maxDepth
      ? []
      : below.flatMap((one) => {
          const [first, ...rest] = describeError(one.error, codePlaces, depth + 1);
          return [`  ${one.label}: ${first}`, ...rest.map((line) => `  ${line}`)];
        })),
  ];
}

function isErrorLike(error: unknown): error is ErrorLike {
  return typeof error === 'object' && error !== null;
}

function isClassName(name: unknown): name is string {
  return typeof name === 'string' && className.test(name);
}

/** Class, code and system call: `Error ENOENT (open)`. */
function describeKind(error: ErrorLike): string {
  const { name, code, syscall } = error;
  const kind = isClassName(name) ? name : 'Error';
  const isOwnCode = error instanceof StetError;
  const shownCode = typeof code === 'string' && (isOwnCode || systemCode.test(code)) ? ` ${code}` : '';
  const call = typeof syscall === 'string' ? systemCall.exec(syscall)?.[0] : undefined;
  return `${kind}${shownCode}${call === undefined ? '' : ` (${call})`}`;
}

/** The places in our own code that the stack of an error names. */
function listFrames(error: ErrorLike, codePlaces: readonly string[]): string[] {
  const frames = cutHead(error);
  const places: string[] = [];
  for (const line of frames.split('\n')) {
    if (places.length === maxFrames) break;
    const place = /^\s+at /.test(line)
      ? findOwnPlace(line.replaceAll('\\', '/').trimEnd(), codePlaces)
      : null;
    if (place !== null) places.push(place);
  }
  return places;
}

/** The stack of an error without the name and message at its head, of which a line may look like a frame. */
function cutHead({ name, message, stack }: ErrorLike): string {
  if (typeof stack !== 'string') return '';
  const head = `${name}: ${message}`;
  if (stack.startsWith(head)) return stack.slice(head.length);
  const at = typeof message === 'string' ? stack.indexOf(message) : -1;
  return at === -1 || typeof message !== 'string' ? stack : stack.slice(at + message.length);
}

function findOwnPlace(line: string, codePlaces: readonly string[]): string | null {
  for (const place of codePlaces) {
    const prefix = place.replaceAll('\\', '/');
    const at = line.lastIndexOf(prefix);
    const found = at === -1 ? null : ownPlace.exec(line.slice(at + prefix.length));
    if (found?.[1] !== undefined) return found[1];
  }
  return null;
}

/**
 * A log that writes of each error only what `redactError` keeps, whoever logs it. Messages are our own words: no path, no
 * name of a file, nothing that a person wrote. `codePlaces` are as in `redactError`.
 */
export function createRedactedLog(write: (entry: string) => void, codePlaces: readonly string[]): Log {
  return {
    error: (message, error) =>
      write(error === undefined ? message : `${message}: ${redactError(error, codePlaces)}`),
  };
}
