import { capitalize } from '../../text/format/end-sentence';
import type { ConfidentialTerm } from './terms/confidential-term';

/** Describes each leak in a sentence: what kind of term is in which part of the report, without the term itself. */
export function describeLeaks(
  leaks: Iterable<readonly [ConfidentialTerm, partNames: Iterable<string>]>,
): string[] {
  const sentences = Array.from(leaks).flatMap(([{ description }, partNames]) =>
    Array.from(partNames, (name) => `${capitalize(description)} appears in ${name}.`),
  );
  return [...new Set(sentences)];
}
