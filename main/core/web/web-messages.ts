import { getErrorCode, StetError } from '#main/base/stet-error.ts';
import type { ErrorCode } from '#shared/contract/result.ts';
import { formatFileSize } from '#shared/text/format/numbers.ts';

const byHand = 'Save the page in your browser and open that file.';
const later = 'Try again later, or save the page in your browser and open that file.';

/** No page was fetched. `what` is a sentence without its full stop; `remedy` is a sentence. */
export function notFetchedError(what: string, remedy = byHand, code: ErrorCode = 'notFound'): StetError {
  return new StetError(code, `${what}. Nothing was changed. ${remedy}`);
}

/** An address that is not fetched. `fault` continues the sentence "This address …". */
export function invalidAddressError(fault: string): StetError {
  return notFetchedError(`This address ${fault}`, `Check the address. ${byHand}`, 'badRequest');
}

export function invalidRedirectError(host: string, fault: string): StetError {
  return notFetchedError(`${host} redirects to an address that ${fault}`, byHand, 'badRequest');
}

/** A link must not lead to a server that only this computer can reach. */
export function notPublicError(host: string): StetError {
  return notFetchedError(
    `${host} is not on the public internet, the only place where Stet fetches pages`,
    byHand,
    'badRequest',
  );
}

export function idleTimeoutError(milliseconds: number): StetError {
  return notFetchedError(`The web server did not answer for ${milliseconds / 1_000} seconds`, later);
}

export function totalTimeoutError(milliseconds: number): StetError {
  return notFetchedError(`The page was not there after ${milliseconds / 1_000} seconds`, later);
}

export function pageTooLargeError(bytes: number): StetError {
  return notFetchedError(
    `The page is larger than the ${formatFileSize(bytes)} that Stet fetches`,
    'Save the text of the article alone and open that file.',
  );
}

/** Decompression failed. Its error codes differ from one runtime to the next. */
export function damagedPageError(cause: unknown): StetError {
  return new StetError('notFound', notFetchedError('The page arrived damaged', later).message, { cause });
}

/** The meaning of a status code (RFC 9110, 15) that is neither success nor a redirect. */
export function httpStatusError(host: string, status: number): StetError {
  if (status === 404 || status === 410)
    return notFetchedError('There is no page at this address', 'Check the address.');
  if (status === 401 || status === 402 || status === 403 || status === 407)
    return notFetchedError(`The page needs a login, or ${host} admits only browsers (${status})`);
  if (status === 451) return notFetchedError(`${host} may not show the page, for legal reasons`);
  if (status === 429)
    return notFetchedError(`${host} was asked too often`, 'Wait some minutes and try again.');
  if (status >= 500) return notFetchedError(`${host} has trouble (${status})`, later);
  return notFetchedError(`${host} did not give the page (${status})`);
}

export function connectionLostError(host: string): StetError {
  return notFetchedError(`${host} closed the connection`, later);
}

type CreateError = (host: string) => StetError;

const hostNotFoundError: CreateError = (host) =>
  notFetchedError(
    `${host} was not found`,
    'Check the address, and that this computer is connected to the internet.',
  );

const insecureError =
  (why: string): CreateError =>
  (host) =>
    notFetchedError(`There is no secure connection to ${host}: ${why}`);

/** Messages by the code of Node's errors of the system, TLS and the HTTP parser. The first match counts. */
const byCode: [RegExp, CreateError][] = [
  [/^(?:ENOTFOUND|EAI_\w+)$/, hostNotFoundError],
  [/^ECONNREFUSED$/, (host) => notFetchedError(`${host} refuses the connection`, later)],
  [/^(?:ECONNRESET|EPIPE|ERR_STREAM_PREMATURE_CLOSE)$/, connectionLostError],
  [/^CERT_HAS_EXPIRED$/, insecureError('its certificate has expired')],
  [/^CERT_NOT_YET_VALID$/, insecureError('its certificate is not valid yet')],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, insecureError('its certificate is for another name')],
  [
    /^(?:DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|CERT_|INVALID_CA|PATH_LENGTH_)/,
    insecureError('no authority that Stet trusts has signed its certificate'),
  ],
  [/^(?:EPROTO$|ERR_SSL_|ERR_TLS_)/, insecureError('it supports no version of TLS that Stet knows')],
  [/^HPE_/, (host) => notFetchedError(`${host} does not answer as a web server does`)],
  [/^E[A-Z\d]+$/, (host) => notFetchedError(`${host} can’t be reached from here`, later)],
];

/** Turns an error of the network or of TLS into a `StetError`. Any other error is a bug and is returned as it is. */
export function toNetworkError(host: string, error: unknown): unknown {
  const code = getErrorCode(error);
  const createError = code === null ? undefined : byCode.find(([codes]) => codes.test(code))?.[1];
  return createError && !(error instanceof StetError)
    ? new StetError('notFound', createError(host).message, { cause: error })
    : error;
}
