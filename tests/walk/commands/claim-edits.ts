import * as fc from 'fast-check';
import { listSentencesInSpan } from '#shared/domain/claims/claim-edits.ts';
import { isSameSpan, type Span } from '#shared/text/span.ts';
import { dragMouse, locateSpan, pressKey } from '../app/input.ts';
import type { Walker } from '../app/walker.ts';
import { deleteClaim, editClaim, splitClaim, undoOrRedo } from '../model/changes.ts';
import {
  findCurrentClaim,
  fromScreen,
  getPlacedClaims,
  getSelectedSpan,
  type Model,
} from '../model/model.ts';
import { anyIndex, createCommand, pick } from './command.ts';
import { quoteSpan, takeWholeWords } from './marking.ts';

export const splitCommands = [
  createCommand('Split the claim by sentence', fc.constantFrom('key', 'menu'), {
    canRun: (model) => !model.isInQueue && findCurrentClaim(model) !== undefined,
    async perform(model, walker, method) {
      const claim = findCurrentClaim(model);
      if (!claim) return undefined;
      const sentences = listSentencesInSpan(walker.stored.draft, claim.span);
      await walker.stet.article.text.focus();
      if (method === 'key') await walker.page.keyboard.press('t');
      else await walker.stet.chooseMenuItem('Claim', 'Split by sentence');
      model.selection = fromScreen;
      const [first, ...others] = sentences;
      if (!first || others.length === 0 || claim.correction !== '') return 'not split';
      splitClaim(model, claim.id, [first, ...others]);
      return `into ${sentences.length} by ${method}`;
    },
  }),
];

const hasCurrentClaim = (model: Readonly<Model>) => !model.isInQueue && findCurrentClaim(model) !== undefined;

const hasClaimOn = (model: Model, span: Span) =>
  getPlacedClaims(model).some((claim) => isSameSpan(claim.span, span));

/** The span with one end moved to another word of its first block; null when the span goes on in the next block. */
function moveEnd(walker: Walker, { start, end }: Span, side: string, wordIndex: number): Span | null {
  const { text, blocks } = walker.stored.draft;
  const block = blocks.find((each) => each.start <= start && each.end > start);
  if (!block || block.end < end) return null;
  const words = [...text.slice(block.start, block.end).matchAll(/\S+/g)].map(({ index, 0: { length } }) => ({
    start: block.start + index,
    end: block.start + index + length,
  }));
  const candidates = words.filter((word) => (side === 'start' ? word.start < end : word.end > start));
  const chosen = pick(candidates, wordIndex);
  if (!chosen) return null;
  const whole = takeWholeWords(walker, chosen);
  return side === 'start' ? { start: whole.start, end } : { start, end: whole.end };
}

const anyNote = fc.constantFrom('Asked the port.', 'See p. 4', 'Zahl prüfen', 'هل هذا صحيح؟');

export const claimEditCommands = [
  createCommand('Write a note', anyNote, {
    canRun: hasCurrentClaim,
    async perform(model, walker, text) {
      const claim = findCurrentClaim(model);
      const { note } = walker.stet.card;
      if (!claim || (await note.count()) === 0) return 'not on the card';
      await note.click();
      await walker.page.keyboard.press('ControlOrMeta+a');
      // Inserted at once, because a pause in typing would make two changes.
      await walker.page.keyboard.insertText(text);
      await walker.page.keyboard.press('Escape');
      if (claim.note !== text) editClaim(model, claim.id, 'claim.edit', { note: text });
      model.selection = fromScreen;
      return `“${text}”`;
    },
  }),
  createCommand('Write the claimant', fc.constantFrom('the mayor', 'the auditor', ''), {
    canRun: hasCurrentClaim,
    async perform(model, walker, text) {
      const claim = findCurrentClaim(model);
      const { claimant } = walker.stet.card;
      if (!claim || (await claimant.count()) === 0) return 'not on the card';
      await claimant.fill(text);
      await walker.page.keyboard.press('Tab');
      if (claim.claimant !== text) editClaim(model, claim.id, 'claim.edit', { claimant: text });
      model.selection = fromScreen;
      return `“${text}”`;
    },
  }),
  createCommand('Resize the claim to the selection', fc.constantFrom('key', 'menu'), {
    canRun: (model) => hasCurrentClaim(model) && getSelectedSpan(model) !== null,
    async perform(model, walker, method) {
      const claim = findCurrentClaim(model);
      const span = getSelectedSpan(model);
      if (!claim || !span || hasClaimOn(model, span)) return 'there is a claim on these words';
      if (method === 'menu') await walker.stet.chooseMenuItem('Claim', 'Resize to selection');
      else await pressKey(walker, 'r');
      editClaim(model, claim.id, 'claim.resize', { span });
      model.selection = null;
      return `to ${quoteSpan(walker, span)} by ${method}`;
    },
  }),
  createCommand('Delete the claim', fc.constantFrom('key', 'card', 'menu', 'key, and undo in the notice'), {
    canRun: hasCurrentClaim,
    async perform(model, walker, method) {
      const claim = findCurrentClaim(model);
      const button = walker.stet.card.deleteClaim;
      if (!claim || (method === 'card' && (await button.count()) === 0)) return 'not on the card';
      if (method === 'card') await button.click();
      else if (method === 'menu') await walker.stet.chooseMenuItem('Claim', 'Delete claim');
      else {
        await walker.stet.article.text.focus();
        await walker.page.keyboard.press('Delete');
      }
      deleteClaim(model, claim.id);
      model.selection = fromScreen;
      if (method === 'key, and undo in the notice') {
        await walker.stet.notices.pressButton(/deleted/, 'Undo');
        undoOrRedo(model, 'undo');
      }
      return `by ${method}`;
    },
  }),
  createCommand(
    'Drag an end of the claim',
    fc.record({ end: fc.constantFrom('start', 'end'), word: anyIndex }),
    {
      canRun: (model) => hasCurrentClaim(model) && model.selection === null,
      async perform(model, walker, { end, word }) {
        const claim = findCurrentClaim(model);
        const span = claim && moveEnd(walker, claim.span, end, word);
        if (!claim || !span || hasClaimOn(model, span)) return 'no other end';
        const points = await locateSpan(walker, span);
        const handle = await walker.stet.article.main.locator(`[data-resize-handle="${end}"]`).boundingBox();
        if (!points || !handle) return 'covered';
        // The knob of the handle is above the first line, or below the last one.
        const y = end === 'start' ? handle.y : handle.y + handle.height;
        const from = { x: handle.x + handle.width / 2, y };
        await dragMouse(walker, { from, to: end === 'start' ? points.from : points.to });
        editClaim(model, claim.id, 'claim.resize', { span });
        model.selection = fromScreen;
        return `${end} to ${quoteSpan(walker, span)}`;
      },
    },
  ),
];
