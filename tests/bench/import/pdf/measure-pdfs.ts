import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Print, reportAverageAndWorst, type ScoredFile } from '../../support/report-metrics';
import { type ImportBench, importThrough } from '../app/built-app';
import { getOrderAgreement, getRecall, removeRunningLines, splitWords } from '../text-metrics';

const expectedSuffix = '.expected.txt';

/**
 * Files in which the other extractor reads in another order than people do. The tags of these files (ISO 32000-1, 14.8) confirm
 * that. Their words are compared, and their order is printed without a bound.
 */
const misreadOrders = new Map([
  ['bug1997343', 'the end of a paragraph of the right column comes before the left column'],
  ['issue9972-2', 'the cells of a table are read column by column, not row by row'],
  ['issue9972-3', 'the cells of a table are read column by column, not row by row'],
]);

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
    const order = getOrderAgreement(expected, found);
    const why = misreadOrders.get(name);
    if (why === undefined) orders.push({ name, score: order });
    else print(`  order not comparable: ${name}, ${order.toFixed(3)}: ${why}`);
  }
  reportAverageAndWorst(print, 'word recall', recalls, { average: 0.97, worst: 0.97 });
  reportAverageAndWorst(print, 'order agreement', orders, { average: 0.97, worst: 0.97 });
}
