import { z } from 'zod';
import { formatCount, formatNumber } from '#shared/text/format/numbers.ts';
import { idSchema } from '../base/primitives.ts';
import { isSignature } from '../claims/set-verdict.ts';
import { type Change, changeActionSchema, type Edit } from '../review/change.ts';
import type { Review } from '../review/review.ts';
import { createClaimFinder, listChangedClaimIds } from './claim-history.ts';

/** The part of a step that undo and redo name. */
export const stepSummarySchema = z.strictObject({
  /** The id of the change that undo, or redo, takes back. */
  id: idSchema,
  /** The person's own action, also when it was undone and redone since. */
  action: changeActionSchema,
  /** Whether it only put a name on verdicts that carried none. */
  isSignature: z.boolean(),
  /** How many claims it changed, and which one if it is one. */
  claimCount: z.int().min(0),
  claimId: idSchema.nullable(),
});

export type StepSummary = z.infer<typeof stepSummarySchema>;

/** Summarizes a step that is in the review. */
export function summarizeStep(
  { id, action, edits }: { id: string; action: Change['action']; edits: readonly Edit[] },
  review: Review,
): StepSummary {
  const claimIds = listChangedClaimIds(edits, createClaimFinder(review));
  const [first] = claimIds;
  const claimId = claimIds.size === 1 ? (first ?? null) : null;
  return { id, action, isSignature: isSignature(edits), claimCount: claimIds.size, claimId };
}

interface ActionName {
  /** Names the result, for a list of changes that were lost. */
  result: string;
  /** Names the step after "Undo" and "Undone:"; `claims` are those that it changed. */
  step: (claims: string) => string;
}

/** The names of everything that a change can do. */
export const actionNames: Readonly<Record<Change['action'], ActionName>> = {
  'article.edit': {
    result: 'a change of the article’s details',
    step: () => 'change of the article’s details',
  },
  'claim.mark': { result: 'a marked claim', step: (claims) => `marking of ${claims}` },
  'claim.verdict': { result: 'a verdict', step: (claims) => `verdict of ${claims}` },
  'claim.edit': { result: 'a change of a claim', step: (claims) => `change of ${claims}` },
  'claim.resize': { result: 'a claim’s new bounds', step: (claims) => `new bounds of ${claims}` },
  'claim.delete': { result: 'a deleted claim', step: (claims) => `deletion of ${claims}` },
  'claim.attach': { result: 'a claim’s new place', step: (claims) => `new place of ${claims}` },
  'claim.retire': { result: 'a retired claim', step: (claims) => `retirement of ${claims}` },
  'claim.split': { result: 'a claim split by sentence', step: (claims) => `split into ${claims}` },
  'evidence.attach': { result: 'an attached source', step: (claims) => `source attached to ${claims}` },
  'evidence.edit': {
    result: 'a change of an attached source',
    step: (claims) => `change of a source of ${claims}`,
  },
  'evidence.remove': {
    result: 'a source removed from a claim',
    step: (claims) => `removal of a source from ${claims}`,
  },
  'evidence.accept': {
    result: 'an accepted source of the author',
    step: (claims) => `accepted source of the author for ${claims}`,
  },
  'evidence.decline': {
    result: 'a declined source of the author',
    step: (claims) => `declined source of the author for ${claims}`,
  },
  'evidence.reopen': {
    result: 'a source of the author to be looked at again',
    step: (claims) => `source of the author for ${claims} to be looked at again`,
  },
  'source.take': { result: 'sources taken from the article', step: () => 'sources taken from the article' },
  'source.edit': { result: 'a change of a source', step: () => 'change of a source' },
  'source.standing': { result: 'the standing of a source', step: () => 'standing of a source' },
  'source.merge': { result: 'a merge of sources', step: () => 'merge of sources' },
  'source.delete': { result: 'a deleted source', step: () => 'deletion of a source' },
  'dismissal.add': { result: 'text set aside', step: () => 'text set aside' },
  'dismissal.remove': { result: 'text to be looked at again', step: () => 'text to be looked at again' },
  'query.dismiss': { result: 'a query set aside', step: () => 'query set aside' },
  'query.reopen': { result: 'a query to be looked at again', step: () => 'query to be looked at again' },
  'tag.create': { result: 'a new tag', step: () => 'new tag' },
  'tag.edit': { result: 'a change of a tag', step: () => 'change of a tag' },
  'tag.delete': { result: 'a deleted tag', step: () => 'deletion of a tag' },
  'article.open': { result: 'the opened article', step: () => 'opening of the article' },
  'draft.import': { result: 'a new draft', step: () => 'new draft' },
  'draft.correct': { result: 'a draft with the corrections', step: () => 'draft with the corrections' },
  undo: { result: 'an undone step', step: () => 'undone step' },
  redo: { result: 'a redone step', step: () => 'redone step' },
  'history.repair': { result: 'a repair', step: () => 'repair' },
};

/**
 * Names a step: "verdict of 3 claims", "deletion of a claim". `findNumber` finds the number of a claim in the text; undefined for one
 * that has none.
 */
export function nameStep(
  { action, isSignature, claimId, claimCount }: Omit<StepSummary, 'id'>,
  findNumber: (claimId: string) => number | undefined,
): string {
  const number = claimId === null ? undefined : findNumber(claimId);
  const one = number === undefined ? 'a claim' : `claim ${formatNumber(number)}`;
  const claims = claimCount > 1 ? formatCount(claimCount, 'claim') : one;
  return isSignature ? `name on the verdict of ${claims}` : actionNames[action].step(claims);
}
