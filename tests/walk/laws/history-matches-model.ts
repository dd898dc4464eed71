import equal from 'fast-deep-equal';
import type { Change } from '../../../shared/domain/history/change';
import type { StoredReview } from '../app/stored-review';
import { fromScreen, type Model, newId } from '../model/model';
import { type ReviewContent, toReviewContent } from '../model/review-content';

/** The history has exactly the changes that the command makes, and they lead to the content of the model. */
export function historyMatchesModel(
  newChanges: readonly Change[],
  stored: Pick<StoredReview, 'review' | 'draft'>,
  model: Model,
): string[] {
  const actions = newChanges.map(({ action }) => action);
  if (!matchesExpectedActions(actions, model.expectedActions))
    return [
      `the history has [${actions.join(', ')}] where [${model.expectedActions.join(', ')}] is expected`,
    ];
  const content = toReviewContent(stored.review, stored.draft);
  copyIdsFromDisk(model, content);
  copyFieldsFromDisk(model, content);
  return listDifferences(model.content, content);
}

/** Whether the actions are the expected ones, in order. An expected action that ends with a question mark may be missing. */
function matchesExpectedActions(actions: readonly string[], expected: readonly string[]): boolean {
  const [action, ...otherActions] = actions;
  const [pattern, ...otherPatterns] = expected;
  if (pattern === undefined) return action === undefined;
  const name = pattern.replace('?', '');
  if (action === name && matchesExpectedActions(otherActions, otherPatterns)) return true;
  return pattern.endsWith('?') && matchesExpectedActions(actions, otherPatterns);
}

/** Replaces `newId` by the id that the new entity has on the disk. */
function copyIdsFromDisk(model: Model, stored: ReviewContent): void {
  const findNewId = (
    expected: Readonly<Record<string, unknown>>,
    actual: Readonly<Record<string, unknown>>,
  ) => (newId in expected ? Object.keys(actual).find((id) => !(id in expected)) : undefined);
  const { claims, sources, evidence } = model.content;
  const ids = {
    claim: findNewId(claims, stored.claims),
    source: findNewId(sources, stored.sources),
    evidence: findNewId(evidence, stored.evidence),
  };
  const replaceKey = <T>(record: Readonly<Record<string, T>>, id: string | undefined) =>
    id === undefined
      ? record
      : Object.fromEntries(Object.entries(record).map(([key, entry]) => [key === newId ? id : key, entry]));
  const replaceId = (key: string, id: string | undefined) => (key === newId && id !== undefined ? id : key);
  model.content = {
    ...model.content,
    claims: replaceKey(claims, ids.claim),
    sources: replaceKey(sources, ids.source),
    evidence: Object.fromEntries(
      Object.entries(replaceKey(evidence, ids.evidence)).map(([key, { claim, source }]) => [
        key,
        { claim: replaceId(claim, ids.claim), source: replaceId(source, ids.source) },
      ]),
    ),
  };
  if (model.currentClaimId !== fromScreen && model.currentClaimId === newId)
    model.currentClaimId = ids.claim ?? model.currentClaimId;
}

/** Copies the fields that the model can't predict, such as the spans of claims in a new draft. */
function copyFieldsFromDisk(model: Model, stored: ReviewContent): void {
  const { fieldsFromDisk } = model;
  const claims = Object.entries(model.content.claims).map(([id, claim]) => {
    const actual = stored.claims[id];
    const span = fieldsFromDisk.includes('spans') ? (actual?.span ?? null) : claim.span;
    const correction = fieldsFromDisk.includes('corrections') ? (actual?.correction ?? '') : claim.correction;
    return [id, { ...claim, span, correction }] as const;
  });
  model.content = { ...model.content, claims: Object.fromEntries(claims) };
}

/** Adds the optional changes that did happen to the undo stack: they can be undone, and change nothing in the model. */
export function recordOptionalChanges(newChanges: readonly Change[], model: Model): void {
  const requiredCount = model.expectedActions.filter((action) => !action.endsWith('?')).length;
  const optionalCount = newChanges.length - requiredCount;
  for (let change = 0; change < optionalCount; change += 1) {
    model.undo.push(model.content);
    model.redo = [];
  }
}

function listDifferences(expected: ReviewContent, actual: ReviewContent): string[] {
  const tables = ['claims', 'sources', 'evidence'] as const;
  return [
    ...(expected.draft === actual.draft ? [] : [`draft ${actual.draft} is stored, not ${expected.draft}`]),
    ...tables.flatMap((table) => {
      const expectedRows: Readonly<Record<string, unknown>> = expected[table];
      const actualRows: Readonly<Record<string, unknown>> = actual[table];
      return [...new Set([...Object.keys(expectedRows), ...Object.keys(actualRows)])]
        .filter((id) => !equal(expectedRows[id], actualRows[id]))
        .map(
          (id) =>
            `${table}: ${JSON.stringify(actualRows[id])} is stored where ${JSON.stringify(expectedRows[id])} is expected`,
        );
    }),
  ];
}
