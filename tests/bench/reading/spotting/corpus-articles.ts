import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { DraftText } from '../../../../shared/text/draft-text';
import { findSentences } from '../../../../shared/text/segmenter/sentences';
import type { Span } from '../../../../shared/text/span';

const revisionSchema = z.object({ after: z.string() });
const bodiesSchema = z.record(z.string(), z.object({ articleBody: z.string() }));

export interface CorpusArticle {
  draft: DraftText;
  sentences: readonly Span[];
}

/** The articles of the corpora: the last texts of the revisions, and the bodies that people marked in web pages. */
export function readArticles(corpora: string): CorpusArticle[] {
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
