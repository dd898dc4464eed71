import type { Edit } from '../../domain/history/change';
import { makeCreateEdit } from '../../domain/history/make-edits';
import type { EditContext } from '../../domain/history/step';
import { createEmptyReview, putEntity, type Review } from '../../domain/review/review';
import type { Tag } from '../../domain/tag';
import { findTagByName } from '../../domain/tags/tag-edits';

export interface AdoptedTags {
  edits: Edit[];
  /** The ids of tags by their names in the file, each once and in order. */
  listIds(tags: readonly Pick<Tag, 'name'>[]): string[];
}

/** Uses the tags of the article that have the same names again, in whatever colour, and creates the others. */
export function adoptTags(
  review: Review,
  tags: readonly Pick<Tag, 'name' | 'color'>[],
  context: Pick<EditContext, 'newId'>,
): AdoptedTags {
  const known = createEmptyReview();
  for (const tag of review.tags.values()) putEntity(known, 'tags', tag);
  const edits: Edit[] = [];
  const byName = new Map<string, string>();
  for (const { name, color } of tags) {
    if (byName.has(name)) continue;
    const same = findTagByName(known, name);
    const tag = same ?? { id: context.newId(), name, color };
    if (!same) {
      putEntity(known, 'tags', tag);
      edits.push(makeCreateEdit('tags', tag));
    }
    byName.set(name, tag.id);
  }
  return { edits, listIds: (wanted) => [...new Set(wanted.flatMap(({ name }) => byName.get(name) ?? []))] };
}
