import * as fc from 'fast-check';
import type { Stance } from '#shared/domain/base/evidence.ts';
import { dropFilesOn } from '#tests/e2e/support/page/drop.ts';
import { hiddenWord } from '../app/export-report.ts';
import type { Walker } from '../app/walker.ts';
import { setStanding } from '../model/changes.ts';
import { fromScreen, type Model, recordChange } from '../model/model.ts';
import { filterRecord, type ModelSource } from '../model/review-content.ts';
import { anyIndex, createCommand, pick } from './command.ts';

/** Opens the card of a source by its row. Resolves to the id of the source; null when there is no row. */
async function openSource(model: Model, walker: Walker, index: number): Promise<string | null> {
  const rows = walker.stet.sources.list.locator('[data-source]');
  const count = model.list === 'sources' ? await rows.count() : 0;
  if (count === 0) return null;
  const row = rows.nth(index % count);
  const id = await row.getAttribute('data-source');
  await row.click();
  model.selection = fromScreen;
  return id;
}

/** The standing of two merged sources: unreliable when either is, with the reason that is known. */
function mergeStandings(kept: ModelSource, absorbed: ModelSource): Pick<ModelSource, 'standing' | 'reason'> {
  const lacksReason = kept.standing === absorbed.standing && kept.reason === '';
  const { standing, reason } = kept.standing === 'good' || lacksReason ? absorbed : kept;
  return { standing, reason };
}

/** The stance of merged evidence: a chosen one, and of two the one that says more. Undefined when they contradict each other. */
function mergeStances(a: Stance | null, b: Stance | null): Stance | null | undefined {
  if (a === null || b === null) return a ?? b;
  if (a === b || b === 'context') return a;
  return a === 'context' ? b : undefined;
}

/** Evidence from both sources for the same claim becomes one, unless one supports what the other refutes. */
function mergeEvidence(all: Model['content']['evidence'], id: string, absorbedId: string) {
  const merged = new Map(Object.entries(all).filter(([, { source }]) => source !== absorbedId));
  for (const [key, each] of Object.entries(all)) {
    if (each.source !== absorbedId) continue;
    const same = [...merged].find(
      ([, { source, claim, stance }]) =>
        source === id && claim === each.claim && mergeStances(stance, each.stance) !== undefined,
    );
    const stance = same && mergeStances(same[1].stance, each.stance);
    if (same && stance !== undefined) merged.set(same[0], { ...same[1], stance });
    else merged.set(key, { ...each, source: id });
  }
  return Object.fromEntries(merged);
}

/** The content after a source has absorbed another one. */
function mergeInto({ content }: Model, id: string, absorbedId: string): Model['content'] {
  const { sources } = content;
  const [kept, absorbed] = [sources[id], sources[absorbedId]];
  const hidden = [kept?.hidden, absorbed?.hidden].filter(Boolean).join(', ');
  const merged = kept && absorbed && { ...kept, ...mergeStandings(kept, absorbed), hidden };
  return {
    ...content,
    evidence: mergeEvidence(content.evidence, id, absorbedId),
    sources: filterRecord(
      { ...sources, ...(merged && { [id]: merged }) },
      (_source, key) => key !== absorbedId,
    ),
  };
}

const standings = { 'None noted': 'good', Withdrawn: 'withdrawn', Wrong: 'wrong' } as const;

const isInSourceList = ({ isInQueue, list, content }: Readonly<Model>) =>
  !isInQueue && list === 'sources' && Object.keys(content.sources).length > 0;

export const sourceCardCommands = [
  createCommand('Open the card of a source', anyIndex, {
    canRun: isInSourceList,
    async perform(model, walker, index) {
      const id = await openSource(model, walker, index);
      return id === null ? 'no row' : model.content.sources[id]?.title;
    },
  }),
  createCommand(
    'Set the standing of a source',
    fc.record({
      index: anyIndex,
      label: fc.constantFrom('None noted', 'Withdrawn', 'Wrong'),
      reason: fc.constantFrom('', 'The count was repeated.'),
    }),
    {
      canRun: isInSourceList,
      async perform(model, walker, { index, label, reason }) {
        const id = await openSource(model, walker, index);
        if (id === null) return 'no row';
        if (label === 'None noted') await walker.stet.sourceCard.standing(label).click();
        else await walker.stet.sourceCard.markUnreliable(label, reason);
        setStanding(model, id, standings[label], label === 'None noted' ? '' : reason);
        return `${model.content.sources[id]?.title}: ${label} “${reason}”`;
      },
    },
  ),
  createCommand('Hide words of a source', anyIndex, {
    canRun: isInSourceList,
    async perform(model, walker, index) {
      const id = await openSource(model, walker, index);
      const source = id === null ? undefined : model.content.sources[id];
      if (id === null || !source) return 'no row';
      const { sourceCard, sourceForm: form } = walker.stet;
      await sourceCard.edit.click();
      if (!(await form.confidential.isChecked())) await form.confidential.click();
      // New words each time, so that the source changes.
      const hidden = `${hiddenWord}${walker.commandCount}`;
      await form.alsoHide.fill(hidden);
      await form.save.click();
      recordChange(model, 'source.edit', {
        ...model.content,
        sources: { ...model.content.sources, [id]: { ...source, hidden } },
      });
      return `${hidden} of “${source.title}”`;
    },
  }),
  createCommand('Delete a source', anyIndex, {
    canRun: isInSourceList,
    async perform(model, walker, index) {
      const id = await openSource(model, walker, index);
      if (id === null) return 'no row';
      const { sources, evidence } = model.content;
      await walker.stet.sourceCard.deleteSource.click();
      recordChange(model, 'source.delete', {
        ...model.content,
        sources: filterRecord(sources, (_source, other) => other !== id),
        evidence: filterRecord(evidence, ({ source }) => source !== id),
      });
      return sources[id]?.title;
    },
  }),
  createCommand('Merge two sources', fc.record({ index: anyIndex, otherIndex: anyIndex }), {
    canRun: (model) => isInSourceList(model) && Object.keys(model.content.sources).length > 1,
    async perform(model, walker, { index, otherIndex }) {
      const id = await openSource(model, walker, index);
      if (id === null) return 'no row';
      const { sources } = model.content;
      const titles = Object.values(sources).map(({ title }) => title);
      const candidates = Object.entries(sources).filter(
        ([key, { title }]) => key !== id && titles.filter((other) => other === title).length === 1,
      );
      const [absorbedId, { title } = { title: '' }] = pick(candidates, otherIndex) ?? [];
      if (absorbedId === undefined) return 'no other source';
      await walker.stet.sourceCard.chooseDuplicate(title);
      await walker.stet.sourceCard.merge.click();
      // The dialog asks which title is right, and preselects the title of the source on the card.
      await walker.checkDialog('Merge sources');
      await walker.stet.mergeDialog.merge.click();
      recordChange(model, 'source.merge', mergeInto(model, id, absorbedId));
      return `“${title}” into “${sources[id]?.title}”`;
    },
  }),
  createCommand(
    'Drop a file on a source',
    fc.record({ index: anyIndex, name: fc.constantFrom('ledger', 'count') }),
    {
      canRun: isInSourceList,
      async perform(model, walker, { index, name }) {
        const id = await openSource(model, walker, index);
        if (id === null) return 'no row';
        // Different bytes each time, because a source has the same file only once.
        const file = { name: `${name}.txt`, bytes: Buffer.from(`${name} of step ${walker.commandCount}`) };
        await dropFilesOn(walker.stet.sourceCard.card, 'Drop to attach to this source', file);
        recordChange(model, 'source.edit', { ...model.content });
        return `${file.name} on “${model.content.sources[id]?.title}”`;
      },
    },
  ),
];
