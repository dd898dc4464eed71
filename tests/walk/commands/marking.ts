import * as fc from 'fast-check';
import type { Verdict } from '../../../shared/domain/verdict';
import { type Span, isSameSpan } from '../../../shared/text/span';
import { pressKey } from '../app/input';
import type { Walker } from '../app/walker';
import { getPlacedClaims } from '../model/claims';
import { setVerdict, markClaim } from '../model/changes';
import type { Model } from '../model/model';
import { createCommand } from './command';
import { selectSpan, getWordSpan, wordRange } from './word-range';

const told = ({ stored }: Walker, { start, end }: Span) => `“${stored.draft.text.slice(start, end)}”`;

/** Marks what is selected, or judges the claim that stands on it. */
function markOrJudge(model: Model, span: Span, verdict: Verdict): void {
  const there = getPlacedClaims(model).find((claim) => isSameSpan(claim.span, span));
  model.selection = null;
  if (!there) markClaim(model, span, verdict);
  else if (verdict === 'unchecked') model.currentClaimId = there.id;
  else setVerdict(model, there.id, verdict);
}

const verdictOf = { c: 'unchecked', v: 'verified', d: 'disputed', x: 'unverifiable' } as const;
const menuOf = { c: 'Mark as claim', v: 'Verified', d: 'Disputed', x: 'Can’t verify' } as const;
const barOf = { c: 'Claim', v: 'Verified', d: 'Disputed', x: 'Can’t verify' } as const;
const ways = fc.record({
  key: fc.constantFrom('c', 'v', 'd', 'x'),
  by: fc.constantFrom('key', 'key', 'bar', 'menu'),
});

const inArticle = ({ isInQueue: inQueue }: Readonly<Model>) => !inQueue;

export const markingCommands = [
  createCommand('Select words', wordRange, {
    canRun: inArticle,
    async perform(model, walker, data) {
      const span = getWordSpan(walker, data);
      return (await selectSpan(model, walker, span)) ? told(walker, span) : 'covered';
    },
  }),
  createCommand('Mark words', fc.record({ words: wordRange, way: ways }), {
    canRun: inArticle,
    async perform(model, walker, { words: data, way: { key, by } }) {
      const span = getWordSpan(walker, data);
      if (!(await selectSpan(model, walker, span))) return 'covered';
      // The bar is shown once the button of the mouse is let go.
      if (by === 'bar') await walker.stet.article.barButton(barOf[key]).click();
      else if (by === 'menu') await walker.stet.menu('Claim', menuOf[key]);
      else await pressKey(walker, key);
      markOrJudge(model, span, verdictOf[key]);
      return `${told(walker, span)} by ${by} ${key.toUpperCase()}`;
    },
  }),
  createCommand('Select everything', fc.constant(null), {
    canRun: inArticle,
    async perform(model, walker) {
      await walker.stet.article.text.focus();
      await walker.page.keyboard.press('ControlOrMeta+a');
      const { text } = walker.stored.draft;
      model.selection = { start: 0, end: text.length };
      return undefined;
    },
  }),
];
