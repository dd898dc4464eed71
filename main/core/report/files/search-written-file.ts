import type { WordOptions } from '../../../../shared/domain/report-options';
import type { RenderedReport } from '../../../../shared/reports/make-report';
import type { PackageSearch } from '../../../../shared/reports/written/search-package';
import { StetError } from '../../errors/stet-error';
import type { Platform } from '../../platform';

/** Whether a file was written into one of the author, or is ours alone. */
type Base = WordOptions['base'];

interface SearchOptions {
  base: Base;
  signal: AbortSignal;
}

type SearchPlatform = Pick<Platform, 'readPackageTexts' | 'findPackageLeaks' | 'searchPackage'>;

/**
 * Searches a written file that is a zip of parts, such as a Word file, for confidential terms: everything in it, its properties and
 * binary parts included. This also finds terms that were in the author's file before the report was written into it.
 * Rejects with `confidential` when something is found or the search is not possible, or when the signal aborts.
 */
export async function searchWrittenFile(
  bytes: Uint8Array,
  { confidentialTerms }: Pick<RenderedReport, 'confidentialTerms'>,
  { base, signal }: SearchOptions,
  platform: SearchPlatform,
): Promise<void> {
  if (base === 'clean') {
    if (confidentialTerms.length > 0)
      refuseFound(await platform.searchPackage(bytes, confidentialTerms, signal), base);
    return;
  }
  // The author's own comments and notes stay in the author's file. Whom the author named in them is searched for all the same.
  const terms = confidentialTerms.filter(({ isOfAuthor }) => !isOfAuthor);
  if (terms.length > 0) refuseFound(await searchOriginal(bytes, terms, platform, signal), base);
}

/** Searches a file that holds one of the author, which is unpacked in isolation from everything else. */
async function searchOriginal(
  bytes: Uint8Array,
  terms: RenderedReport['confidentialTerms'],
  { readPackageTexts, findPackageLeaks }: SearchPlatform,
  signal: AbortSignal,
): Promise<PackageSearch> {
  // A copy, because reading takes the bytes away.
  const texts = await readPackageTexts(new Uint8Array(bytes), signal);
  if (texts.state === 'unreadable') return texts;
  return { state: 'searched', leaks: await findPackageLeaks(texts.places, terms, signal) };
}

/** Throws `confidential` when the search of a written file found something, or was not possible. */
function refuseFound(search: PackageSearch, base: Base): void {
  const remedy =
    base === 'original'
      ? 'Export a clean document instead, or another format.'
      : 'Export another format, or try again.';
  if (search.state === 'unreadable')
    throw new StetError(
      'confidential',
      `The report was not saved: it could not be searched for what is confidential, because the file ${search.why}. ${remedy}`,
    );
  if (search.leaks.length === 0) return;
  const opening =
    base === 'original'
      ? 'the author’s file, into which it is written, holds what is confidential.'
      : 'it would reveal what is confidential.';
  throw new StetError(
    'confidential',
    `The report was not saved: ${opening} ${listSome(search.leaks)} ${remedy}`,
  );
}

/** How many leaks a message names. */
const maxNamed = 5;

function listSome(messages: readonly string[]): string {
  const named = messages.slice(0, maxNamed).join(' ');
  return messages.length > maxNamed ? `${named} There are ${messages.length - maxNamed} more.` : named;
}
