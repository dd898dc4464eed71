import { existsSync } from 'node:fs';
import type { Query, QueryRule } from '#shared/queries/base/query.ts';
import { findNameQueries } from '#shared/queries/names/find-name-queries.ts';
import type { ReadDraft } from '#shared/reading/read-text.ts';
import { readText } from '#shared/reading/read-text.ts';
import { findSentences } from '#shared/text/segmenter/sentences.ts';
import { findWords } from '#shared/text/segmenter/words.ts';
import { measureInterleaved, median, type Print, reportAtMost } from '../support/report-metrics.ts';
import { type Article, createArticle, readGermanArticles, readRealArticles } from './read-articles.ts';

/** A query on a real article, and what reading the article showed: whether its author made an error there. */
interface JudgedQuery {
  /** The id of the article in the corpora: the file of a revision, or the first letters of a page. */
  article: string;
  rule: QueryRule;
  /** The first place of the query, in UTF-16 offsets of the draft's text. */
  start: number;
  end: number;
  isError: boolean;
}

/** Every query that the rules raise on the articles as they are, read one by one. */
const judged: readonly JudgedQuery[] = [
  {
    article: '2015-03-06-ux-lessons-learned-from-a-procurement-project.md',
    rule: 'quotation-mark',
    start: 4202,
    end: 4213,
    isError: true,
  },
  {
    article: '2015-04-03-18f-discussion-should-project-teams-code-first-or-design-first.md',
    rule: 'quotation-mark',
    start: 4601,
    end: 4614,
    isError: true,
  },
  {
    article: '2016-03-21-we-asked-100-of-our-coworkers-why-did-you-join-18f.md',
    rule: 'quotation-mark',
    start: 18438,
    end: 18465,
    isError: true,
  },
  {
    article: '2016-06-20-build-empathy-with-stakeholder-interviews-part-1-preparation.md',
    rule: 'quotation-mark',
    start: 3444,
    end: 3458,
    isError: true,
  },
  {
    article: '2016-07-29-live-streamed-demos-for-exponential-transparency-and-information-sharing.md',
    rule: 'spelling',
    start: 1370,
    end: 1377,
    isError: true,
  },
  {
    article: '2024-07-17-working-with-oracle-databases-in-open-source-projects.md',
    rule: 'quotation-mark',
    start: 9904,
    end: 9936,
    isError: true,
  },
  { article: '1ee91d1fce65', rule: 'spelling', start: 226, end: 232, isError: true },
  { article: '82b6d780c792', rule: 'spelling', start: 1328, end: 1337, isError: true },
  { article: 'c90731f051d0', rule: 'quotation-mark', start: 1857, end: 1870, isError: true },
];

/** The judgement of a query; undefined for one that nobody has judged yet. */
function findJudgement(article: string, { rule, places: [first] }: Query): boolean | undefined {
  return judged.find(
    (known) =>
      known.article === article &&
      known.rule === rule &&
      known.start === first.start &&
      known.end === first.end,
  )?.isError;
}

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
