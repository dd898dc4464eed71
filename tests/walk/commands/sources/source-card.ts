import * as fc from 'fast-check';
import { dropOn } from '../../../e2e/support/drop';
import type { Walker } from '../../app/walker';
import { type KeptSource, keptOnly } from '../../model/review-content';
import { setStanding } from '../../model/changes';
import { asSeen, take, type World } from '../../model/model';
import { anyOf, command, pick } from '../command';

/** Opens the card of a source by its row in the list; its id, or null where it has none there. */
async function openSource(world: World, walker: Walker, at: number): Promise<string | null> {
  const rows = walker.stet.sources.list.locator('[data-source]');
  const count = world.list === 'sources' ? await rows.count() : 0;
  if (count === 0) return null;
  const row = rows.nth(at % count);
  const id = await row.getAttribute('data-source');
  await row.click();
  world.selection = asSeen;
  return id;
}

/** What was found wrong in one of the two stays so, and why, if one of them knows. */
function fallenOf(one: KeptSource, double: KeptSource): Pick<KeptSource, 'standing' | 'reason'> {
  const isLike = one.standing === double.standing && one.reason === '';
  const { standing, reason } = one.standing === 'good' || isLike ? double : one;
  return { standing, reason };
}

const inSources = ({ inQueue, list, content }: Readonly<World>) =>
  !inQueue && list === 'sources' && Object.keys(content.sources).length > 0;

export const sourceCardCommands = [
  command('Open the card of a source', anyOf, {
    can: inSources,
    async act(world, walker, at) {
      const id = await openSource(world, walker, at);
      return id === null ? 'no row' : world.content.sources[id]?.title;
    },
  }),
  command(
    'Say whether a source stands',
    fc.record({
      at: anyOf,
      stands: fc.constantFrom('Reliable', 'Withdrawn', 'Wrong'),
      reason: fc.constantFrom('', 'The count was repeated.'),
    }),
    {
      can: inSources,
      async act(world, walker, { at, stands, reason }) {
        const id = await openSource(world, walker, at);
        if (id === null) return 'no row';
        if (stands === 'Reliable') await walker.stet.sourceCard.stands(stands).click();
        else await walker.stet.sourceCard.fell(stands, reason);
        const standing = ({ Reliable: 'good', Withdrawn: 'withdrawn', Wrong: 'wrong' } as const)[stands];
        setStanding(world, id, standing, standing === 'good' ? '' : reason);
        return `${world.content.sources[id]?.title}: ${stands} “${reason}”`;
      },
    },
  ),
  command('Delete a source', anyOf, {
    can: inSources,
    async act(world, walker, at) {
      const id = await openSource(world, walker, at);
      if (id === null) return 'no row';
      const { sources, ties } = world.content;
      await walker.stet.sourceCard.deleteSource.click();
      take(world, 'source.delete', {
        ...world.content,
        sources: keptOnly(sources, (_source, other) => other !== id),
        ties: keptOnly(ties, ({ source }) => source !== id),
      });
      return sources[id]?.title;
    },
  }),
  command('Merge two sources', fc.record({ at: anyOf, other: anyOf }), {
    can: (world) => inSources(world) && Object.keys(world.content.sources).length > 1,
    async act(world, walker, { at, other }) {
      const id = await openSource(world, walker, at);
      if (id === null) return 'no row';
      const { sources } = world.content;
      const titles = Object.values(sources).map(({ title }) => title);
      const clear = Object.entries(sources).filter(
        ([key, { title }]) => key !== id && titles.filter((same) => same === title).length === 1,
      );
      const [absorbed, { title } = { title: '' }] = pick(clear, other) ?? [];
      if (absorbed === undefined) return 'no other source';
      await walker.stet.sourceCard.pickDouble(title);
      await walker.stet.sourceCard.merge.click();
      // Their titles differ, so it is asked which is right: this one's, unless one says otherwise.
      await walker.keepsLawsIn('Merge sources');
      await walker.stet.mergeDialog.merge.click();
      const [one, double] = [sources[id], sources[absorbed]];
      const merged = one && double && { ...one, ...fallenOf(one, double) };
      // A claim that was tied to both is tied once; in the walk every tie supports.
      const ties = Object.entries(world.content.ties).flatMap(([key, tie]) => {
        if (tie.source !== absorbed) return [[key, tie] as const];
        const isDouble = Object.values(world.content.ties).some(
          (other) => other.source === id && other.claim === tie.claim,
        );
        return isDouble ? [] : [[key, { ...tie, source: id }] as const];
      });
      take(world, 'source.merge', {
        ...world.content,
        ties: Object.fromEntries(ties),
        sources: keptOnly(
          { ...sources, ...(merged && { [id]: merged }) },
          (_source, key) => key !== absorbed,
        ),
      });
      return `“${title}” into “${sources[id]?.title}”`;
    },
  }),
  command('Drop a file on a source', fc.record({ at: anyOf, name: fc.constantFrom('ledger', 'count') }), {
    can: inSources,
    async act(world, walker, { at, name }) {
      const id = await openSource(world, walker, at);
      if (id === null) return 'no row';
      // Never the same bytes twice: the source would have them already.
      const file = { name: `${name}.txt`, bytes: Buffer.from(`${name} of step ${walker.steps}`) };
      await dropOn(walker.stet.sourceCard.card, 'Drop to attach to this source', file);
      take(world, 'source.edit', { ...world.content });
      return `${file.name} on “${world.content.sources[id]?.title}”`;
    },
  }),
];
