import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import type { DraftProposal } from '../../../shared/import/proposal';
import { type ImportBench, importThrough } from './built-app';
import { getRecall, splitWords } from './text-metrics';
import { extractWordContent, type WordContent } from './extract-word-in-page';
import { type Print, reportAtLeast, reportAverageAndWorst, type ScoredFile } from '../support/report-metrics';

/** Reads the text and the comments of a document from its XML, without the importer. */
export function readWordContent(blankPage: Page, docx: Uint8Array): Promise<WordContent> {
  const parts = unzipSync(docx);
  const part = (name: string) => (parts[name] ? new TextDecoder().decode(parts[name]) : '');
  // The main part may have any name; its related parts are in the same folder.
  const main = /officeDocument"[^>]*Target="\/?([^"]+)"|Target="\/?([^"]+)"[^>]*officeDocument"/.exec(
    part('_rels/.rels'),
  );
  const document = main?.[1] ?? main?.[2] ?? 'word/document.xml';
  const folder = document.slice(0, document.lastIndexOf('/') + 1);
  return blankPage.evaluate(extractWordContent, {
    document: part(document),
    footnotes: part(`${folder}footnotes.xml`),
    endnotes: part(`${folder}endnotes.xml`),
    comments: part(`${folder}comments.xml`),
  });
}

/** Counts the comments on text, and lists those that did not become claims on the same text with the same note. */
export function compareComments({ text, claims }: DraftProposal, { comments }: WordContent) {
  const plain = (words: string | null) => (words ?? '').replace(/\s+/g, ' ').trim();
  const onWords = comments.filter(({ words }) => plain(words) !== '');
  const lost = onWords.filter(
    ({ words, note }) =>
      !claims.some(
        (claim) =>
          plain(text.slice(claim.span.start, claim.span.end)) === plain(words) &&
          plain(claim.note).includes(plain(note)),
      ),
  );
  return { total: onWords.length, lost: lost.map(({ words }) => plain(words)) };
}

/** Compares the drafts of Word documents with their XML. */
export async function measureWordDocuments(
  { page, blankPage }: ImportBench,
  folder: string,
  print: Print,
): Promise<void> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.docx'))
    .toSorted();
  const scores: ScoredFile[] = [];
  const lost: string[] = [];
  let comments = 0;
  let words = 0;
  print(`Word (${files.length})`);
  for (const name of files) {
    const bytes = readFileSync(join(folder, name));
    const facts = await readWordContent(blankPage, bytes);
    const { result } = await importThrough(page, name.slice(name.lastIndexOf('/') + 1), bytes);
    if (!result.ok) {
      print(`  refused: ${name}: ${result.problem.message}`);
      scores.push({ name, score: 0 });
      continue;
    }
    const expected = splitWords(facts.text);
    words += expected.length;
    scores.push({ name, score: getRecall(expected, splitWords(result.proposal.text)) });
    const found = compareComments(result.proposal, facts);
    comments += found.total;
    lost.push(...found.lost.map((words) => `${name}: "${words}"`));
  }
  reportAverageAndWorst(print, 'word recall', scores, { average: 0.99, worst: 0.99 }, `${words} words`);
  reportAtLeast(print, { what: 'comments on their words', value: comments - lost.length, bound: comments });
  for (const words of lost) print(`    not so in ${words}`);
}
