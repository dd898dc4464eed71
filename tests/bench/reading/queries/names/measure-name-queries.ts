import { existsSync } from 'node:fs';
import { findNameQueries } from '../../../../../shared/queries/names/find-name-queries';
import { type ReadDraft, readText } from '../../../../../shared/reading/read-text';
import type { Query } from '../../../../../shared/queries/query';
import { findSentences } from '../../../../../shared/text/segmenter/sentences';
import { findWords } from '../../../../../shared/text/segmenter/words';
import { measureInterleaved, median } from '../../../support/measure';
import { type Print, reportAtMost } from '../../../support/report-metrics';
import { findJudgement } from './judged-queries';
import { type Article, createArticle, readGermanArticles, readRealArticles } from './read-articles';

const maxFalsePerArticle = 0.3;
const timedWords = 10_000;
const maxMs = 20;
const timedRounds = 40;

/** Measures how often the rules about names and quotations are wrong, and how fast they are. */
export async function measureNameQueries(print: Print): Promise<void> {
  const corpora = process.env.STET_CORPORA;
  if (!corpora || !existsSync(corpora)) {
    print('Skipped: queries about names and quotations; STET_CORPORA names no folder.');
    return;
  }
  const real = readRealArticles(corpora);
  const german = readGermanArticles();
  measureClean(print, `real articles, ${real.length}`, real);
  measureClean(print, `our German articles, ${german.length}`, german);
  await measureSpeed(print, real);
}

function findQueries(draft: ReadDraft): Query[] {
  return findNameQueries(readText(draft, listSentences(draft)));
}

function listSentences({ text, blocks, language }: ReadDraft) {
  return blocks.flatMap((block) => findSentences(text, block, language));
}

/** A query that nobody has judged counts as false. */
function measureClean(print: Print, what: string, articles: readonly Article[]): void {
  print(`Queries about names and quotations: ${what}`);
  const counts = new Map<string, { errors: number; others: number }>();
  let others = 0;
  for (const { id, draft } of articles)
    for (const query of findQueries(draft)) {
      const judgement = findJudgement(id, query);
      const count = counts.get(query.rule) ?? { errors: 0, others: 0 };
      counts.set(query.rule, count);
      if (judgement === true) count.errors += 1;
      else {
        count.others += 1;
        others += 1;
        print(
          `    ${judgement === undefined ? 'not judged' : 'false'}: ${id} ${query.rule} ${query.places[0].start}-${query.places[0].end}`,
        );
      }
    }
  for (const [rule, { errors, others: wrong }] of counts)
    print(`    ${rule}: ${errors} errors of the articles, ${wrong} false`);
  const value = others / Math.max(1, articles.length);
  reportAtMost(print, { what: 'false queries per article', value, bound: maxFalsePerArticle, digits: 2 });
}

/** Times the rules on the first articles, and the bare word segmenter on the same text. */
async function measureSpeed(print: Print, articles: readonly Article[]): Promise<void> {
  const texts: string[] = [];
  let words = 0;
  for (const { draft } of articles) {
    if (words >= timedWords) break;
    texts.push(draft.text);
    words += draft.text.split(/\s+/).length;
  }
  const { draft } = createArticle('timed', texts.join('\n\n'), 'en');
  const sentences = listSentences(draft);
  const [rules = 0, segmenter = 0] = (
    await measureInterleaved(timedRounds, [
      async () => void findNameQueries(readText(draft, sentences)),
      async () => draft.blocks.forEach((block) => void findWords(draft.text, block)),
    ])
  ).map(median);
  const value = (rules * timedWords) / words;
  reportAtMost(print, {
    what: 'ms for 10,000 words',
    value,
    bound: maxMs,
    digits: 1,
    beside: `${(rules / segmenter).toFixed(2)} times the bare word segmenter`,
  });
}
