import { z } from 'zod';
import { capitalize } from '#shared/text/format/wording.ts';

/** Describes in a sentence which kind of term is in which part of the report, without the term itself. */
export function describeLeak(description: string, place: string): string {
  const verb = description.startsWith('words ') ? 'appear' : 'appears';
  return `${capitalize(description)} ${verb} in ${place}.`;
}

/** Describes each leak in a sentence. */
export function describeLeaks(
  leaks: Iterable<readonly [term: { description: string }, partNames: Iterable<string>]>,
): string[] {
  const sentences = Array.from(leaks).flatMap(([{ description }, partNames]) =>
    Array.from(partNames, (name) => describeLeak(description, name)),
  );
  return [...new Set(sentences)];
}

/**
 * How surely words reveal something. A `certain` leak stops a report. A `possible` one, such as a common word that is also part of
 * a name, stops it until the reviewer confirms that it is harmless.
 */
const leakLevels = ['certain', 'possible'] as const;

export type LeakLevel = (typeof leakLevels)[number];

/** Words in a report, or in a copied text, that reveal or may reveal something confidential. */
export const leakSchema = z.strictObject({
  /** Changes with the term, the place or the words around it, so that a confirmation counts only for these words. */
  id: z.string().min(1).max(64),
  level: z.enum(leakLevels),
  /** The part of the report, such as `the note on claim 3`. */
  place: z.string(),
  /** The claim that the place belongs to; null for none. */
  claimId: z.string().nullable(),
  /** Describes which kind of term is in which place, without the words. May be logged. */
  message: z.string(),
  /** The words of the leak with some context, from the first place of a certain leak. Never logged. */
  excerpt: z.strictObject({ before: z.string(), words: z.string(), after: z.string() }),
});

export type Leak = z.infer<typeof leakSchema>;

/** Leaves out the possible leaks that were confirmed to be harmless. */
export function listOpenLeaks(leaks: readonly Leak[], confirmed: readonly string[]): Leak[] {
  const ids = new Set(confirmed);
  return leaks.filter(({ id, level }) => level === 'certain' || !ids.has(id));
}
