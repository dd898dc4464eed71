import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Print, reportAverageAndWorst, type ScoredFile } from '../../support/report-metrics';
import { type ImportBench, importThrough } from '../app/built-app';
import { getOrderAgreement, getRecall, removeRunningLines, splitWords } from '../text-metrics';

const expectedSuffix = '.expected.txt';

/** Compares the text of PDFs with what another extractor reads in them, without running lines. */
export async function measurePdfs({ page }: ImportBench, folder: string, print: Print): Promise<void> {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(expectedSuffix))
    .map((name) => name.slice(0, -expectedSuffix.length))
    .toSorted();
  const recalls: ScoredFile[] = [];
  const orders: ScoredFile[] = [];
  print(`PDF (${names.length})`);
  for (const name of names) {
    const expected = splitWords(
      removeRunningLines(readFileSync(join(folder, name + expectedSuffix), 'utf8')),
    );
    const { result } = await importThrough(page, `${name}.pdf`, readFileSync(join(folder, `${name}.pdf`)));
    if (!result.ok) print(`  refused: ${name}: ${result.problem.message}`);
    const found = result.ok ? splitWords(result.proposal.text) : [];
    recalls.push({ name, score: getRecall(expected, found) });
    orders.push({ name, score: getOrderAgreement(expected, found) });
  }
  reportAverageAndWorst(print, 'word recall', recalls, { average: 0.97, worst: 0.97 });
  reportAverageAndWorst(print, 'order agreement', orders, { average: 0.97, worst: 0.97 });
}
