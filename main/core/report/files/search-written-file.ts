import type { WordOptions } from '../../../../shared/domain/report-options';
import type { RenderedReport } from '../../../../shared/reports/make-report';
import { StetError } from '../../errors/stet-error';
import type { Platform } from '../../platform';

interface SearchOptions {
  /** The document that a Word report was written into; absent for other files. */
  base?: WordOptions['base'];
  signal: AbortSignal;
}

/**
 * Searches a written file that is a zip of parts, such as a Word file or a workbook, for confidential terms: everything in it, its
 * properties and binary parts included. This also finds terms that were in the author's file before the report was written into it.
 * Rejects with `confidential` when something is found or the search is not possible, or when the signal aborts.
 */
export async function searchWrittenFile(
  bytes: Uint8Array,
  { confidentialTerms }: Pick<RenderedReport, 'confidentialTerms'>,
  { base = 'clean', signal }: SearchOptions,
  platform: Pick<Platform, 'readPackageTexts' | 'findPackageLeaks'>,
): Promise<void> {
  // The author's own comments and notes stay in the author's file. Whom the author named in them is searched for all the same.
  const terms =
    base === 'original' ? confidentialTerms.filter(({ isOfAuthor }) => !isOfAuthor) : confidentialTerms;
  if (terms.length === 0) return;
  const remedy =
    base === 'original'
      ? 'Export a clean document instead, or another format.'
      : 'Export another format, or try again.';
  // A copy, because reading takes the bytes away.
  const texts = await platform.readPackageTexts(new Uint8Array(bytes), signal);
  if (texts.state === 'unreadable')
    throw new StetError(
      'confidential',
      `The report was not saved: it could not be searched for what is confidential, because the file ${texts.why}. ${remedy}`,
    );
  const messages = await platform.findPackageLeaks(texts.places, terms, signal);
  if (messages.length === 0) return;
  const opening =
    base === 'original'
      ? 'the author’s file, into which it is written, holds what is confidential.'
      : 'it would reveal what is confidential.';
  throw new StetError('confidential', `The report was not saved: ${opening} ${listSome(messages)} ${remedy}`);
}

/** How many leaks a message names. */
const maxNamed = 5;

function listSome(messages: readonly string[]): string {
  const named = messages.slice(0, maxNamed).join(' ');
  return messages.length > maxNamed ? `${named} There are ${messages.length - maxNamed} more.` : named;
}
