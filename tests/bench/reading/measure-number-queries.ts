import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { importPastedText } from '#renderer/documents/read/text/import-text.ts';
import type { Query, QueryRule } from '#shared/queries/base/query.ts';
import { findQueries } from '#shared/queries/find-queries.ts';
import { findNumberQueries } from '#shared/queries/numbers/find-number-queries.ts';
import { readText } from '#shared/reading/read-text.ts';
import type { DraftText } from '#shared/text/draft-text.ts';
import { findSentences } from '#shared/text/segmenter/sentences.ts';
import { findWords } from '#shared/text/segmenter/words.ts';
import { readRevisions } from '../drafts/real-revisions.ts';
import { median, type Print, reportAtMost } from '../support/report-metrics.ts';

/** An article without planted errors, and the day on which it is read. */
interface CleanArticle {
  id: string;
  language: 'en' | 'de';
  text: string;
  today: string;
}

const groundTruthSchema = z.record(z.string(), z.object({ articleBody: z.string() }));
/** German articles of our own, because the corpora have none. */
const germanFolder = 'tests/fixtures/queries';
/** The day of articles whose own is not known. */
const defaultToday = '2026-11-28';
/** The pages of the article extraction benchmark were saved in these days. */
const extractionDay = '2019-11-20';

/** The real articles of the corpora: last published texts, whose names begin with their day, and bodies of news pages. */
function readRealArticles(corpora: string): CleanArticle[] {
  const revisions = join(corpora, 'revisions.jsonl');
  const bodies = join(corpora, 'article-extraction', 'ground-truth.json');
  const published = existsSync(revisions) ? readRevisions(revisions) : [];
  const extracted = existsSync(bodies)
    ? Object.entries(groundTruthSchema.parse(JSON.parse(readFileSync(bodies, 'utf8'))))
    : [];
  return [
    ...published.map(({ id, after }) => ({
      id,
      language: 'en' as const,
      text: after,
      today: id.slice(0, 10),
    })),
    ...extracted.map(([id, { articleBody }]) => ({
      id: id.slice(0, 12),
      language: 'en' as const,
      text: articleBody,
      today: extractionDay,
    })),
  ];
}

/** The German articles that stand in the project. */
function readGermanArticles(): CleanArticle[] {
  return readdirSync(germanFolder)
    .sort()
    .map((name) => ({
      id: name,
      language: 'de' as const,
      text: readFileSync(join(germanFolder, name), 'utf8').trim(),
      today: defaultToday,
    }));
}

const rules: readonly QueryRule[] = ['figure', 'total', 'percentage', 'weekday', 'age', 'unit'];
const maxQueriesPerArticle = 0.15;
const speedWords = 10_000;
const speedRounds = 9;
/** Whether each query is printed. */
const shouldPrintExamples = Boolean(process.env.STET_EXAMPLES);

/** Measures the queries about numbers on articles as they are, and their time. */
export function measureNumberQueries(print: Print): void {
  const real = process.env.STET_CORPORA ? readRealArticles(process.env.STET_CORPORA) : [];
  if (real.length === 0) {
    print('Skipped: queries about numbers; STET_CORPORA names no folder with articles.');
    return;
  }
  const articles = [...real, ...readGermanArticles()];
  print('Queries about numbers');
  measureClean(print, articles);
  measureSpeed(print, real);
}

interface ReadDraft {
  draft: DraftText;
  sentences: { start: number; end: number }[];
}

/** A text as a draft with its sentences; null where it is no text of an article. */
function readDraft({ text, language }: CleanArticle): ReadDraft | null {
  const imported = importPastedText(text);
  if (!imported.ok) return null;
  const draft = { ...imported.proposal, language };
  return { draft, sentences: draft.blocks.flatMap((block) => findSentences(draft.text, block, language)) };
}

function query(article: CleanArticle): { draft: DraftText; queries: Query[] } | null {
  const read = readDraft(article);
  return (
    read && {
      draft: read.draft,
      queries: findNumberQueries(readText(read.draft, read.sentences), article.today),
    }
  );
}

function measureClean(print: Print, articles: readonly CleanArticle[]): void {
  const found = articles.flatMap(
    (article) => query(article)?.queries.map((one) => ({ ...one, id: article.id })) ?? [],
  );
  if (shouldPrintExamples)
    for (const { id, rule, explanation } of found) print(`    ${id} ${rule}: ${explanation}`);
  const byRule = rules.map((rule) => `${rule} ${found.filter((one) => one.rule === rule).length}`);
  print(`  ${articles.length} articles as they are, ${found.length} queries: ${byRule.join(', ')}`);
  const value = found.length / articles.length;
  reportAtMost(print, { what: 'queries per article', value, bound: maxQueriesPerArticle, digits: 3 });
}

function measureSpeed(print: Print, articles: readonly CleanArticle[]): void {
  const drafts: ReadDraft[] = [];
  let words = 0;
  for (const article of articles) {
    const read = words < speedWords ? readDraft(article) : null;
    if (!read) continue;
    drafts.push(read);
    for (const block of read.draft.blocks) words += findWords(read.draft.text, block).length;
  }
  const time = (task: (read: ReadDraft) => void) =>
    median(
      Array.from({ length: speedRounds }, () => {
        const start = performance.now();
        for (const read of drafts) task(read);
        return ((performance.now() - start) / words) * speedWords;
      }),
    );
  const segmented = time(({ draft }) => {
    for (const block of draft.blocks) findWords(draft.text, block);
  });
  const value = time(({ draft, sentences }) => {
    findQueries(readText(draft, sentences), '2026-11-28');
  });
  const beside = `${(value / segmented).toFixed(2)} times as long as the words (UAX #29) of the same text`;
  reportAtMost(print, { what: 'queries of 10,000 words', value, bound: 30, digits: 1, unit: ' ms', beside });
}
