import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ReadDraft } from '#shared/reading/read-text.ts';
import type { Span } from '#shared/text/span.ts';
import { readRevisions } from '../drafts/real-revisions.ts';

/** A real article, or one of our own that stands beside them. */
export interface Article {
  id: string;
  draft: ReadDraft;
}

const groundTruthSchema = z.record(z.string(), z.object({ articleBody: z.string() }));

/** Reads the articles of the corpora that have text in Latin letters: their last published text, by paragraphs. */
export function readRealArticles(corpora: string): Article[] {
  const revisions = join(corpora, 'revisions.jsonl');
  const bodies = join(corpora, 'article-extraction', 'ground-truth.json');
  return [
    ...(existsSync(revisions)
      ? readRevisions(revisions).map(({ id, after }) => createArticle(id, after, 'en'))
      : []),
    ...(existsSync(bodies)
      ? Object.entries(groundTruthSchema.parse(JSON.parse(readFileSync(bodies, 'utf8'))))
          .filter(([, { articleBody }]) => isLatin(articleBody))
          .map(([id, { articleBody }]) => createArticle(id.slice(0, 12), articleBody, null))
      : []),
  ];
}

/** Whether most letters of a text are Latin ones. */
function isLatin(text: string): boolean {
  const count = (letters: RegExp) => text.match(letters)?.length ?? 0;
  return count(/\p{sc=Latin}/gu) * 2 > count(/\p{L}/gu);
}

/** Reads our own articles in German, of which the corpora hold none. */
export function readGermanArticles(): Article[] {
  const folder = 'tests/fixtures/queries';
  return readdirSync(folder)
    .filter((file) => file.startsWith('de-'))
    .toSorted()
    .map((file) => createArticle(file, readFileSync(join(folder, file), 'utf8').trim(), 'de'));
}

/** The paragraphs of a text become the blocks of a draft, joined as drafts join them. */
export function createArticle(id: string, source: string, language: string | null): Article {
  const paragraphs = source
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
  const blocks: Span[] = [];
  let end = -2;
  for (const paragraph of paragraphs) {
    const start = end + 2;
    end = start + paragraph.length;
    blocks.push({ start, end });
  }
  return { id, draft: { text: paragraphs.join('\n\n'), blocks, language } };
}
