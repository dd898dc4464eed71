import * as fc from 'fast-check';
import { type Span, sameSpan } from '../../../shared/domain/span';
import type { Verdict } from '../../../shared/domain/verdict';
import { cleanSelection } from '../../../shared/text/selection';
import { dragOver, dropSelection, pressKey } from '../app/keys';
import { pointsOf } from '../app/points';
import type { Walker } from '../app/walker';
import { placed } from '../world/claims';
import { judge, mark } from '../world/steps';
import type { World } from '../world/world';
import { anyOf, command, pick } from './command';

/** Which words: of a block, from a word on, so many. */
const words = fc.record({ block: anyOf, word: anyOf, count: fc.integer({ min: 1, max: 9 }) });

function spanOf(
  { stored }: Walker,
  { block, word, count }: { block: number; word: number; count: number },
): Span {
  const { text, blocks } = stored.draft;
  const chosen = pick(blocks, block) ?? { start: 0, end: text.length };
  const starts = [...text.slice(chosen.start, chosen.end).matchAll(/\S+/g)];
  const first = word % Math.max(1, starts.length);
  const last = starts[Math.min(first + count, starts.length) - 1];
  const start = chosen.start + (starts[first]?.index ?? 0);
  const end = chosen.start + (last ? last.index + last[0].length : 1);
  return cleanSelection(text, start, end) ?? { start, end };
}

/** Whether the words run both ways: where a press beside a figure falls is up to the browser then. */
const runsBothWays = (words: string) => /\p{Script=Arabic}/u.test(words) && /\d/.test(words);

/** Selects the words with the mouse; false when something lies over them. */
async function select(world: World, walker: Walker, span: Span): Promise<boolean> {
  if (runsBothWays(walker.stored.draft.text.slice(span.start, span.end))) return false;
  await dropSelection(world, walker);
  const points = await pointsOf(walker, span);
  if (!points) return false;
  await dragOver(walker, points);
  world.selection = span;
  return true;
}

const told = ({ stored }: Walker, { start, end }: Span) => `“${stored.draft.text.slice(start, end)}”`;

/** Marks what is selected, or judges the claim that stands on it. */
function markOrJudge(world: World, span: Span, verdict: Verdict): void {
  const there = placed(world).find((claim) => sameSpan(claim.span, span));
  world.selection = null;
  if (!there) mark(world, span, verdict);
  else if (verdict === 'unchecked') world.current = there.id;
  else judge(world, there.id, verdict);
}

const verdictOf = { c: 'unchecked', v: 'verified', d: 'disputed', x: 'unverifiable' } as const;
const menuOf = { c: 'Mark as claim', v: 'Verified', d: 'Disputed', x: 'Can’t verify' } as const;
const barOf = { c: 'Claim', v: 'Verified', d: 'Disputed', x: 'Can’t verify' } as const;
const ways = fc.record({
  key: fc.constantFrom('c', 'v', 'd', 'x'),
  by: fc.constantFrom('key', 'key', 'bar', 'menu'),
});

const inArticle = ({ inQueue }: Readonly<World>) => !inQueue;

export const marking = [
  command('Select words', words, {
    can: inArticle,
    async act(world, walker, data) {
      const span = spanOf(walker, data);
      return (await select(world, walker, span)) ? told(walker, span) : 'covered';
    },
  }),
  command('Mark words', fc.record({ words, way: ways }), {
    can: inArticle,
    async act(world, walker, { words: data, way: { key, by } }) {
      const span = spanOf(walker, data);
      if (!(await select(world, walker, span))) return 'covered';
      // The bar is shown once the button of the mouse is let go.
      if (by === 'bar') await walker.stet.article.barButton(barOf[key]).click();
      else if (by === 'menu') await walker.stet.menu('Claim', menuOf[key]);
      else await pressKey(walker, key);
      markOrJudge(world, span, verdictOf[key]);
      return `${told(walker, span)} by ${by} ${key.toUpperCase()}`;
    },
  }),
  command('Select everything', fc.constant(null), {
    can: inArticle,
    async act(world, walker) {
      await walker.stet.article.text.focus();
      await walker.page.keyboard.press('ControlOrMeta+a');
      const { text } = walker.stored.draft;
      world.selection = { start: 0, end: text.length };
      return undefined;
    },
  }),
];
