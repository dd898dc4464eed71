import equal from 'fast-deep-equal';
import type { Change } from '#shared/domain/review/change.ts';
import type { StoredReview } from '../app/stored-review.ts';
import { fromScreen, type Model, newId } from '../model/model.ts';
import { type ReviewContent, toReviewContent } from '../model/review-content.ts';

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

/** Whether an id stands for an entity that the command has created. */
const isNewId = (id: string) => id === newId || id.startsWith(`${newId} `);

/**
 * Finds the stored entity for each new one of the model: an equal one, or else any that the model does not have, which is then
 * reported as a difference.
 */
function matchNewIds<T>(
  expected: Readonly<Record<string, T>>,
  actual: Readonly<Record<string, T>>,
): Map<string, string> {
  const left = new Set(Object.keys(actual).filter((id) => !(id in expected)));
  const matched = new Map<string, string>();
  for (const [id, entry] of Object.entries(expected)) {
    if (!isNewId(id)) continue;
    const found = [...left].find((candidate) => equal(actual[candidate], entry)) ?? [...left][0];
    if (found === undefined) continue;
    matched.set(id, found);
    left.delete(found);
  }
  return matched;
}

/** The entries of a record with the ids that their new ones have on the disk. */
function copyIds<T>(
  expected: Readonly<Record<string, T>>,
  actual: Readonly<Record<string, T>>,
): Record<string, T> {
  const ids = matchNewIds(expected, actual);
  return Object.fromEntries(Object.entries(expected).map(([id, entry]) => [ids.get(id) ?? id, entry]));
}

/** Replaces the ids of new entities by those on the disk, also where others refer to them. */
function copyIdsFromDisk(model: Model, stored: ReviewContent): void {
  const { claims, sources, evidence, proposed } = model.content;
  const claimIds = matchNewIds(claims, stored.claims);
  const sourceIds = matchNewIds(sources, stored.sources);
  const refer = <T extends { claim: string }>(record: Readonly<Record<string, T>>) =>
    Object.entries(record).map(
      ([id, entry]) => [id, { ...entry, claim: claimIds.get(entry.claim) ?? entry.claim }] as const,
    );
  const referred = refer(evidence).map(
    ([id, entry]) => [id, { ...entry, source: sourceIds.get(entry.source) ?? entry.source }] as const,
  );
  model.content = {
    ...model.content,
    claims: copyIds(claims, stored.claims),
    sources: copyIds(sources, stored.sources),
    evidence: copyIds(Object.fromEntries(referred), stored.evidence),
    proposed: copyIds(Object.fromEntries(refer(proposed)), stored.proposed),
    // A new draft has the dismissals that were carried, with ids of their own.
    dismissals: model.fieldsFromDisk.includes('spans')
      ? stored.dismissals
      : copyIds(model.content.dismissals, stored.dismissals),
    dismissedQueries: copyIds(model.content.dismissedQueries, stored.dismissedQueries),
  };
  if (model.currentClaimId !== fromScreen && model.currentClaimId === newId)
    model.currentClaimId = claimIds.get(newId) ?? model.currentClaimId;
  if (model.newClaims)
    model.newClaims = { ...model.newClaims, ids: model.newClaims.ids.map((id) => claimIds.get(id) ?? id) };
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
  const tables = ['claims', 'sources', 'evidence', 'proposed', 'dismissals', 'dismissedQueries'] as const;
  return [
    ...(expected.draft === actual.draft ? [] : [`draft ${actual.draft} is stored, not ${expected.draft}`]),
    ...(equal(expected.tags, actual.tags)
      ? []
      : [`tags: [${actual.tags}] are stored, not [${expected.tags}]`]),
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
