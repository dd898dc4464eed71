import * as fc from 'fast-check';
import { dropOn } from '../../e2e/support/drop';
import { pressKey } from '../app/keys';
import type { Walker } from '../app/walker';
import { currentOf } from '../world/claims';
import { keptOnly } from '../world/content';
import { attach, setStanding } from '../world/steps';
import { asSeen, take, type World } from '../world/world';
import { anyOf, command, pick } from './command';

const hasCurrent = (world: Readonly<World>) => !world.inQueue && currentOf(world) !== undefined;

/** Titles of sources that the claim is not tied to yet, and that no other source has. */
function untied({ content }: World, claim: string): [id: string, title: string][] {
  const tied = new Set(
    Object.values(content.ties).flatMap((tie) => (tie.claim === claim ? [tie.source] : [])),
  );
  const titles = Object.values(content.sources).map(({ title }) => title);
  return Object.entries(content.sources)
    .filter(([id, { title }]) => !tied.has(id) && titles.filter((other) => other === title).length === 1)
    .map(([id, { title }]) => [id, title]);
}

/** Opens the form that ties a source to the current claim; false when no form comes. */
async function openForm(walker: Walker): Promise<void> {
  await pressKey(walker, 's');
  await walker.stet.sourceForm.title.waitFor();
}

export const sourceCommands = [
  command('Attach a new source', fc.constantFrom('Report of the auditor', 'Letter from the port', 'Dagbok'), {
    can: hasCurrent,
    async act(world, walker, title) {
      const claim = currentOf(world);
      if (!claim) return undefined;
      await openForm(walker);
      const { sourceForm: form } = walker.stet;
      await form.title.fill(title);
      if ((await form.title.getAttribute('aria-expanded')) === 'true')
        await walker.page.keyboard.press('Escape');
      await form.attach.click();
      attach(world, claim.id, { title });
      world.selection = asSeen;
      return title;
    },
  }),
  command('Attach a known source', anyOf, {
    can: hasCurrent,
    async act(world, walker, at) {
      const claim = currentOf(world);
      const chosen = claim && pick(untied(world, claim.id), at);
      if (!claim || !chosen) return 'none is left';
      const [id, title] = chosen;
      await openForm(walker);
      const { sourceForm: form } = walker.stet;
      await form.title.fill(title);
      await form.suggestions.filter({ hasText: title }).first().click();
      await form.attach.click();
      attach(world, claim.id, id);
      world.selection = asSeen;
      return title;
    },
  }),
  command('Open the form of a source, and Escape it', fc.constant(null), {
    can: hasCurrent,
    async act(world, walker) {
      await openForm(walker);
      await walker.page.keyboard.press('Escape');
      world.selection = asSeen;
      return undefined;
    },
  }),
  command('Remove evidence', anyOf, {
    can: hasCurrent,
    async act(world, walker, at) {
      const claim = currentOf(world);
      const { ties, sources } = world.content;
      const tied = Object.entries(ties).filter(([, tie]) => tie.claim === claim?.id);
      const titleOf = (source: string) => sources[source]?.title ?? '';
      const clear = tied.filter(
        ([, { source }]) => tied.filter(([, tie]) => titleOf(tie.source) === titleOf(source)).length === 1,
      );
      const [id, tie] = pick(clear, at) ?? [];
      const evidence = tie && walker.stet.card.evidenceFrom(titleOf(tie.source));
      if (!evidence || (await evidence.count()) !== 1) return 'not on the card';
      await evidence.getByRole('button', { name: 'Remove' }).click();
      take(world, 'evidence.remove', {
        ...world.content,
        ties: keptOnly(ties, (_tie, other) => other !== id),
      });
      world.selection = asSeen;
      return titleOf(tie.source);
    },
  }),
];

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
    fc.record({ at: anyOf, stands: fc.constantFrom('Stands', 'Withdrawn', 'Wrong') }),
    {
      can: inSources,
      async act(world, walker, { at, stands }) {
        const id = await openSource(world, walker, at);
        if (id === null) return 'no row';
        if (stands === 'Stands') await walker.stet.sourceCard.stands(stands).click();
        else await walker.stet.sourceCard.fell(stands);
        setStanding(world, id, ({ Stands: 'good', Withdrawn: 'withdrawn', Wrong: 'wrong' } as const)[stands]);
        return `${world.content.sources[id]?.title}: ${stands}`;
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
      take(world, 'source.merge', {
        ...world.content,
        sources: keptOnly(sources, (_source, key) => key !== absorbed),
      });
      world.adopts.push('ties');
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
