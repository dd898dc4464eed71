import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import readability from '@mozilla/readability/Readability.js?raw';
import { z } from 'zod';
import type { DraftProposal } from '../../shared/import/proposal';
import { type ImportBench, importThrough } from './import-app';
import { atLeast, average, averageAndWorst, type Print, type Scored } from './import-figures';
import { f1, wordsOf } from './import-measures';
import { htmlText, readableText } from './import-web-in-page';

const metadataSchema = z.object({ title: z.string().nullable(), byline: z.string().nullable() });

/** On one line; of a byline the names alone. */
const onOneLine = (value: string | null) => (value ?? '').replace(/\s+/g, ' ').trim();
const namesOf = (byline: string | null) => onOneLine(byline).replace(/^by:? /i, '');

function beginsWith(words: readonly string[], first: readonly string[]): boolean {
  return first.every((word, at) => words[at] === word);
}

/** The draft's words, without the title that it has in front of an article that does not begin with it. */
function draftWords({ title, text, blocks: [first, second] }: DraftProposal, expected: string[]): string[] {
  const words = wordsOf(text);
  const titleWords = wordsOf(title);
  const headed = first?.kind === 'heading' && wordsOf(text.slice(0, first.end)).join() === titleWords.join();
  if (!headed || !second) return words;
  const others = wordsOf(text.slice(second.start));
  // An article may begin with the words of its title by chance.
  const added = !beginsWith(expected, titleWords) || beginsWith(others, titleWords);
  return added ? others : words;
}

interface Facts {
  given: number;
  wrong: string[];
}

/** Compares title and byline where they are given. */
function compareFacts(name: string, proposal: DraftProposal, json: string, facts: Facts): void {
  const { title, byline } = metadataSchema.parse(JSON.parse(json));
  const pairs = [
    { field: 'title', given: onOneLine(title), got: onOneLine(proposal.title) },
    { field: 'byline', given: namesOf(byline), got: namesOf(proposal.byline) },
  ];
  for (const { field, given, got } of pairs.filter(({ given }) => given !== '')) {
    facts.given += 1;
    if (given !== got) facts.wrong.push(`${name}: ${field} "${got}", not "${given}"`);
  }
}

/** Saved pages against the text that people agreed on as their article; beside it what Readability alone finds. */
export async function webFigures({ page, bare }: ImportBench, folder: string, print: Print): Promise<void> {
  await bare.evaluate(readability);
  const scores: Scored[] = [];
  const plain: Scored[] = [];
  const facts: Facts = { given: 0, wrong: [] };
  const names = readdirSync(folder).toSorted();
  print(`Web pages (${names.length})`);
  for (const name of names) {
    const read = (file: string) => readFileSync(join(folder, name, file), 'utf8');
    const expected = wordsOf(await bare.evaluate(htmlText, read('expected.html')));
    plain.push({
      name,
      score: f1(expected, wordsOf(await bare.evaluate(readableText, read('source.html')))),
    });
    const bytes = readFileSync(join(folder, name, 'source.html'));
    const { imported } = await importThrough(page, `${name}.html`, bytes);
    if (!imported.ok) {
      print(`  refused: ${name}: ${imported.problem.message}`);
      scores.push({ name, score: 0 });
      continue;
    }
    scores.push({ name, score: f1(expected, draftWords(imported.proposal, expected)) });
    compareFacts(name, imported.proposal, read('expected-metadata.json'), facts);
  }
  const [lowest] = plain.toSorted((a, b) => a.score - b.score);
  const beside = `Readability ${average(plain).toFixed(3)}, its worst ${lowest?.score.toFixed(3)} ${lowest?.name}`;
  averageAndWorst(print, 'word F1', scores, { average: 0.98, worst: 0.85 }, beside);
  const right = facts.given - facts.wrong.length;
  const share = { value: (100 * right) / facts.given, bound: 95, digits: 1, unit: ' %' };
  atLeast(print, { what: 'titles and bylines right', ...share, beside: `${right} of ${facts.given}` });
  for (const wrong of facts.wrong) print(`    ${wrong}`);
}
