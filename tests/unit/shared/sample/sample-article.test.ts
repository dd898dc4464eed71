import { describe, expect, test } from 'vitest';
import { verdicts } from '#shared/domain/base/verdict.ts';
import { draftProposalSchema } from '#shared/import/base/proposal.ts';
import { createSampleArticle, findUniqueSpan } from '#shared/sample/sample-article.ts';
import { countWords } from '#shared/text/segmenter/words.ts';
import { cleanSelection } from '#shared/text/selection/clean-selection.ts';

const sample = createSampleArticle();
const getWords = ({ span }: { span: { start: number; end: number } }) =>
  sample.text.slice(span.start, span.end);

describe('the sample article', () => {
  test('the sample article is a valid proposal of about 600 words', () => {
    expect(draftProposalSchema.parse(sample)).toEqual(sample);
    expect(countWords(sample.text)).toBeGreaterThan(550);
    expect(countWords(sample.text)).toBeLessThan(680);
  });

  test('the sample article has a headline, subheadings, a caption and a quote', () => {
    expect(new Set(sample.blocks.map(({ kind }) => kind))).toEqual(
      new Set(['heading', 'paragraph', 'caption', 'quote']),
    );
    expect(sample.text.slice(0, sample.blocks[0]?.end)).toBe(sample.title);
  });

  test('the sample article shows every verdict and every kind of source', () => {
    expect(new Set(sample.claims.map(({ verdict }) => verdict))).toEqual(new Set(verdicts));
    expect(new Set(sample.sources.map(({ kind }) => kind))).toEqual(
      new Set(['document', 'webPage', 'dataset', 'person']),
    );
  });

  test('the claims are on clean spans, in reading order', () => {
    const spans = sample.claims.map(({ span }) => span);
    for (const { start, end } of spans)
      expect(cleanSelection(sample.text, start, end)).toEqual({ start, end });
    expect(spans).toEqual(spans.toSorted((a, b) => a.start - b.start || b.end - a.end));
    expect(getWords({ span: spans[0] ?? { start: 0, end: 0 } })).toBe('open on 14 March');
  });

  test('one claim is nested in another, and one is across two sentences', () => {
    const nested = sample.claims.filter((inner) =>
      sample.claims.some((outer) => outer !== inner && getWords(outer).includes(getWords(inner))),
    );
    expect(nested.map(getWords)).toEqual(['€3.1 million in standing charges']);
    expect(sample.claims.map(getWords).filter((words) => words.includes('. '))).toHaveLength(1);
  });

  test('every address is under .example, so none leads anywhere', () => {
    const urls = [sample.link, ...sample.sources.map(({ url }) => url)].filter((url) => url !== null);
    for (const url of urls) expect(new URL(url).hostname).toMatch(/\.example$/);
  });
});

test('words that are missing or repeated have no unique span', () => {
  expect(findUniqueSpan('one two', 'two')).toEqual({ start: 4, end: 7 });
  expect(() => findUniqueSpan('one two', 'three')).toThrow('not in the text');
  expect(() => findUniqueSpan('one one', 'one')).toThrow('more than once');
  expect(() => findUniqueSpan('aaa', 'aa')).toThrow('more than once');
});
