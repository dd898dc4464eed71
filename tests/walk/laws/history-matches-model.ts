import equal from 'fast-deep-equal';
import type { Change } from '../../../shared/domain/history/change';
import type { StoredReview } from '../app/stored-review';
import { type ReviewContent, toReviewContent } from '../model/review-content';
import { fromScreen, newId, type Model } from '../model/model';

/** The history has exactly the steps that were asked for, and they did what was asked. */
export function historyMatchesModel(
  added: readonly Change[],
  stored: Pick<StoredReview, 'review' | 'draft'>,
  model: Model,
): string[] {
  const steps = added.map(({ action }) => action);
  if (!matchesExpectedActions(steps, model.expectedActions))
    return [`the history has [${steps.join(', ')}] where [${model.expectedActions.join(', ')}] was asked for`];
  const content = toReviewContent(stored.review, stored.draft);
  copyIdsFromDisk(model, content);
  copyFieldsFromDisk(model, content);
  return listDifferences(model.content, content);
}

/** Whether the steps are those asked for, each in its turn; what ends with a question mark may be missing. */
function matchesExpectedActions(steps: readonly string[], asked: readonly string[]): boolean {
  const [step, ...others] = steps;
  const [wanted, ...later] = asked;
  if (wanted === undefined) return step === undefined;
  const name = wanted.replace('?', '');
  if (step === name && matchesExpectedActions(others, later)) return true;
  return wanted.endsWith('?') && matchesExpectedActions(steps, later);
}

/** Gives what was made the id that the disk has for it. */
function copyIdsFromDisk(model: Model, stored: ReviewContent): void {
  const idIn = (kept: Readonly<Record<string, unknown>>, there: Readonly<Record<string, unknown>>) =>
    newId in kept ? Object.keys(there).find((id) => !(id in kept)) : undefined;
  const { claims, sources, evidence: ties } = model.content;
  const ids = {
    claim: idIn(claims, stored.claims),
    source: idIn(sources, stored.sources),
    tie: idIn(ties, stored.evidence),
  };
  const renamed = <T>(kept: Readonly<Record<string, T>>, id: string | undefined) =>
    id === undefined
      ? kept
      : Object.fromEntries(Object.entries(kept).map(([key, entry]) => [key === newId ? id : key, entry]));
  const named = (key: string, id: string | undefined) => (key === newId && id !== undefined ? id : key);
  model.content = {
    ...model.content,
    claims: renamed(claims, ids.claim),
    sources: renamed(sources, ids.source),
    evidence: Object.fromEntries(
      Object.entries(renamed(ties, ids.tie)).map(([key, tie]) => [
        key,
        { claim: named(tie.claim, ids.claim), source: named(tie.source, ids.source) },
      ]),
    ),
  };
  if (model.currentClaimId !== fromScreen && model.currentClaimId === newId) model.currentClaimId = ids.claim ?? model.currentClaimId;
}

/** Takes over what the command did not foretell: where claims stand in a new draft. */
function copyFieldsFromDisk(model: Model, stored: ReviewContent): void {
  const { fieldsFromDisk: adopts } = model;
  const claims = Object.entries(model.content.claims).map(([id, claim]) => {
    const there = stored.claims[id];
    const span = adopts.includes('spans') ? (there?.span ?? null) : claim.span;
    const correction = adopts.includes('corrections') ? (there?.correction ?? '') : claim.correction;
    return [id, { ...claim, span, correction }] as const;
  });
  model.content = { ...model.content, claims: Object.fromEntries(claims) };
}

/** Steps that need not have been there, and were: they can be undone like any other, and changed nothing that is kept in mind. */
export function recordOptionalChanges(added: readonly Change[], model: Model): void {
  const optional = added.length - model.expectedActions.filter((action) => !action.endsWith('?')).length;
  for (let step = 0; step < optional; step += 1) {
    model.undo.push(model.content);
    model.redo = [];
  }
}

/** What is stored other than it was asked for. */
function listDifferences(asked: ReviewContent, stored: ReviewContent): string[] {
  const tables = ['claims', 'sources', 'ties'] as const;
  return [
    ...(asked.draft === stored.draft ? [] : [`draft ${stored.draft} is stored, not ${asked.draft}`]),
    ...tables.flatMap((table) => {
      const kept: Readonly<Record<string, unknown>> = asked[table];
      const there: Readonly<Record<string, unknown>> = stored[table];
      return [...new Set([...Object.keys(kept), ...Object.keys(there)])]
        .filter((id) => !equal(kept[id], there[id]))
        .map(
          (id) =>
            `${table}: ${JSON.stringify(there[id])} is stored where ${JSON.stringify(kept[id])} was asked for`,
        );
    }),
  ];
}
