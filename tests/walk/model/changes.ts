import type { Stance } from '#shared/domain/base/evidence.ts';
import type { SourceStanding } from '#shared/domain/base/source.ts';
import type { Verdict } from '#shared/domain/base/verdict.ts';
import type { Span } from '#shared/text/span.ts';
import { fromScreen, getNewId, type Model, newId, recordChange, resetAfterReopening } from './model.ts';
import { filterRecord, type ModelClaim } from './review-content.ts';

// The effects of the app's changes on the model.

/** Creates a claim, which becomes the current one. */
export function markClaim(model: Model, span: Span, verdict: Verdict): void {
  const claim = { span, verdict, note: '', correction: '', claimant: '', tags: [] };
  recordChange(model, 'claim.mark', {
    ...model.content,
    claims: { ...model.content.claims, [newId]: claim },
  });
  model.currentClaimId = newId;
  model.newClaims = { ids: [newId], filter: model.filter };
  model.selection = null;
}

/** Dismisses spans. Dismissals within them give way. */
export function dismissSpans(model: Model, spans: readonly Span[]): void {
  const { content } = model;
  const isReplaced = (old: Span) => spans.some(({ start, end }) => start <= old.start && end >= old.end);
  recordChange(model, 'dismissal.add', {
    ...content,
    dismissals: {
      ...filterRecord(content.dismissals, (old) => !isReplaced(old)),
      ...Object.fromEntries(spans.map((span, index) => [getNewId(index), span])),
    },
  });
}

/** Takes back the dismissals that lie in these sentences. */
export function reopenSentences(model: Model, sentences: readonly Span[]): void {
  const { content } = model;
  const isReopened = (old: Span) => sentences.some(({ start, end }) => start <= old.start && end >= old.end);
  const dismissals = filterRecord(content.dismissals, (old) => !isReopened(old));
  if (Object.keys(dismissals).length === Object.keys(content.dismissals).length) return;
  recordChange(model, 'dismissal.remove', { ...content, dismissals });
}

export function dismissQuery(model: Model, rule: string, reason: string): void {
  const { content } = model;
  recordChange(model, 'query.dismiss', {
    ...content,
    dismissedQueries: { ...content.dismissedQueries, [newId]: { rule, reason } },
  });
}

export function reopenQuery(model: Model, id: string): void {
  const { content } = model;
  recordChange(model, 'query.reopen', {
    ...content,
    dismissedQueries: filterRecord(content.dismissedQueries, (_, other) => other !== id),
  });
}

/** Changes fields of a claim. Call it only when a value differs: equal values add nothing to the history. */
export function editClaim(model: Model, id: string, action: string, fields: Partial<ModelClaim>): void {
  const claim = model.content.claims[id];
  if (!claim) throw new Error(`the model has no claim ${id}`);
  const claims = { ...model.content.claims, [id]: { ...claim, ...fields } };
  recordChange(model, action, { ...model.content, claims });
}

/** Sets a verdict. Setting the same verdict again is a change only when something else has changed since. */
export function setVerdict(model: Model, id: string, verdict: Verdict): void {
  model.currentClaimId = id;
  if (model.content.claims[id]?.verdict !== verdict) editClaim(model, id, 'claim.verdict', { verdict });
  else model.expectedActions.push('claim.verdict?');
}

/** Sets the verdict on several claims, as one change. */
export function setVerdicts(model: Model, ids: readonly string[], verdict: Verdict): void {
  const { claims } = model.content;
  const judged = ids.flatMap((id): [string, ModelClaim][] => {
    const claim = claims[id];
    return claim ? [[id, { ...claim, verdict }]] : [];
  });
  if (ids.every((id) => claims[id]?.verdict === verdict)) model.expectedActions.push('claim.verdict?');
  else
    recordChange(model, 'claim.verdict', {
      ...model.content,
      claims: { ...claims, ...Object.fromEntries(judged) },
    });
}

/** Gives a tag to the claims that don't have it, as one change, and creates it if there is none of this name. */
export function giveTag(model: Model, ids: readonly string[], name: string): void {
  const { claims, tags } = model.content;
  const isNew = !tags.includes(name);
  const tagged = ids.flatMap((id): [string, ModelClaim][] => {
    const claim = claims[id];
    return claim && !claim.tags.includes(name) ? [[id, { ...claim, tags: [...claim.tags, name] }]] : [];
  });
  if (tagged.length === 0 && !isNew) return;
  recordChange(model, isNew ? 'tag.create' : 'claim.edit', {
    ...model.content,
    claims: { ...claims, ...Object.fromEntries(tagged) },
    tags: [...new Set([...tags, name])].sort(),
  });
}

/** Deletes a tag, and takes it from all claims, as one change. */
export function deleteTag(model: Model, name: string): void {
  const claims = Object.entries(model.content.claims).map(
    ([id, claim]) => [id, { ...claim, tags: claim.tags.filter((tag) => tag !== name) }] as const,
  );
  recordChange(model, 'tag.delete', {
    ...model.content,
    claims: Object.fromEntries(claims),
    tags: model.content.tags.filter((tag) => tag !== name),
  });
}

export function deleteClaim(model: Model, id: string): void {
  const { claims, evidence, proposed } = model.content;
  recordChange(model, 'claim.delete', {
    ...model.content,
    claims: filterRecord(claims, (_claim, other) => other !== id),
    evidence: filterRecord(evidence, ({ claim }) => claim !== id),
    proposed: filterRecord(proposed, ({ claim }) => claim !== id),
  });
  model.currentClaimId = null;
}

export function setStanding(model: Model, id: string, standing: SourceStanding, reason: string): void {
  const source = model.content.sources[id];
  if (!source || (source.standing === standing && source.reason === reason)) return;
  const sources = { ...model.content.sources, [id]: { ...source, standing, reason } };
  recordChange(model, 'source.standing', { ...model.content, sources });
}

/** Adds evidence from an existing source, by its id, or from a new source with this title. Without a stance, it follows the verdict. */
export function attachSource(
  model: Model,
  claim: string,
  source: string | { title: string },
  stance: Stance | null = null,
): void {
  const { content } = model;
  const isNew = typeof source !== 'string';
  recordChange(model, 'evidence.attach', {
    ...content,
    sources: isNew
      ? { ...content.sources, [newId]: { title: source.title, standing: 'good', reason: '', hidden: '' } }
      : content.sources,
    evidence: { ...content.evidence, [newId]: { claim, source: isNew ? newId : source, stance } },
  });
}

/** Chooses the stance of evidence. Choosing it again changes nothing. */
export function chooseStance(model: Model, id: string, stance: Stance): void {
  const { evidence } = model.content;
  const chosen = evidence[id];
  if (!chosen) throw new Error(`the model has no evidence ${id}`);
  if (chosen.stance === stance) return;
  recordChange(model, 'evidence.edit', {
    ...model.content,
    evidence: { ...evidence, [id]: { ...chosen, stance } },
  });
}

/** The entries of a record that belong to a claim, copied for other claims. The copies get ids as new entities do. */
function copyEntries<T extends { claim: string }>(
  record: Readonly<Record<string, T>>,
  claimIds: readonly string[],
  belongs: (entry: T) => boolean,
): Record<string, T> {
  const entries = Object.values(record).filter(belongs);
  const copies = claimIds.flatMap((claim) => entries.map((entry) => ({ ...entry, claim })));
  return { ...record, ...Object.fromEntries(copies.map((copy, index) => [getNewId(index), copy])) };
}

/** Splits a claim: it keeps the first span, and each other one gets a claim with copies of what was said about it. */
export function splitClaim(model: Model, id: string, [first, ...others]: readonly [Span, ...Span[]]): void {
  const { content } = model;
  const claim = content.claims[id];
  if (!claim) throw new Error(`the model has no claim ${id}`);
  const added = others.map((span, index): [string, ModelClaim] => [
    getNewId(index),
    { ...claim, span, verdict: 'unchecked', correction: '' },
  ]);
  const ids = added.map(([newClaim]) => newClaim);
  model.newClaims = { ids: [id, ...ids], filter: model.filter };
  recordChange(model, 'claim.split', {
    ...content,
    claims: { ...content.claims, [id]: { ...claim, span: first }, ...Object.fromEntries(added) },
    evidence: copyEntries(content.evidence, ids, (one) => one.claim === id),
    proposed: copyEntries(content.proposed, ids, (one) => one.claim === id && one.state === 'unseen'),
  });
}

/** Accepts proposed evidence from an existing source, by its id, or from a new source with this title. */
export function acceptProposed(model: Model, id: string, source: string | { title: string }): void {
  const { content } = model;
  const proposed = content.proposed[id];
  if (!proposed) throw new Error(`the model has no proposed evidence ${id}`);
  const isNew = typeof source !== 'string';
  const added = { claim: proposed.claim, source: isNew ? newId : source, stance: null };
  // The claim may have evidence from the source, with which it is merged.
  const isMerged = Object.values(content.evidence).some(
    (one) => one.claim === added.claim && one.source === added.source,
  );
  recordChange(model, 'evidence.accept', {
    ...content,
    sources: isNew
      ? { ...content.sources, [newId]: { title: source.title, standing: 'good', reason: '', hidden: '' } }
      : content.sources,
    evidence: isMerged ? content.evidence : { ...content.evidence, [newId]: added },
    proposed: { ...content.proposed, [id]: { ...proposed, state: 'accepted' } },
  });
}

export function declineProposed(model: Model, id: string, reason: string): void {
  const { content } = model;
  const proposed = content.proposed[id];
  if (!proposed) throw new Error(`the model has no proposed evidence ${id}`);
  recordChange(model, 'evidence.decline', {
    ...content,
    proposed: { ...content.proposed, [id]: { ...proposed, state: 'declined', reason } },
  });
}

/** Undoes the last change, or redoes the last one that was undone. The current claim is then read from the screen. */
export function undoOrRedo(model: Model, direction: 'undo' | 'redo'): void {
  const content = model[direction].pop();
  if (!content) return;
  model.expectedActions.push(direction);
  model[direction === 'undo' ? 'redo' : 'undo'].push(model.content);
  const isOtherDraft = content.draft !== model.content.draft;
  model.content = content;
  // The window shows another draft as if the article were opened again.
  if (isOtherDraft) resetAfterReopening(model);
  model.currentClaimId = fromScreen;
  model.selection = fromScreen;
}
