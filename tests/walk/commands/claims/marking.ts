import * as fc from 'fast-check';
import {
  judgedVerdicts,
  statusLooks,
  type Verdict,
  verdicts,
  verdictTraits,
} from '../../../../shared/domain/verdict';
import { createRecord } from '../../../../shared/text/sequences/records';
import { isSameSpan, type Span } from '../../../../shared/text/span';
import { clearSelection, dragMouse, pressKey } from '../../app/input';
import { locateSpan } from '../../app/locate-span';
import { markClaim, setVerdict } from '../../model/changes';
import { getPlacedClaims } from '../../model/claims';
import type { Model } from '../../model/model';
import { createCommand } from '../command';
import { cutEnds, getWordSpan, quoteSpan, selectSpan, takeWholeWords, wordRange } from '../word-range';

/** Marks a span, or judges the claim on it. */
function markOrJudge(model: Model, span: Span, verdict: Verdict): void {
  const claim = getPlacedClaims(model).find((each) => isSameSpan(each.span, span));
  model.selection = null;
  if (!claim) markClaim(model, span, verdict);
  else if (verdict === 'unchecked') model.currentClaimId = claim.id;
  else setVerdict(model, claim.id, verdict);
}

/** How the words become a claim with a verdict. An unchecked one is only marked. */
const markings = createRecord(verdicts, (verdict) => {
  const { label } = statusLooks[verdict];
  return verdict === 'unchecked'
    ? { key: 'c', menuLabel: 'Mark as claim', barLabel: 'Claim' }
    : { key: verdictTraits[verdict].key, menuLabel: label, barLabel: label };
});
const anyWay = fc.record({
  verdict: fc.constantFrom('unchecked', ...judgedVerdicts),
  method: fc.constantFrom('key', 'key', 'bar', 'menu'),
});

const isInArticle = ({ isInQueue }: Readonly<Model>) => !isInQueue;

export const markingCommands = [
  createCommand('Select words', wordRange, {
    canRun: isInArticle,
    async perform(model, walker, range) {
      const span = getWordSpan(walker, range);
      return (await selectSpan(model, walker, span)) ? quoteSpan(walker, span) : 'covered';
    },
  }),
  createCommand('Drag loosely over words', fc.record({ range: wordRange, alt: fc.boolean() }), {
    canRun: isInArticle,
    async perform(model, walker, { range, alt }) {
      const loose = cutEnds(walker, getWordSpan(walker, range));
      await clearSelection(model, walker);
      const points = await locateSpan(walker, loose);
      if (!points) return 'covered';
      await dragMouse(walker, points, { alt });
      model.selection = alt ? loose : takeWholeWords(walker, loose);
      return `${quoteSpan(walker, loose)}${alt ? ' with Alt' : ''}`;
    },
  }),
  createCommand('Mark words', fc.record({ range: wordRange, way: anyWay }), {
    canRun: isInArticle,
    async perform(model, walker, { range, way: { verdict, method } }) {
      const span = getWordSpan(walker, range);
      const { key, menuLabel, barLabel } = markings[verdict];
      if (!(await selectSpan(model, walker, span))) return 'covered';
      if (method === 'bar') await walker.stet.article.barButton(barLabel).click();
      else if (method === 'menu') await walker.stet.chooseMenuItem('Claim', menuLabel);
      else await pressKey(walker, key);
      markOrJudge(model, span, verdict);
      return `${quoteSpan(walker, span)} by ${method} ${key.toUpperCase()}`;
    },
  }),
  createCommand('Select everything', fc.constant(null), {
    canRun: isInArticle,
    async perform(model, walker) {
      await walker.stet.article.text.focus();
      await walker.page.keyboard.press('ControlOrMeta+a');
      const { text } = walker.stored.draft;
      model.selection = { start: 0, end: text.length };
      return undefined;
    },
  }),
];
