import * as fc from 'fast-check';
import { pressKey } from '../app/input';
import type { Walker } from '../app/walker';
import { findCurrentClaim } from '../model/claims';
import { editClaim } from '../model/changes';
import { fromScreen, resetAfterReopening, recordChange, type Model } from '../model/model';
import { anyIndex, createCommand } from './command';

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
function redrafted(model: Model, action: string): void {
  recordChange(model, action, { ...model.content, draft: model.content.draft + 1 });
  resetAfterReopening(model);
  model.fieldsFromDisk.push('spans');
  model.currentClaimId = fromScreen;
  model.isInQueue = fromScreen;
}

/** Waits until the new draft is on the screen. */
async function isAdded({ stet }: Walker, number: number): Promise<void> {
  await stet.notices.mentions.filter({ hasText: `Draft ${number} was added.` }).waitFor();
}

export const draftCommands = [
  createCommand('Import a draft', fc.record({ name: fc.constantFrom(...names), at: anyIndex }), {
    canRun: ({ isInQueue: inQueue }) => inQueue === false,
    async perform(model, walker, { name, at }) {
      const { text, blocks } = walker.stored.draft;
      const before = blocks.map(({ start, end }) => text.slice(start, end));
      const after = rewrites[name](before, 1 + (at % (before.length - 1)));
      const { stet } = walker;
      await stet.menu('File', 'Paste draft…');
      await stet.pasteDraftDialog.write(after.join('\n\n'));
      await stet.newDraft.dialog.waitFor();
      await walker.checkDialog(/^Draft \d+ of/);
      await stet.newDraft.accept();
      await isAdded(walker, model.content.draft + 1);
      redrafted(model, 'draft.import');
      return name;
    },
  }),
  createCommand('Write a correction', fc.constantFrom('5,100 people', 'in 1909'), {
    canRun: (model) => model.isInQueue === false && findCurrentClaim(model) !== undefined,
    async perform(model, walker, words) {
      const claim = findCurrentClaim(model);
      const { card } = walker.stet;
      if (!claim || (await card.correction.count()) === 0) return 'not on the card';
      await card.writeCorrection(words);
      await walker.page.keyboard.press('Escape');
      if (claim.correction !== words) editClaim(model, claim.id, 'claim.edit', { correction: words });
      model.selection = fromScreen;
      return `“${words}”`;
    },
  }),
  createCommand('Apply the corrections', fc.constant(null), {
    canRun: ({ isInQueue: inQueue, content }) =>
      inQueue === false &&
      Object.values(content.claims).some(({ span, correction }) => span && correction !== ''),
    async perform(model, walker) {
      const { stet } = walker;
      await stet.menu('Claim', 'Apply corrections…');
      await stet.correcting.dialog.waitFor();
      await walker.checkDialog('Apply corrections');
      model.selection = fromScreen;
      if (!(await stet.correcting.createDraft.isEnabled())) {
        await walker.page.keyboard.press('Escape');
        return 'they can’t be applied';
      }
      await stet.correcting.createDraft.click();
      await isAdded(walker, model.content.draft + 1);
      redrafted(model, 'draft.correct');
      // A correction that was applied is done.
      model.fieldsFromDisk.push('corrections');
      return undefined;
    },
  }),
  createCommand('Go through the claims that wait', fc.constant(null), {
    canRun: ({ isInQueue: inQueue, content }) => inQueue === false && content.draft > 1,
    async perform(model, walker) {
      await pressKey(walker, 'q');
      model.selection = fromScreen;
      model.currentClaimId = fromScreen;
      model.isInQueue = fromScreen;
      return undefined;
    },
  }),
];
