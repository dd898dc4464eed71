import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Span } from '../../../../shared/text/span';
import type { LabelledDocument } from './labelled-set';

const revisionSchema = z.object({ id: z.string(), after: z.string() });
const bodiesSchema = z.record(z.string(), z.object({ articleBody: z.string() }));

/**
 * The articles of the corpora that `tests/fixtures/spotting/articles.tsv` labels, each of which the file names by its id, with the
 * offsets of its sentences: the repository has no text of others. Articles that the folder does not have are left out.
 */
export function readLabelledArticles(corpora: string, labels: string): LabelledDocument[] {
  const texts = readTexts(corpora);
  const documents = new Map<string, { sentences: Span[]; isWorth: boolean[] }>();
  for (const line of labels.trim().split('\n')) {
    const [id = '', start, end, label] = line.split('\t');
    const document = documents.get(id) ?? { sentences: [], isWorth: [] };
    documents.set(id, document);
    document.sentences.push({ start: Number(start), end: Number(end) });
    document.isWorth.push(label === '1');
  }
  return [...documents].flatMap(([id, document]) => {
    const text = texts.get(id);
    if (text === undefined) return [];
    return [{ draft: { text, blocks: listLines(text), language: 'en' }, ...document }];
  });
}

/** The texts of the articles by id: those of the revisions, and the bodies that people marked in web pages. */
function readTexts(corpora: string): Map<string, string> {
  const texts = new Map<string, string>();
  const revisions = join(corpora, 'revisions.jsonl');
  if (existsSync(revisions))
    for (const line of readFileSync(revisions, 'utf8').trim().split('\n')) {
      const { id, after } = revisionSchema.parse(JSON.parse(line));
      texts.set(id, after);
    }
  const bodies = join(corpora, 'article-extraction', 'ground-truth.json');
  if (existsSync(bodies))
    for (const [id, { articleBody }] of Object.entries(
      bodiesSchema.parse(JSON.parse(readFileSync(bodies, 'utf8'))),
    ))
      texts.set(id, articleBody);
  return texts;
}

function listLines(text: string): Span[] {
  return [...text.matchAll(/[^\n]*\S[^\n]*/g)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
  }));
}
