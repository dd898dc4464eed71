import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readText } from '#shared/reading/read-text.ts';
import { spotSpans } from '#shared/spotting/spot-spans.ts';
import { loadTagger } from '#shared/spotting/tagging/load-tagger.ts';
import type { DraftText } from '#shared/text/draft-text.ts';
import { findSentences } from '#shared/text/segmenter/sentences.ts';
import { countWords } from '#shared/text/segmenter/words.ts';
import type { Span } from '#shared/text/span.ts';
import { median, type Print, reportAtMost } from '../support/report-metrics.ts';

const revisionSchema = z.object({ after: z.string() });
const bodiesSchema = z.record(z.string(), z.object({ articleBody: z.string() }));

interface CorpusArticle {
  draft: DraftText;
  sentences: readonly Span[];
}

/** The articles of the corpora: the last texts of the revisions, and the bodies that people marked in web pages. */
function readArticles(corpora: string): CorpusArticle[] {
  return readTexts(corpora).map((text) => {
    const draft = { text, blocks: listLines(text), language: 'en' };
    return { draft, sentences: draft.blocks.flatMap((block) => findSentences(text, block, 'en')) };
  });
}

function readTexts(corpora: string): string[] {
  const texts: string[] = [];
  const revisions = join(corpora, 'revisions.jsonl');
  if (existsSync(revisions))
    for (const line of readFileSync(revisions, 'utf8').trim().split('\n'))
      texts.push(revisionSchema.parse(JSON.parse(line)).after);
  const bodies = join(corpora, 'article-extraction', 'ground-truth.json');
  if (existsSync(bodies))
    for (const { articleBody } of Object.values(bodiesSchema.parse(JSON.parse(readFileSync(bodies, 'utf8')))))
      texts.push(articleBody);
  return texts;
}

function listLines(text: string): Span[] {
  return [...text.matchAll(/[^\n]*\S[^\n]*/g)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
  }));
}

const rounds = 31;

/** How often the code runs before it is measured: a window keeps it warm. The first pass is printed as well. */
const warmUpRounds = 30;

/** The longest accepted time for a sentence, in milliseconds. */
const maxSentenceMs = 0.05;

/**
 * Measures spotting with a tagger, and without one, by turns with a bare pass of the platform's word segmenter over the same
 * sentences.
 */
async function measureSpeed(print: Print, documents: readonly CorpusArticle[]): Promise<void> {
  const loadingStart = performance.now();
  const tagger = await loadTagger('en');
  print(`  loading the tagger: ${(performance.now() - loadingStart).toFixed(0)} ms`);
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
  const count = documents.reduce((sum, { sentences }) => sum + sentences.length, 0);
  const spotting: number[] = [];
  const tagged: number[] = [];
  const segmenting: number[] = [];
  for (let round = -warmUpRounds; round < rounds; round += 1) {
    const start = performance.now();
    for (const { draft, sentences } of documents) spotSpans(readText(draft, sentences));
    const tagging = performance.now();
    for (const { draft, sentences } of documents) spotSpans(readText(draft, sentences), tagger);
    const middle = performance.now();
    let words = 0;
    for (const { draft, sentences } of documents)
      for (const sentence of sentences)
        for (const { isWordLike } of segmenter.segment(draft.text.slice(sentence.start, sentence.end)))
          if (isWordLike) words += 1;
    const end = performance.now();
    if (round === -warmUpRounds)
      print(`  first pass over ${count} sentences: ${(tagging - start).toFixed(0)} ms by rules alone`);
    if (round < 0 || words === 0) continue;
    spotting.push((tagging - start) / count);
    tagged.push((middle - tagging) / count);
    segmenting.push((end - middle) / count);
  }
  const bare = median(segmenting);
  for (const [what, times] of [
    ['by rules alone', spotting],
    ['with the tagger', tagged],
  ] as const) {
    const value = median(times);
    reportAtMost(print, {
      what: `spotting ${what}, a sentence`,
      value,
      bound: maxSentenceMs,
      digits: 4,
      unit: ' ms',
      beside: `${(value / bare).toFixed(2)} x a bare pass of Intl.Segmenter by words (${bare.toFixed(4)} ms); ${count} sentences`,
    });
  }
}

/** The most spans in 100 words: more would be a page of underlines. */
const maxPer100Words = 3.5;

/** Measures how many spans are found in real articles, and how fast. */
export async function measureSpotting(print: Print): Promise<void> {
  print('Spotting');
  const corpora = process.env.STET_CORPORA;
  const articles = corpora && existsSync(corpora) ? readArticles(corpora) : [];
  if (articles.length === 0) {
    print('  Skipped: STET_CORPORA names no folder that has articles.');
    return;
  }
  const words = articles.reduce((sum, { draft }) => sum + countWords(draft.text), 0);
  const spans = articles.reduce(
    (sum, { draft, sentences }) => sum + spotSpans(readText(draft, sentences)).length,
    0,
  );
  const value = (spans / words) * 100;
  reportAtMost(print, { what: 'spans in 100 words', value, bound: maxPer100Words, digits: 2 });
  await measureSpeed(print, articles);
}
