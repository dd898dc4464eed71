import type { ConfidentialTerm } from '../../../../shared/reports/confidential/terms/confidential-term';
import { StetError } from '../../errors/stet-error';
import type { Platform } from '../../platform';

/**
 * Searches the author's Word file for confidential terms before a report is written into it: everything in it, its properties and binary
 * parts included. It is unpacked in isolation from everything else. Rejects with `confidential` when something is found or the search is not
 * possible, or when the signal aborts.
 */
export async function searchOriginal(
  bytes: Uint8Array,
  terms: readonly ConfidentialTerm[],
  { readPackageTexts, findPackageLeaks }: Pick<Platform, 'readPackageTexts' | 'findPackageLeaks'>,
  signal: AbortSignal,
): Promise<void> {
  if (terms.length === 0) return;
  // A copy, because reading takes the bytes away.
  const texts = await readPackageTexts(new Uint8Array(bytes), signal);
  if (texts.state === 'unreadable')
    throw refuse(`it could not be searched for what is confidential, because the file ${texts.why}.`);
  const leaks = await findPackageLeaks(texts.places, terms, signal);
  if (leaks.length > 0)
    throw refuse(
      `the author’s file, into which it is written, holds what is confidential. ${listSome(leaks)}`,
    );
}

function refuse(why: string): StetError {
  return new StetError(
    'confidential',
    `The report was not saved: ${why} Export a clean document instead, or another format.`,
  );
}

/** How many leaks a message names. */
const maxNamed = 5;

function listSome(messages: readonly string[]): string {
  const named = messages.slice(0, maxNamed).join(' ');
  return messages.length > maxNamed ? `${named} There are ${messages.length - maxNamed} more.` : named;
}
