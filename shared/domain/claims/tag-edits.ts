import { toSearchableText } from '#shared/text/find-in-text.ts';
import { isolate } from '#shared/text/format/wording.ts';
import type { Claim } from '../base/claim.ts';
import { normalizeLineInput } from '../base/primitives.ts';
import { type Tag, type TagColor, tagColors } from '../base/tag.ts';
import { findReferrers, type Review } from '../review/review.ts';
import {
  createStep,
  type EditContext,
  makeCreateEdit,
  makeDeleteEdit,
  makeUpdateEdit,
  type Step,
} from '../review/step.ts';

function sortByName(tags: Tag[]): Tag[] {
  return tags.sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

/** The tags of an article by name. */
export function listTags(review: Review): Tag[] {
  return sortByName([...review.tags.values()]);
}

/** The tags of a claim by name, as in the list of all tags. */
export function listTagsOfClaim(review: Review, { tagIds }: Pick<Claim, 'tagIds'>): Tag[] {
  return sortByName(tagIds.flatMap((id) => review.tags.get(id) ?? []));
}

function foldName(name: string): string {
  return toSearchableText(name.normalize('NFC')).folded;
}

/** Finds the tag with a name, whatever its case, its spaces at the ends and its quotation marks. */
export function findTagByName(review: Review, name: string): Tag | undefined {
  const wanted = foldName(normalizeLineInput(name) ?? '');
  return [...review.tags.values()].find((tag) => foldName(tag.name) === wanted);
}

/** Why a tag can't have this name: it is empty, or another tag has it. Null when it can. */
export function findNameProblem(review: Review, tag: Pick<Tag, 'id'>, name: string): string | null {
  if (normalizeLineInput(name) === null) return 'A tag needs a name.';
  const same = findTagByName(review, name);
  return same && same.id !== tag.id
    ? `There is a tag “${isolate(same.name)}” already. Choose another name.`
    : null;
}

/** The colour that the fewest tags have, the first of these: new tags differ as long as they can. */
export function chooseTagColor(review: Review): TagColor {
  const counts = new Map<TagColor, number>(tagColors.map((color) => [color, 0]));
  for (const { color } of review.tags.values()) counts.set(color, (counts.get(color) ?? 0) + 1);
  return tagColors.reduce((best, color) =>
    (counts.get(color) ?? 0) < (counts.get(best) ?? 0) ? color : best,
  );
}

/**
 * Creates a tag and gives it to the claims, in one step; null when it can't have this name, as `findNameProblem` explains.
 */
export function createTag(
  review: Review,
  { name, color }: Pick<Tag, 'name' | 'color'>,
  claims: readonly Claim[],
  context: EditContext,
): Step | null {
  const id = context.newId();
  const stored = normalizeLineInput(name);
  if (stored === null || findNameProblem(review, { id }, name) !== null) return null;
  return createStep('tag.create', [
    makeCreateEdit('tags', { id, name: stored, color }),
    ...claims.map((claim) => makeUpdateEdit('claims', claim, { tagIds: [...claim.tagIds, id] })),
  ]);
}

/** Renames a tag or gives it another colour; null when nothing differs or it can't have this name. */
export function editTag(review: Review, tag: Tag, after: Partial<Pick<Tag, 'name' | 'color'>>): Step | null {
  const name = normalizeLineInput(after.name ?? tag.name);
  if (name === null || findNameProblem(review, tag, name) !== null) return null;
  return createStep('tag.edit', [makeUpdateEdit('tags', tag, { ...after, name })]);
}

/** Deletes a tag and takes it from all claims, in one step. */
export function deleteTag(review: Review, tag: Tag): Step {
  return {
    action: 'tag.delete',
    edits: [
      ...findReferrers(review, `tags/${tag.id}`, 'claims').flatMap(
        (claim) =>
          makeUpdateEdit('claims', claim, { tagIds: claim.tagIds.filter((id) => id !== tag.id) }) ?? [],
      ),
      makeDeleteEdit('tags', tag),
    ],
  };
}

/** Gives a tag to claims, or takes it from them, in one step; null when it changes none of them. */
export function setTag(claims: readonly Claim[], tagId: string, isGiven: boolean): Step | null {
  return createStep(
    'claim.edit',
    claims.map((claim) => {
      if (claim.tagIds.includes(tagId) === isGiven) return null;
      const tagIds = isGiven ? [...claim.tagIds, tagId] : claim.tagIds.filter((id) => id !== tagId);
      return makeUpdateEdit('claims', claim, { tagIds });
    }),
  );
}
