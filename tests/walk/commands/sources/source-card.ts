import * as fc from 'fast-check';
import { dropOn } from '../../../e2e/support/page/drop';
import type { Walker } from '../../app/walker';
import { type ModelSource, filterRecord } from '../../model/review-content';
import { setStanding } from '../../model/changes';
import { fromScreen, recordChange, type Model } from '../../model/model';
import { anyIndex, createCommand, pick } from '../command';

/** Opens the card of a source by its row in the list; its id, or null where it has none there. */
async function openSource(model: Model, walker: Walker, at: number): Promise<string | null> {
  const rows = walker.stet.sources.list.locator('[data-source]');
  const count = model.list === 'sources' ? await rows.count() : 0;
  if (count === 0) return null;
  const row = rows.nth(at % count);
  const id = await row.getAttribute('data-source');
  await row.click();
  model.selection = fromScreen;
  return id;
}

/** What was found wrong in one of the two stays so, and why, if one of them knows. */
function fallenOf(one: ModelSource, double: ModelSource): Pick<ModelSource, 'standing' | 'reason'> {
  const isLike = one.standing === double.standing && one.reason === '';
  const { standing, reason } = one.standing === 'good' || isLike ? double : one;
  return { standing, reason };
}

const inSources = ({ isInQueue: inQueue, list, content }: Readonly<Model>) =>
  !inQueue && list === 'sources' && Object.keys(content.sources).length > 0;

export const sourceCardCommands = [
  createCommand('Open the card of a source', anyIndex, {
    canRun: inSources,
    async perform(model, walker, at) {
      const id = await openSource(model, walker, at);
      return id === null ? 'no row' : model.content.sources[id]?.title;
    },
  }),
  createCommand(
    'Say whether a source stands',
    fc.record({
      at: anyIndex,
      stands: fc.constantFrom('Reliable', 'Withdrawn', 'Wrong'),
      reason: fc.constantFrom('', 'The count was repeated.'),
    }),
    {
      canRun: inSources,
      async perform(model, walker, { at, stands, reason }) {
        const id = await openSource(model, walker, at);
        if (id === null) return 'no row';
        if (stands === 'Reliable') await walker.stet.sourceCard.stands(stands).click();
        else await walker.stet.sourceCard.fell(stands, reason);
        const standing = ({ Reliable: 'good', Withdrawn: 'withdrawn', Wrong: 'wrong' } as const)[stands];
        setStanding(model, id, standing, standing === 'good' ? '' : reason);
        return `${model.content.sources[id]?.title}: ${stands} “${reason}”`;
      },
    },
  ),
  createCommand('Delete a source', anyIndex, {
    canRun: inSources,
    async perform(model, walker, at) {
      const id = await openSource(model, walker, at);
      if (id === null) return 'no row';
      const { sources, evidence: ties } = model.content;
      await walker.stet.sourceCard.deleteSource.click();
      recordChange(model, 'source.delete', {
        ...model.content,
        sources: filterRecord(sources, (_source, other) => other !== id),
        evidence: filterRecord(ties, ({ source }) => source !== id),
      });
      return sources[id]?.title;
    },
  }),
  createCommand('Merge two sources', fc.record({ at: anyIndex, other: anyIndex }), {
    canRun: (model) => inSources(model) && Object.keys(model.content.sources).length > 1,
    async perform(model, walker, { at, other }) {
      const id = await openSource(model, walker, at);
      if (id === null) return 'no row';
      const { sources } = model.content;
      const titles = Object.values(sources).map(({ title }) => title);
      const clear = Object.entries(sources).filter(
        ([key, { title }]) => key !== id && titles.filter((same) => same === title).length === 1,
      );
      const [absorbed, { title } = { title: '' }] = pick(clear, other) ?? [];
      if (absorbed === undefined) return 'no other source';
      await walker.stet.sourceCard.pickDouble(title);
      await walker.stet.sourceCard.merge.click();
      // Their titles differ, so it is asked which is right: this one's, unless one says otherwise.
      await walker.checkDialog('Merge sources');
      await walker.stet.mergeDialog.merge.click();
      const [one, double] = [sources[id], sources[absorbed]];
      const merged = one && double && { ...one, ...fallenOf(one, double) };
      // A claim that was tied to both is tied once; in the walk every tie supports.
      const ties = Object.entries(model.content.evidence).flatMap(([key, tie]) => {
        if (tie.source !== absorbed) return [[key, tie] as const];
        const isDouble = Object.values(model.content.evidence).some(
          (other) => other.source === id && other.claim === tie.claim,
        );
        return isDouble ? [] : [[key, { ...tie, source: id }] as const];
      });
      recordChange(model, 'source.merge', {
        ...model.content,
        evidence: Object.fromEntries(ties),
        sources: filterRecord(
          { ...sources, ...(merged && { [id]: merged }) },
          (_source, key) => key !== absorbed,
        ),
      });
      return `“${title}” into “${sources[id]?.title}”`;
    },
  }),
  createCommand('Drop a file on a source', fc.record({ at: anyIndex, name: fc.constantFrom('ledger', 'count') }), {
    canRun: inSources,
    async perform(model, walker, { at, name }) {
      const id = await openSource(model, walker, at);
      if (id === null) return 'no row';
      // Never the same bytes twice: the source would have them already.
      const file = { name: `${name}.txt`, bytes: Buffer.from(`${name} of step ${walker.commandCount}`) };
      await dropOn(walker.stet.sourceCard.card, 'Drop to attach to this source', file);
      recordChange(model, 'source.edit', { ...model.content });
      return `${file.name} on “${model.content.sources[id]?.title}”`;
    },
  }),
];
