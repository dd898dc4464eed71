import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readRevisions } from '../../../drafts/real/read-revisions';

/** An article without planted errors, and the day on which it is read. */
export interface CleanArticle {
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
export function readRealArticles(corpora: string): CleanArticle[] {
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
export function readGermanArticles(): CleanArticle[] {
  return readdirSync(germanFolder)
    .sort()
    .map((name) => ({
      id: name,
      language: 'de' as const,
      text: readFileSync(join(germanFolder, name), 'utf8').trim(),
      today: defaultToday,
    }));
}
