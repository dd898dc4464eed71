import { describe, expect, test } from 'vitest';
import { verdicts } from '../../../../shared/domain/verdict';
import { draftProposalSchema } from '../../../../shared/import/proposal';
import { sampleArticle } from '../../../../shared/sample/sample-article';
import { uniqueSpan } from '../../../../shared/sample/unique-span';
import { countWords } from '../../../../shared/text/segmenter/words';
import { cleanSelection } from '../../../../shared/text/selection';

const sample = sampleArticle();
const wordsOf = ({ span }: { span: { start: number; end: number } }) =>
  sample.text.slice(span.start, span.end);

describe('the sample article', () => {
  test('is a valid proposal of about 600 words', () => {
    expect(draftProposalSchema.parse(sample)).toEqual(sample);
    expect(countWords(sample.text)).toBeGreaterThan(550);
    expect(countWords(sample.text)).toBeLessThan(680);
  });

  test('has a headline, subheadings, a caption and a quote', () => {
    expect(new Set(sample.blocks.map(({ kind }) => kind))).toEqual(
      new Set(['heading', 'paragraph', 'caption', 'quote']),
    );
    expect(sample.text.slice(0, sample.blocks[0]?.end)).toBe(sample.title);
  });

  test('shows every verdict and every kind of source', () => {
    expect(new Set(sample.claims.map(({ verdict }) => verdict))).toEqual(new Set(verdicts));
    expect(new Set(sample.sources.map(({ kind }) => kind))).toEqual(
      new Set(['document', 'webPage', 'dataset', 'person']),
    );
  });

  test('holds its claims on clean words, in reading order', () => {
    const spans = sample.claims.map(({ span }) => span);
    for (const { start, end } of spans)
      expect(cleanSelection(sample.text, start, end)).toEqual({ start, end });
    expect(spans).toEqual(spans.toSorted((a, b) => a.start - b.start || b.end - a.end));
    expect(wordsOf({ span: spans[0] ?? { start: 0, end: 0 } })).toBe('open on 14 March');
  });

  test('has a claim nested in another, and one across two sentences', () => {
    const nested = sample.claims.filter((inner) =>
      sample.claims.some((outer) => outer !== inner && wordsOf(outer).includes(wordsOf(inner))),
    );
    expect(nested.map(wordsOf)).toEqual(['€3.1 million in standing charges']);
    expect(sample.claims.map(wordsOf).filter((words) => words.includes('. '))).toHaveLength(1);
  });

  test('leads nowhere: every address is under .example', () => {
    const urls = [sample.link, ...sample.sources.map(({ url }) => url)].filter((url) => url !== null);
    for (const url of urls) expect(new URL(url).hostname).toMatch(/\.example$/);
  });
});

test('words that stand nowhere or twice are refused', () => {
  expect(uniqueSpan('one two', 'two')).toEqual({ start: 4, end: 7 });
  expect(() => uniqueSpan('one two', 'three')).toThrow('not in the text');
  expect(() => uniqueSpan('one one', 'one')).toThrow('more than once');
  expect(() => uniqueSpan('aaa', 'aa')).toThrow('more than once');
});
