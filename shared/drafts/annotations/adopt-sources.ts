import type { Edit } from '../../domain/history/change';
import { makeCreateEdit } from '../../domain/history/make-edits';
import type { EditContext } from '../../domain/history/step';
import type { Review } from '../../domain/review/review';
import type { Source } from '../../domain/source';
import type { OwnSource } from '../../import/web-annotation/imported-annotations';

/** A confidential source and one that is not are never the same. */
const identifyingFields = [
  'confidential',
  'kind',
  'title',
  'author',
  'publisher',
  'publishedAt',
  'url',
] as const;

function formatIdentity(source: Pick<Source, (typeof identifyingFields)[number]>): string {
  return JSON.stringify(identifyingFields.map((field) => source[field]));
}

/** The sources of a file, by their numbers there. */
export interface AdoptedSources {
  byNumber: ReadonlyMap<number, Source>;
  /** Creates those that the article does not have. */
  edits: Edit[];
}

/** Adopts sources of a file, and those that they repeat. One that the article has, by its name and address, is used again. */
export function adoptSources(
  review: Review,
  sources: readonly OwnSource[],
  used: ReadonlySet<number>,
  context: EditContext,
): AdoptedSources {
  const listed = new Map(sources.map((source) => [source.number, source]));
  const existing = new Map(Array.from(review.sources.values(), (source) => [formatIdentity(source), source]));
  const byNumber = new Map<number, Source>();
  const created: Source[] = [];
  const adopt = (number: number): Source | null => {
    const known = byNumber.get(number);
    const source = listed.get(number);
    if (known || !source) return known ?? null;
    const { number: _, derivedFrom, ...fields } = source;
    const found = existing.get(formatIdentity(fields));
    const adopted: Source = found ?? {
      ...{ id: context.newId(), ...fields, derivedFrom: null },
    };
    byNumber.set(number, adopted);
    if (found) return found;
    // Entered before its origin, so that sources that repeat each other come to an end.
    const origin = derivedFrom === null ? null : adopt(derivedFrom);
    const complete = { ...adopted, derivedFrom: origin?.id ?? null };
    byNumber.set(number, complete);
    created.push(complete);
    return complete;
  };
  for (const number of used) adopt(number);
  return { byNumber, edits: created.map((source) => makeCreateEdit('sources', source)) };
}
