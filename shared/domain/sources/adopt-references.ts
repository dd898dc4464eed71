import type { Edit } from '../history/change';
import { createEdit } from '../history/edits';
import type { Facts, Step } from '../history/step';
import type { Review } from '../review/review';
import type { Source } from '../source';
import type { SourceFields } from './source-edits';
import { findTie } from './source-use';
import { stands } from './withdrawn-source';

/** A source that the article itself names, and the claims that it stands on. */
export interface NamedSource {
  fields: SourceFields;
  /** The place in the source that the article names. */
  locator: string | null;
  claimIds: readonly string[];
}

/** Whether two sources are the same to a reader: by their address, and without one by their title. */
function isSame(a: Pick<Source, 'url' | 'title'>, b: Pick<Source, 'url' | 'title'>): boolean {
  return a.url === null && b.url === null ? a.title === b.title : a.url === b.url;
}

/** The source of the review that an article names; undefined when it has none such. */
export function findNamed(
  sources: Iterable<Source>,
  fields: Pick<Source, 'url' | 'title'>,
): Source | undefined {
  return [...sources].find((source) => isSame(source, fields));
}

/**
 * Takes over sources that the article names, and ties them to its claims as context: that the article names them says not
 * yet that they support it. One that the review has already is tied, not doubled. Null when everything is there already.
 */
export function takeOver(review: Review, named: readonly NamedSource[], facts: Facts): Step | null {
  const edits: Edit[] = [];
  const known = [...review.sources.values()];
  const tied = new Set<string>();
  for (const { fields, locator, claimIds } of named) {
    const there = findNamed(known, fields);
    const source = there ?? { id: facts.newId(), ...fields, ...stands };
    if (!there) {
      known.push(source);
      edits.push(createEdit('sources', source));
    }
    for (const claimId of claimIds) {
      const tie = `${claimId} ${source.id}`;
      if (findTie(review, claimId, source.id) || tied.has(tie)) continue;
      tied.add(tie);
      edits.push(
        createEdit('evidence', {
          ...{ id: facts.newId(), claimId, sourceId: source.id },
          ...{ stance: 'context', locator, quote: null, note: null },
        }),
      );
    }
  }
  return edits.length === 0 ? null : { action: 'source.take', edits };
}
