import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import type { DraftProposal } from '../../../../shared/import/proposal';
import { collapseWhitespace } from '../../../../shared/text/format/wording';
import {
  type Print,
  reportAtLeast,
  reportAverageAndWorst,
  type ScoredFile,
} from '../../support/report-metrics';
import { type ImportBench, importThrough } from '../app/built-app';
import { getRecall, splitWords } from '../text-metrics';
import { extractWordContent, type WordContent } from './extract-word-in-page';

/** Reads the text and the comments of a document from its XML, without the importer. */
export function readWordContent(blankPage: Page, docx: Uint8Array): Promise<WordContent> {
  const parts = unzipSync(docx);
  const readPart = (name: string) => (parts[name] ? new TextDecoder().decode(parts[name]) : '');
  // The main part may have any name; its related parts are in the same folder.
  const main = /officeDocument"[^>]*Target="\/?([^"]+)"|Target="\/?([^"]+)"[^>]*officeDocument"/.exec(
    readPart('_rels/.rels'),
  );
  const document = main?.[1] ?? main?.[2] ?? 'word/document.xml';
  const folder = document.slice(0, document.lastIndexOf('/') + 1);
  return blankPage.evaluate(extractWordContent, {
    document: readPart(document),
    footnotes: readPart(`${folder}footnotes.xml`),
    endnotes: readPart(`${folder}endnotes.xml`),
    comments: readPart(`${folder}comments.xml`),
    styles: readPart(`${folder}styles.xml`),
  });
}

/** Counts the comments on text, and lists those that did not become claims on the same text with the same note. */
export function compareComments({ text, claims }: DraftProposal, { comments }: WordContent) {
  const normalize = (text: string | null) => collapseWhitespace(text ?? '');
  const onText = comments.filter(({ words }) => normalize(words) !== '');
  const lost = onText.filter(
    ({ words, note }) =>
      !claims.some(
        (claim) =>
          normalize(text.slice(claim.span.start, claim.span.end)) === normalize(words) &&
          normalize(claim.note).includes(normalize(note)),
      ),
  );
  return { total: onText.length, lost: lost.map(({ words }) => normalize(words)) };
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
  let commentCount = 0;
  let wordCount = 0;
  print(`Word (${files.length})`);
  for (const name of files) {
    const bytes = readFileSync(join(folder, name));
    const content = await readWordContent(blankPage, bytes);
    const { result } = await importThrough(page, name.slice(name.lastIndexOf('/') + 1), bytes);
    if (!result.ok) {
      print(`  refused: ${name}: ${result.problem.message}`);
      scores.push({ name, score: 0 });
      continue;
    }
    const expected = splitWords(content.text);
    wordCount += expected.length;
    scores.push({ name, score: getRecall(expected, splitWords(result.proposal.text)) });
    const compared = compareComments(result.proposal, content);
    commentCount += compared.total;
    lost.push(...compared.lost.map((words) => `${name}: "${words}"`));
  }
  reportAverageAndWorst(print, 'word recall', scores, { average: 0.99, worst: 0.99 }, `${wordCount} words`);
  reportAtLeast(print, {
    what: 'comments on their text',
    value: commentCount - lost.length,
    bound: commentCount,
  });
  for (const words of lost) print(`    lost: ${words}`);
}
