import type { Edit } from '../history/change';
import { makeCreateEdit } from '../history/make-edits';
import type { EditContext, Step } from '../history/step';
import type { Review } from '../review/review';
import type { Source } from '../source';
import { findEvidence, toStoredEvidence } from './evidence-edits';
import type { SourceFields } from './source-fields';
import { goodStanding } from './source-standing';

/** A source that the article itself refers to. */
export interface ReferencedSource {
  fields: SourceFields;
  /** The position in the source that the article names. */
  locator: string | null;
  /** The claims that the references belong to. */
  claimIds: readonly string[];
}

/** Whether two sources have the same address or, if neither has one, the same title. */
function hasSameAddressOrTitle(a: Pick<Source, 'url' | 'title'>, b: Pick<Source, 'url' | 'title'>): boolean {
  return a.url === null && b.url === null ? a.title === b.title : a.url === b.url;
}

/** Finds the source of a review that an article refers to. */
export function findReferencedSource(
  sources: Iterable<Source>,
  fields: Pick<Source, 'url' | 'title'>,
): Source | undefined {
  return [...sources].find((source) => hasSameAddressOrTitle(source, fields));
}

/**
 * Adds the sources that the article refers to as evidence of its claims. Nobody chose a stance, so it follows the verdict of each
 * claim. Uses sources that the review already has. Null when there is nothing to add.
 */
export function adoptReferences(
  review: Review,
  references: readonly ReferencedSource[],
  context: EditContext,
): Step | null {
  const edits: Edit[] = [];
  const sources = [...review.sources.values()];
  const added = new Set<string>();
  for (const { fields, locator, claimIds } of references) {
    const existing = findReferencedSource(sources, fields);
    const source = existing ?? { id: context.newId(), ...fields, ...goodStanding };
    if (!existing) {
      sources.push(source);
      edits.push(makeCreateEdit('sources', source));
    }
    for (const claimId of claimIds) {
      const key = `${claimId} ${source.id}`;
      if (findEvidence(review, claimId, source.id) || added.has(key)) continue;
      added.add(key);
      edits.push(
        makeCreateEdit('evidence', {
          id: context.newId(),
          sourceId: source.id,
          ...toStoredEvidence(review, claimId, { stance: null, locator, quote: null, note: null }),
        }),
      );
    }
  }
  return edits.length === 0 ? null : { action: 'source.take', edits };
}
