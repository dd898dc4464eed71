import * as fc from 'fast-check';
import type { Verdict } from '../../../shared/domain/verdict';
import { type Span, isSameSpan } from '../../../shared/text/span';
import { pressKey } from '../app/input';
import type { Walker } from '../app/walker';
import { placed } from '../model/claims';
import { judge, mark } from '../model/changes';
import type { World } from '../model/model';
import { command } from './command';
import { select, spanOf, words } from './word-range';

const told = ({ stored }: Walker, { start, end }: Span) => `“${stored.draft.text.slice(start, end)}”`;

/** Marks what is selected, or judges the claim that stands on it. */
function markOrJudge(world: World, span: Span, verdict: Verdict): void {
  const there = placed(world).find((claim) => isSameSpan(claim.span, span));
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
