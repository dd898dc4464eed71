import * as fc from 'fast-check';
import { pressKey } from '../../app/input';
import type { Walker } from '../../app/walker';
import { currentOf, keyedOf, takeRow } from '../../model/claims';
import { keptOnly } from '../../model/review-content';
import { attach } from '../../model/changes';
import { asSeen, take, type World } from '../../model/model';
import { anyOf, command, pick } from '../command';

const hasCurrent = (world: Readonly<World>) => !world.inQueue && currentOf(world) !== undefined;
const hasKeyed = (world: Readonly<World>) => !world.inQueue && keyedOf(world) !== undefined;

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

/** Opens the form that ties a source to the claim that the keyboard is at. */
async function openForm(world: World, walker: Walker): Promise<void> {
  await pressKey(walker, 's');
  takeRow(world);
  await walker.stet.sourceForm.title.waitFor();
}

export const sourceCommands = [
  command('Attach a new source', fc.constantFrom('Report of the auditor', 'Letter from the port', 'Dagbok'), {
    can: hasKeyed,
    async act(world, walker, title) {
      const claim = keyedOf(world);
      if (!claim) return undefined;
      const { ties, sources } = world.content;
      // The evidence that is there would open instead.
      if (Object.values(ties).some((tie) => tie.claim === claim.id && sources[tie.source]?.title === title))
        return 'attached already';
      await openForm(world, walker);
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
    can: hasKeyed,
    async act(world, walker, at) {
      const claim = keyedOf(world);
      const chosen = claim && pick(untied(world, claim.id), at);
      if (!claim || !chosen) return 'none is left';
      const [id, title] = chosen;
      await openForm(world, walker);
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
    can: hasKeyed,
    async act(world, walker) {
      await openForm(world, walker);
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
