import type { ErrorCode } from '../../../shared/contract/result';
import { fileSize } from '../../../shared/text/format/file-size';
import { StetError } from '../errors/stet-error';
import { systemCode } from '../storage/files/disk-messages';

const byHand = 'Save the page in your browser and open that file.';
const later = 'Try again later, or save the page in your browser and open that file.';

/** Why no page was fetched, in sentences to show. `what` is what happened, without a full stop. */
export function notFetched(what: string, todo = byHand, code: ErrorCode = 'notFound'): StetError {
  return new StetError(code, `${what}. Nothing was changed. ${todo}`);
}

/** An address that is not asked for. `fault` says what it does wrong, as "holds a password". */
export function faultyAddress(fault: string): StetError {
  return notFetched(`This address ${fault}`, `Check the address. ${byHand}`, 'badRequest');
}

export function leadsAstray(host: string, fault: string): StetError {
  return notFetched(`${host} sends on to an address that ${fault}`, byHand, 'badRequest');
}

/** Whoever wrote a link must not reach what only this computer reaches. */
export function notPublic(host: string): StetError {
  return notFetched(
    `${host} is not on the public internet, the only place where Stet fetches pages`,
    byHand,
    'badRequest',
  );
}

export function silent(milliseconds: number): StetError {
  return notFetched(`The web server did not answer for ${milliseconds / 1_000} seconds`, later);
}

export function tooSlow(milliseconds: number): StetError {
  return notFetched(`The page was not there after ${milliseconds / 1_000} seconds`, later);
}

export function tooLarge(bytes: number): StetError {
  return notFetched(
    `The page is larger than the ${fileSize(bytes)} that Stet fetches`,
    'Save the text of the article alone and open that file.',
  );
}

/** Unpacking failed. Its error codes differ from one runtime to the next. */
export function damaged(cause: unknown): StetError {
  return new StetError('notFound', notFetched('The page arrived damaged', later).message, { cause });
}

/** What a status code means (RFC 9110, 15) that is not success, nor leads on. */
export function refusedWith(host: string, status: number): StetError {
  if (status === 404 || status === 410)
    return notFetched('There is no page at this address', 'Check the address.');
  if (status === 401 || status === 402 || status === 403 || status === 407)
    return notFetched(`The page wants a login, or ${host} lets only browsers in (${status})`);
  if (status === 451) return notFetched(`${host} may not show the page, for legal reasons`);
  if (status === 429) return notFetched(`${host} was asked too often`, 'Wait some minutes and try again.');
  if (status >= 500) return notFetched(`${host} has trouble (${status})`, later);
  return notFetched(`${host} did not give the page (${status})`);
}

export function brokenOff(host: string): StetError {
  return notFetched(`${host} broke the connection off`, later);
}

type Words = (host: string) => StetError;

const missing: Words = (host) =>
  notFetched(
    `${host} was not found`,
    'Check the address, and that this computer is connected to the internet.',
  );

const unsafe =
  (why: string): Words =>
  (host) =>
    notFetched(`There is no secure connection to ${host}: ${why}`);

/** The codes of Node's errors of the system, TLS and the HTTP parser; the first that fits counts. */
const byCode: [RegExp, Words][] = [
  [/^(?:ENOTFOUND|EAI_\w+)$/, missing],
  [/^ECONNREFUSED$/, (host) => notFetched(`${host} takes no connection`, later)],
  [/^(?:ECONNRESET|EPIPE|ERR_STREAM_PREMATURE_CLOSE)$/, brokenOff],
  [/^CERT_HAS_EXPIRED$/, unsafe('its certificate has expired')],
  [/^CERT_NOT_YET_VALID$/, unsafe('its certificate is not valid yet')],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, unsafe('its certificate is for another name')],
  [
    /^(?:DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|CERT_|INVALID_CA|PATH_LENGTH_)/,
    unsafe('nobody whom Stet trusts vouches for its certificate'),
  ],
  [/^(?:EPROTO$|ERR_SSL_|ERR_TLS_)/, unsafe('it speaks no kind of it that Stet knows')],
  [/^HPE_/, (host) => notFetched(`${host} does not answer as a web server does`)],
  [/^E[A-Z\d]+$/, (host) => notFetched(`${host} can’t be reached from here`, later)],
];

/** What an error of the network or of TLS means, as a `StetError`. Any other is a bug, and stays as it is. */
export function networkError(host: string, error: unknown): unknown {
  const code = systemCode(error);
  const words = code === null ? undefined : byCode.find(([codes]) => codes.test(code))?.[1];
  return words && !(error instanceof StetError)
    ? new StetError('notFound', words(host).message, { cause: error })
    : error;
}
