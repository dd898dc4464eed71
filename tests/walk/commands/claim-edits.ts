import * as fc from 'fast-check';
import { type Span, isSameSpan } from '../../../shared/text/span';
import { dragMouse, isInField, pressKey } from '../app/input';
import { locateSpan } from '../app/locate-span';
import type { Walker } from '../app/walker';
import { findCurrentClaim, getPlacedClaims, getSelectedSpan } from '../model/claims';
import { editClaim, deleteClaim, undoOrRedo } from '../model/changes';
import { fromScreen, type Model } from '../model/model';
import { anyIndex, createCommand, pick } from './command';

const hasCurrent = (model: Readonly<Model>) => !model.isInQueue && findCurrentClaim(model) !== undefined;

/** The claim with one end at another word of the block it begins in; null when it goes on in the next one. */
function spanDragged({ stored }: Walker, { start, end }: Span, which: string, word: number): Span | null {
  const { text, blocks } = stored.draft;
  const block = blocks.find((one) => one.start <= start && one.end > start);
  if (!block || block.end < end) return null;
  const words = [...text.slice(block.start, block.end).matchAll(/\S+/g)].map(({ index, 0: { length } }) => ({
    start: block.start + index,
    end: block.start + index + length,
  }));
  const fitting = words.filter((one) => (which === 'start' ? one.start < end : one.end > start));
  const chosen = pick(fitting, word);
  if (!chosen) return null;
  return which === 'start' ? { start: chosen.start, end } : { start, end: chosen.end };
}

const notes = fc.constantFrom('Asked the port.', 'See p. 4', 'Zahl prüfen', 'هل هذا صحيح؟');

export const claimEditCommands = [
  createCommand('Write a note', notes, {
    canRun: hasCurrent,
    async perform(model, walker, words) {
      const claim = findCurrentClaim(model);
      const { note } = walker.stet.card;
      if (!claim || (await note.count()) === 0) return 'not on the card';
      await note.click();
      await walker.page.keyboard.press('ControlOrMeta+a');
      // At once: a pause in typing would make two steps of it.
      await walker.page.keyboard.insertText(words);
      await walker.page.keyboard.press('Escape');
      if (claim.note !== words) editClaim(model, claim.id, 'claim.edit', { note: words });
      model.selection = fromScreen;
      return `“${words}”`;
    },
  }),
  createCommand('Write who states it', fc.constantFrom('the mayor', 'the auditor', ''), {
    canRun: hasCurrent,
    async perform(model, walker, words) {
      const claim = findCurrentClaim(model);
      const { claimant } = walker.stet.card;
      if (!claim || (await claimant.count()) === 0) return 'not on the card';
      await claimant.fill(words);
      await walker.page.keyboard.press('Tab');
      if (claim.claimant !== words) editClaim(model, claim.id, 'claim.edit', { claimant: words });
      model.selection = fromScreen;
      return `“${words}”`;
    },
  }),
  createCommand('Resize to the selection', fc.constantFrom('key', 'menu'), {
    canRun: (model) => hasCurrent(model) && getSelectedSpan(model) !== null,
    async perform(model, walker, by) {
      const claim = findCurrentClaim(model);
      const span = getSelectedSpan(model);
      if (!claim || !span || getPlacedClaims(model).some((other) => isSameSpan(other.span, span)))
        return 'the same words';
      if (by === 'menu') await walker.stet.menu('Claim', 'Resize to selection');
      else await pressKey(walker, 'r');
      editClaim(model, claim.id, 'claim.resize', { span });
      model.selection = null;
      return `to “${walker.stored.draft.text.slice(span.start, span.end)}” by ${by}`;
    },
  }),
  createCommand('Delete the claim', fc.constantFrom('key', 'card', 'menu', 'key and take it back'), {
    canRun: hasCurrent,
    async perform(model, walker, by) {
      const claim = findCurrentClaim(model);
      const button = walker.stet.card.deleteClaim;
      if (!claim || (by === 'card' && (await button.count()) === 0)) return 'not on the card';
      if (by === 'card') await button.click();
      else if (by === 'menu') await walker.stet.menu('Claim', 'Delete claim');
      else {
        await walker.stet.article.text.focus();
        await walker.page.keyboard.press('Delete');
      }
      deleteClaim(model, claim.id);
      model.selection = fromScreen;
      if (by === 'key and take it back') {
        await walker.stet.notices.act(/deleted/, 'Undo');
        undoOrRedo(model, 'undo');
      }
      return `by ${by}`;
    },
  }),
  createCommand('Drag an end of the claim', fc.record({ end: fc.constantFrom('start', 'end'), word: anyIndex }), {
    canRun: (model) => hasCurrent(model) && model.selection === null,
    async perform(model, walker, { end, word }) {
      const claim = findCurrentClaim(model);
      const span = claim && spanDragged(walker, claim.span, end, word);
      if (!claim || !span || getPlacedClaims(model).some((other) => isSameSpan(other.span, span))) return 'nowhere to';
      const there = await locateSpan(walker, span);
      const grip = await walker.stet.article.main.locator(`[data-resize-handle="${end}"]`).boundingBox();
      if (!there || !grip) return 'covered';
      // Its knob stands above the first line, or below the last.
      const from = { x: grip.x + grip.width / 2, y: end === 'start' ? grip.y : grip.y + grip.height };
      await dragMouse(walker, { from, to: end === 'start' ? there.from : there.to });
      editClaim(model, claim.id, 'claim.resize', { span });
      model.selection = fromScreen;
      return `${end} to “${walker.stored.draft.text.slice(span.start, span.end)}”`;
    },
  }),
  createCommand(
    'Take a step back or forth',
    fc.record({
      way: fc.constantFrom('undo', 'undo', 'redo'),
      by: fc.constantFrom('key', 'bar', 'menu'),
    }),
    {
      canRun: ({ isInQueue: inQueue, undo, redo }) => !inQueue && undo.length + redo.length > 0,
      async perform(model, walker, { way, by }) {
        if (model[way].length === 0) return `nothing to ${way}`;
        // In a field, undo is the field's own.
        if (await isInField(walker)) await walker.page.keyboard.press('Escape');
        if (by === 'key')
          await walker.page.keyboard.press(way === 'undo' ? 'ControlOrMeta+z' : 'ControlOrMeta+Shift+z');
        else if (by === 'menu') await walker.stet.menu('Edit', way === 'undo' ? 'Undo' : 'Redo');
        else {
          const button = walker.stet.bar[way];
          if (!(await button.isVisible())) return 'not in the bar';
          await button.click();
        }
        undoOrRedo(model, way);
        return `${way} by ${by}`;
      },
    },
  ),
];
