import * as fc from 'fast-check';
import { pressKey } from '../app/input';
import type { Walker } from '../app/walker';
import { currentOf } from '../model/claims';
import { change } from '../model/changes';
import { asSeen, reopened, take, type World } from '../model/model';
import { anyOf, command } from './command';

/** What an author does to a text: changes a figure, takes a paragraph out, moves one, adds a sentence. */
const rewrites = {
  'another figure': (blocks: string[], at: number) =>
    blocks.with(
      at,
      (blocks[at] ?? '').replace(/\d+/, (figure) => String(Number(figure) + 1)),
    ),
  'a paragraph less': (blocks: string[], at: number) =>
    blocks.length > 3 ? blocks.toSpliced(at, 1) : blocks,
  'two paragraphs swapped': (blocks: string[], at: number) => {
    const other = at === 1 ? blocks.length - 1 : 1;
    return blocks.with(at, blocks[other] ?? '').with(other, blocks[at] ?? '');
  },
  'a sentence more': (blocks: string[], at: number) =>
    blocks.with(at, `${blocks[at]} Nobody knew it by then.`),
} as const;

const names = Object.keys(rewrites) as (keyof typeof rewrites)[];

/** A new draft is on the screen, and with it the claims that wait, if there are any. */
function redrafted(world: World, action: string): void {
  take(world, action, { ...world.content, draft: world.content.draft + 1 });
  reopened(world);
  world.adopts.push('places');
  world.current = asSeen;
  world.inQueue = asSeen;
}

/** Waits until the new draft is on the screen. */
async function isAdded({ stet }: Walker, number: number): Promise<void> {
  await stet.notices.mentions.filter({ hasText: `Draft ${number} was added.` }).waitFor();
}

export const draftCommands = [
  command('Import a draft', fc.record({ name: fc.constantFrom(...names), at: anyOf }), {
    can: ({ inQueue }) => inQueue === false,
    async act(world, walker, { name, at }) {
      const { text, blocks } = walker.stored.draft;
      const before = blocks.map(({ start, end }) => text.slice(start, end));
      const after = rewrites[name](before, 1 + (at % (before.length - 1)));
      const { stet } = walker;
      await stet.menu('File', 'Paste draft…');
      await stet.pasteDraftDialog.write(after.join('\n\n'));
      await stet.newDraft.dialog.waitFor();
      await walker.keepsLawsIn(/^Draft \d+ of/);
      await stet.newDraft.accept();
      await isAdded(walker, world.content.draft + 1);
      redrafted(world, 'draft.import');
      return name;
    },
  }),
  command('Write a correction', fc.constantFrom('5,100 people', 'in 1909'), {
    can: (world) => world.inQueue === false && currentOf(world) !== undefined,
    async act(world, walker, words) {
      const claim = currentOf(world);
      const { card } = walker.stet;
      if (!claim || (await card.correction.count()) === 0) return 'not on the card';
      await card.correct(words);
      await walker.page.keyboard.press('Escape');
      if (claim.correction !== words) change(world, claim.id, 'claim.edit', { correction: words });
      world.selection = asSeen;
      return `“${words}”`;
    },
  }),
  command('Apply the corrections', fc.constant(null), {
    can: ({ inQueue, content }) =>
      inQueue === false &&
      Object.values(content.claims).some(({ span, correction }) => span && correction !== ''),
    async act(world, walker) {
      const { stet } = walker;
      await stet.menu('Claim', 'Apply corrections…');
      await stet.correcting.dialog.waitFor();
      await walker.keepsLawsIn('Apply corrections');
      world.selection = asSeen;
      if (!(await stet.correcting.make.isEnabled())) {
        await walker.page.keyboard.press('Escape');
        return 'they can’t be applied';
      }
      await stet.correcting.make.click();
      await isAdded(walker, world.content.draft + 1);
      redrafted(world, 'draft.correct');
      // A correction that was applied is done.
      world.adopts.push('corrections');
      return undefined;
    },
  }),
  command('Go through the claims that wait', fc.constant(null), {
    can: ({ inQueue, content }) => inQueue === false && content.draft > 1,
    async act(world, walker) {
      await pressKey(walker, 'q');
      world.selection = asSeen;
      world.current = asSeen;
      world.inQueue = asSeen;
      return undefined;
    },
  }),
];
