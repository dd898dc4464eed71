import type { ConfidentialTerm } from '../confidential/terms/confidential-term';
import { findLeaksInPackage } from './find-leaks-in-package';
import { readPackageTexts } from './read-package-texts';

/**
 * The result of searching a written file: a sentence for each confidential term and place, none when nothing was found. `why` completes
 * a sentence that begins with "The file".
 */
export type PackageSearch = { state: 'searched'; leaks: string[] } | { state: 'unreadable'; why: string };

/**
 * Unpacks and searches a file of which Stet wrote every byte. One that holds a file of somebody else is unpacked in the hidden window, and
 * `findLeaksInPackage` searches what was in it.
 */
export function searchPackage(bytes: Uint8Array, terms: readonly ConfidentialTerm[]): PackageSearch {
  if (terms.length === 0) return { state: 'searched', leaks: [] };
  const texts = readPackageTexts(bytes);
  if (texts.state === 'unreadable') return texts;
  return { state: 'searched', leaks: findLeaksInPackage(texts.places, terms) };
}
