import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import type { DraftProposal } from '../../shared/import/proposal';
import { type ImportBench, importThrough } from './import-app';
import { atLeast, averageAndWorst, type Print, type Scored } from './import-figures';
import { recall, wordsOf } from './import-measures';
import { type WordFacts, wordFacts } from './import-word-in-page';

/** What a document says by its own XML, read past the importer. */
export function factsOf(bare: Page, docx: Uint8Array): Promise<WordFacts> {
  const parts = unzipSync(docx);
  const part = (name: string) => (parts[name] ? new TextDecoder().decode(parts[name]) : '');
  // The document may have any name; what belongs to it lies beside it.
  const main = /officeDocument"[^>]*Target="\/?([^"]+)"|Target="\/?([^"]+)"[^>]*officeDocument"/.exec(
    part('_rels/.rels'),
  );
  const document = main?.[1] ?? main?.[2] ?? 'word/document.xml';
  const folder = document.slice(0, document.lastIndexOf('/') + 1);
  return bare.evaluate(wordFacts, {
    document: part(document),
    footnotes: part(`${folder}footnotes.xml`),
    endnotes: part(`${folder}endnotes.xml`),
    comments: part(`${folder}comments.xml`),
  });
}

/** The comments on words that are claims on those words, saying what the comment said; and those that are not. */
export function commentsFound({ text, claims }: DraftProposal, { comments }: WordFacts) {
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
  return { all: onWords.length, lost: lost.map(({ words }) => plain(words)) };
}

/** Word documents against their own XML. */
export async function wordFigures({ page, bare }: ImportBench, folder: string, print: Print): Promise<void> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.docx'))
    .toSorted();
  const scores: Scored[] = [];
  const lost: string[] = [];
  let comments = 0;
  let words = 0;
  print(`Word (${files.length})`);
  for (const name of files) {
    const bytes = readFileSync(join(folder, name));
    const facts = await factsOf(bare, bytes);
    const { imported } = await importThrough(page, name.slice(name.lastIndexOf('/') + 1), bytes);
    if (!imported.ok) {
      print(`  refused: ${name}: ${imported.problem.message}`);
      scores.push({ name, score: 0 });
      continue;
    }
    const expected = wordsOf(facts.text);
    words += expected.length;
    scores.push({ name, score: recall(expected, wordsOf(imported.proposal.text)) });
    const found = commentsFound(imported.proposal, facts);
    comments += found.all;
    lost.push(...found.lost.map((words) => `${name}: "${words}"`));
  }
  averageAndWorst(print, 'word recall', scores, { average: 0.99, worst: 0.99 }, `${words} words`);
  atLeast(print, { what: 'comments on their words', value: comments - lost.length, bound: comments });
  for (const words of lost) print(`    not so in ${words}`);
}
