import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { importPastedText } from '../../../../shared/import/text/import-text';
import { type Print, reportAtLeast } from '../../support/report-metrics';
import { type Layout, layouts } from './text-layouts';

const articleCount = 56;
/** Shorter texts say little about paragraphs. */
const minParagraphs = 10;

const revisionSchema = z.object({ id: z.string(), after: z.string() });

/** The paragraphs of real articles, each without line breaks. */
function readArticles(file: string): string[][] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) =>
      revisionSchema
        .parse(JSON.parse(line))
        .after.split(/\n\s*\n/u)
        .map(normalizeSpaces),
    )
    .filter((paragraphs) => paragraphs.length >= minParagraphs)
    .slice(0, articleCount);
}

const normalizeSpaces = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The share of paragraphs that are a block of their own, 0 to 1. */
function getWholeShare(paragraphs: readonly string[], layout: Layout): number {
  const imported = importPastedText(layout.write(paragraphs));
  if (!imported.ok) return 0;
  const { text, blocks } = imported.proposal;
  const found = new Set(blocks.map(({ start, end }) => normalizeSpaces(text.slice(start, end))));
  return paragraphs.filter((paragraph) => found.has(paragraph)).length / paragraphs.length;
}

/** Measures how many paragraphs of real articles stay whole in each of the layouts in which people write plain text. */
export function measurePlainText(corpora: string | undefined, print: Print): void {
  const file = corpora && join(corpora, 'revisions.jsonl');
  if (!file || !existsSync(file)) {
    print(`Skipped: plain text; ${file ? `there is no ${file}` : 'STET_CORPORA names no folder'}.`);
    return;
  }
  const articles = readArticles(file);
  print(`Plain text: whole paragraphs of ${articles.length} articles, in percent`);
  for (const layout of layouts) {
    const shares = articles.map((paragraphs) => getWholeShare(paragraphs, layout));
    const value = (100 * shares.reduce((sum, share) => sum + share, 0)) / articles.length;
    reportAtLeast(print, { what: layout.name, value, bound: layout.minWholePercent, digits: 1 });
  }
}
