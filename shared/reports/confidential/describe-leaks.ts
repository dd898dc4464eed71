import { capitalize } from '../../text/format/wording';
import type { ConfidentialTerm } from './terms/confidential-term';

/** Says in a sentence what kind of term is in which part of the report, without the term itself. */
export function describeLeak(description: string, place: string): string {
  const verb = description.startsWith('words ') ? 'appear' : 'appears';
  return `${capitalize(description)} ${verb} in ${place}.`;
}

/** Describes each leak in a sentence. */
export function describeLeaks(
  leaks: Iterable<readonly [ConfidentialTerm, partNames: Iterable<string>]>,
): string[] {
  const sentences = Array.from(leaks).flatMap(([{ description }, partNames]) =>
    Array.from(partNames, (name) => describeLeak(description, name)),
  );
  return [...new Set(sentences)];
}
