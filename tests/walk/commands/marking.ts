import * as fc from 'fast-check';
import {
  judgedVerdicts,
  statusLooks,
  type Verdict,
  verdicts,
  verdictTraits,
} from '#shared/domain/base/verdict.ts';
import { findWords } from '#shared/text/segmenter/words.ts';
import { cleanSelection } from '#shared/text/selection/clean-selection.ts';
import { createRecord } from '#shared/text/sequences/records.ts';
import { isSameSpan, type Span } from '#shared/text/span.ts';
import { clearSelection, dragMouse, locateSpan, pressKey } from '../app/input.ts';
import type { Walker } from '../app/walker.ts';
import { markClaim, setVerdict } from '../model/changes.ts';
import { getPlacedClaims, type Model } from '../model/model.ts';
import { anyIndex, createCommand, pick } from './command.ts';

/** Some words of one block: the index of the block, the index of the first word, and the number of words. */
export const wordRange = fc.record({
  block: anyIndex,
  word: anyIndex,
  count: fc.integer({ min: 1, max: 9 }),
});

/** The span with all of each word of which it has a character, as a drag selects it. */
export function takeWholeWords({ stored: { draft } }: Walker, { start, end }: Span): Span {
  const block = draft.blocks.find((each) => each.end > start) ?? { start, end };
  const last = draft.blocks.findLast((each) => each.start < end) ?? { start, end };
  const touched = findWords(draft.text, { start: block.start, end: last.end }).filter(
    (word) => word.start < end && word.end > start,
  );
  return {
    start: Math.min(start, ...touched.map((word) => word.start)),
    end: Math.max(end, ...touched.map((word) => word.end)),
  };
}

/** The span without the first and the last letter of longer words at its ends, as a hurried hand drags over them. */
function cutEnds({ stored: { draft } }: Walker, span: Span): Span {
  const words = findWords(draft.text, span);
  const isCut = (word: Span | undefined) =>
    word !== undefined && /^\p{L}{3,}$/u.test(draft.text.slice(word.start, word.end));
  const [first, last] = [words[0], words.at(-1)];
  return {
    start: first?.start === span.start && isCut(first) ? span.start + 1 : span.start,
    end: last?.end === span.end && isCut(last) ? span.end - 1 : span.end,
  };
}

/** The span of these words in the draft, cleaned like a selection. */
export function getWordSpan(
  walker: Walker,
  { block, word, count }: { block: number; word: number; count: number },
): Span {
  const { text, blocks } = walker.stored.draft;
  const chosen = pick(blocks, block) ?? { start: 0, end: text.length };
  const words = [...text.slice(chosen.start, chosen.end).matchAll(/\S+/g)];
  const first = word % Math.max(1, words.length);
  const last = words[Math.min(first + count, words.length) - 1];
  const start = chosen.start + (words[first]?.index ?? 0);
  const end = chosen.start + (last ? last.index + last[0].length : 1);
  return takeWholeWords(walker, cleanSelection(text, start, end) ?? { start, end });
}

/** Selects a span with the mouse. Resolves to false when something covers it. */
export async function selectSpan(model: Model, walker: Walker, span: Span): Promise<boolean> {
  await clearSelection(model, walker);
  const points = await locateSpan(walker, span);
  if (!points) return false;
  await dragMouse(walker, points);
  model.selection = span;
  return true;
}

/** The text of a span, in quotation marks. */
export function quoteSpan({ stored }: Walker, { start, end }: Span): string {
  return `“${stored.draft.text.slice(start, end)}”`;
}

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
