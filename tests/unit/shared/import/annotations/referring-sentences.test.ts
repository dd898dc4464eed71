import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { findReferringSentences } from '#shared/import/annotations/referring-sentences.ts';
import { findSentences } from '#shared/text/segmenter/sentences.ts';
import { cleanSelection } from '#shared/text/selection/clean-selection.ts';
import type { Span } from '#shared/text/span.ts';
import { createProposal } from '#tests/unit/shared/drafts/checked-articles.ts';
import { countReads } from '../base/count-reads.ts';

/** Finds the sentence of one reference by looking at every character before it. */
function findByHand({ text, blocks }: ReturnType<typeof createProposal>, reference: Span, all: Span[]) {
  const block = blocks.find(({ start, end }) => start <= reference.start && reference.end <= end);
  if (!block) return null;
  const isReference = (offset: number) => all.some(({ start, end }) => start <= offset && offset < end);
  let word = reference.start - 1;
  while (word > block.start && (/\s/.test(text.charAt(word)) || isReference(word))) word -= 1;
  const sentence = findSentences(text, block, 'en').find(({ end }) => end > Math.max(word, block.start));
  return sentence ? cleanSelection(text, sentence.start, sentence.end) : null;
}

/** Finds the references in the form `[1]`. */
function findLabels(text: string): Span[] {
  return Array.from(text.matchAll(/\[\d+\]/g), ({ index, 0: label }) => ({
    start: index,
    end: index + label.length,
  }));
}

function createCrowded(count: number) {
  const labels = Array.from({ length: count }, (_, index) => `[${index + 1}]`);
  const proposal = createProposal(`It sank. The ferry sailed at noon.${labels.join('')} Nobody knew.`);
  return { proposal, ...countReads(findLabels(proposal.text)) };
}

afterEach(() => {
  vi.restoreAllMocks();
});

test('the sentence is the one that a look at every character finds', () => {
  const piece = fc.constantFrom('It sank.', ' ', 'Nobody knew', '[1]', '[22]', ' [3]', '.', '\n', '?');
  const paragraph = fc.array(piece, { maxLength: 12 }).map((pieces) => `x${pieces.join('')}`.trim());
  fc.assert(
    fc.property(fc.array(paragraph, { minLength: 1, maxLength: 3 }), fc.boolean(), (texts, isNested) => {
      const proposal = { ...createProposal(...texts), language: 'en' };
      const labels = findLabels(proposal.text);
      const inner = labels.flatMap(({ start, end }) => [
        { start, end },
        { start: start + 1, end: end - 1 },
      ]);
      const references = isNested ? inner : labels;
      expect(findReferringSentences(proposal, references)).toEqual(
        references.map((reference) => findByHand(proposal, reference, references)),
      );
    }),
  );
});

test('twice as many references in one paragraph take twice the work, and its sentences are cut once', () => {
  const segment = vi.spyOn(Intl.Segmenter.prototype, 'segment');
  const work = [200, 400].map((count) => {
    const { proposal, items, reads } = createCrowded(count);
    segment.mockClear();
    const found = findReferringSentences(proposal, items);
    expect(new Set(found)).toEqual(new Set([found[0]]));
    return { reads: reads(), cuts: segment.mock.calls.length };
  });
  expect((work[1]?.reads ?? 0) / (work[0]?.reads ?? 1)).toBeLessThan(2.5);
  expect(work[1]?.cuts).toBeLessThan(20);
});
