import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ImportBench, importThrough } from './import-app';
import { averageAndWorst, type Print, type Scored } from './import-figures';
import { orderAgreement, recall, runningTextOf, wordsOf } from './import-measures';

const expectedEnding = '.expected.txt';

/** PDFs of running text against what another extractor reads in them, without heads, feet and numbers of pages. */
export async function pdfFigures({ page }: ImportBench, folder: string, print: Print): Promise<void> {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(expectedEnding))
    .map((name) => name.slice(0, -expectedEnding.length))
    .toSorted();
  const recalls: Scored[] = [];
  const orders: Scored[] = [];
  print(`PDF (${names.length})`);
  for (const name of names) {
    const expected = wordsOf(runningTextOf(readFileSync(join(folder, name + expectedEnding), 'utf8')));
    const { imported } = await importThrough(page, `${name}.pdf`, readFileSync(join(folder, `${name}.pdf`)));
    if (!imported.ok) print(`  refused: ${name}: ${imported.problem.message}`);
    const got = imported.ok ? wordsOf(imported.proposal.text) : [];
    recalls.push({ name, score: recall(expected, got) });
    orders.push({ name, score: orderAgreement(expected, got) });
  }
  averageAndWorst(print, 'word recall', recalls, { average: 0.97, worst: 0.97 });
  averageAndWorst(print, 'order agreement', orders, { average: 0.97, worst: 0.97 });
}
