import * as fc from 'fast-check';
import { type Span, isSameSpan } from '../../../shared/text/span';
import { dragOver, isInField, pressKey } from '../app/input';
import { pointsOf } from '../app/locate-span';
import type { Walker } from '../app/walker';
import { currentOf, placed, selectedIn } from '../model/claims';
import { change, deleteClaim, step } from '../model/changes';
import { asSeen, type World } from '../model/model';
import { anyOf, command, pick } from './command';

const hasCurrent = (world: Readonly<World>) => !world.inQueue && currentOf(world) !== undefined;

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

export const editing = [
  command('Write a note', notes, {
    can: hasCurrent,
    async act(world, walker, words) {
      const claim = currentOf(world);
      const { note } = walker.stet.card;
      if (!claim || (await note.count()) === 0) return 'not on the card';
      await note.click();
      await walker.page.keyboard.press('ControlOrMeta+a');
      // At once: a pause in typing would make two steps of it.
      await walker.page.keyboard.insertText(words);
      await walker.page.keyboard.press('Escape');
      if (claim.note !== words) change(world, claim.id, 'claim.edit', { note: words });
      world.selection = asSeen;
      return `“${words}”`;
    },
  }),
  command('Write who states it', fc.constantFrom('the mayor', 'the auditor', ''), {
    can: hasCurrent,
    async act(world, walker, words) {
      const claim = currentOf(world);
      const { claimant } = walker.stet.card;
      if (!claim || (await claimant.count()) === 0) return 'not on the card';
      await claimant.fill(words);
      await walker.page.keyboard.press('Tab');
      if (claim.claimant !== words) change(world, claim.id, 'claim.edit', { claimant: words });
      world.selection = asSeen;
      return `“${words}”`;
    },
  }),
  command('Resize to the selection', fc.constantFrom('key', 'menu'), {
    can: (world) => hasCurrent(world) && selectedIn(world) !== null,
    async act(world, walker, by) {
      const claim = currentOf(world);
      const span = selectedIn(world);
      if (!claim || !span || placed(world).some((other) => isSameSpan(other.span, span)))
        return 'the same words';
      if (by === 'menu') await walker.stet.menu('Claim', 'Resize to selection');
      else await pressKey(walker, 'r');
      change(world, claim.id, 'claim.resize', { span });
      world.selection = null;
      return `to “${walker.stored.draft.text.slice(span.start, span.end)}” by ${by}`;
    },
  }),
  command('Delete the claim', fc.constantFrom('key', 'card', 'menu', 'key and take it back'), {
    can: hasCurrent,
    async act(world, walker, by) {
      const claim = currentOf(world);
      const button = walker.stet.card.deleteClaim;
      if (!claim || (by === 'card' && (await button.count()) === 0)) return 'not on the card';
      if (by === 'card') await button.click();
      else if (by === 'menu') await walker.stet.menu('Claim', 'Delete claim');
      else {
        await walker.stet.article.text.focus();
        await walker.page.keyboard.press('Delete');
      }
      deleteClaim(world, claim.id);
      world.selection = asSeen;
      if (by === 'key and take it back') {
        await walker.stet.notices.act(/deleted/, 'Undo');
        step(world, 'undo');
      }
      return `by ${by}`;
    },
  }),
  command('Drag an end of the claim', fc.record({ end: fc.constantFrom('start', 'end'), word: anyOf }), {
    can: (world) => hasCurrent(world) && world.selection === null,
    async act(world, walker, { end, word }) {
      const claim = currentOf(world);
      const span = claim && spanDragged(walker, claim.span, end, word);
      if (!claim || !span || placed(world).some((other) => isSameSpan(other.span, span))) return 'nowhere to';
      const there = await pointsOf(walker, span);
      const grip = await walker.stet.article.main.locator(`[data-resize-handle="${end}"]`).boundingBox();
      if (!there || !grip) return 'covered';
      // Its knob stands above the first line, or below the last.
      const from = { x: grip.x + grip.width / 2, y: end === 'start' ? grip.y : grip.y + grip.height };
      await dragOver(walker, { from, to: end === 'start' ? there.from : there.to });
      change(world, claim.id, 'claim.resize', { span });
      world.selection = asSeen;
      return `${end} to “${walker.stored.draft.text.slice(span.start, span.end)}”`;
    },
  }),
  command(
    'Take a step back or forth',
    fc.record({
      way: fc.constantFrom('undo', 'undo', 'redo'),
      by: fc.constantFrom('key', 'bar', 'menu'),
    }),
    {
      can: ({ inQueue, undo, redo }) => !inQueue && undo.length + redo.length > 0,
      async act(world, walker, { way, by }) {
        if (world[way].length === 0) return `nothing to ${way}`;
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
        step(world, way);
        return `${way} by ${by}`;
      },
    },
  ),
];
