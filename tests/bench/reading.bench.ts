import { packSpans } from '#renderer/window/reading-worker/messages.ts';
import { readDraft } from '#renderer/window/reading-worker/read-draft.ts';
import { assessCoverage } from '#shared/coverage/assess-coverage.ts';
import { listSentences } from '#shared/coverage/count-coverage.ts';
import { readText } from '#shared/reading/read-text.ts';
import { spotSpans } from '#shared/spotting/spot-spans.ts';
import { loadTagger } from '#shared/spotting/tagging/load-tagger.ts';
import { findWords } from '#shared/text/segmenter/words.ts';
import { measureNameQueries } from './reading/measure-name-queries.ts';
import { measureNumberQueries } from './reading/measure-number-queries.ts';
import { measureSearch } from './reading/measure-search.ts';
import { measureSentences } from './reading/measure-sentences.ts';
import { measureSpotting } from './reading/measure-spotting.ts';
import { generateArticle } from './support/generate-article.ts';
import { median, type Print, reportAtMost } from './support/report-metrics.ts';

const rounds = 9;
const warmUpRounds = 3;

/** Measures everything that is found in a draft of 10,000 words, as the worker finds it, beside a bare pass by words. */
async function measureDraft(print: Print): Promise<void> {
  const { text, blocks, language } = generateArticle(10_000, 300);
  const tagger = await loadTagger(language);
  const request = {
    id: 1,
    text,
    language,
    spottingLanguage: language,
    isSpotting: true,
    today: '2026-11-28',
  };
  const reading: number[] = [];
  const assessing: number[] = [];
  const segmenting: number[] = [];
  const sentences = listSentences({ text, language }, blocks);
  const spots = spotSpans(readText({ text, blocks, language }, sentences), tagger);
  for (let round = -warmUpRounds; round < rounds; round += 1) {
    const start = performance.now();
    const parts = [...readDraft({ ...request, blocks: packSpans(blocks) }, tagger)];
    const read = performance.now();
    const { counts } = assessCoverage({ text, sentences, spots, claims: [], dismissals: [] });
    const assessed = performance.now();
    const words = blocks.reduce((sum, block) => sum + findWords(text, block).length, 0);
    const end = performance.now();
    if (round < 0 || parts.length + counts.total + words === 0) continue;
    reading.push(read - start);
    assessing.push(assessed - read);
    segmenting.push(end - assessed);
  }
  const value = median(reading) + median(assessing);
  reportAtMost(print, {
    what: 'coverage, spotting and queries, 10,000 words',
    value,
    bound: 100,
    digits: 1,
    unit: ' ms',
    beside: `${(value / median(segmenting)).toFixed(1)} x a bare pass by words; coverage alone ${median(assessing).toFixed(1)} ms`,
  });
}

/** Measures what helps to read every line. */
export async function run(print: Print): Promise<void> {
  await measureSpotting(print);
  await measureSentences(print);
  measureNumberQueries(print);
  await measureNameQueries(print);
  await measureDraft(print);
  await measureSearch(print);
}
