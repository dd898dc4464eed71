import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBareAppend, openPlainLowdb } from './storage/baselines';
import { megabyte } from './storage/generate-large-review';
import { openArticle } from './storage/open-article';
import { measureInterleaved, median } from './support/measure';
import type { Print } from './support/report-metrics';

const rounds = 400;
const lowdbRounds = 15;

/** Measures one acknowledged edit and its alternatives. Only the ratios are comparable; the times depend on the disk. */
export async function run(print: Print): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-bench-'));
  try {
    const small = await openArticle(folder, 1);
    const large = await openArticle(folder, 10);
    await small.edit();
    const before = (await stat(small.paths.history)).size;
    await small.edit();
    const lineBytes = (await stat(small.paths.history)).size - before;
    const bare = await openBareAppend(join(folder, 'bare'), Buffer.alloc(lineBytes, 'x'));

    const [appendTimes, smallTimes, largeTimes] = await measureInterleaved(rounds, [
      bare.append,
      small.edit,
      large.edit,
    ]);
    await bare.close();
    await small.core.close();
    await large.core.close();
    const [lowdbSmallTimes, lowdbLargeTimes] = await measureInterleaved(lowdbRounds, [
      await openPlainLowdb(join(folder, 'small.json'), small.review),
      await openPlainLowdb(join(folder, 'large.json'), large.review),
    ]);
    report(print, {
      lineBytes,
      smallMegabytes: (await stat(small.paths.snapshot)).size / megabyte,
      largeMegabytes: (await stat(large.paths.snapshot)).size / megabyte,
      appendMs: median(appendTimes),
      smallEditMs: median(smallTimes),
      largeEditMs: median(largeTimes),
      lowdbSmallMs: median(lowdbSmallTimes),
      lowdbLargeMs: median(lowdbLargeTimes),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Medians {
  lineBytes: number;
  smallMegabytes: number;
  largeMegabytes: number;
  appendMs: number;
  smallEditMs: number;
  largeEditMs: number;
  lowdbSmallMs: number;
  lowdbLargeMs: number;
}

function report(print: Print, medians: Medians): void {
  const { lineBytes, smallMegabytes, largeMegabytes, appendMs, smallEditMs, largeEditMs } = medians;
  const { lowdbSmallMs, lowdbLargeMs } = medians;
  const printRow = (what: string, milliseconds: number, comparison: string) =>
    print(`  ${what.padEnd(58)} ${milliseconds.toFixed(3).padStart(8)} ms   ${comparison}`);
  const formatRatio = (a: number, b: number) => `${(a / b).toFixed(2)} x`;
  print(`One acknowledged edit: dispatcher, handler, store, disk (medians of ${rounds}, interleaved)`);
  printRow(`bare append of ${lineBytes} bytes with fdatasync`, appendMs, '');
  printRow(
    `edit in ${smallMegabytes.toFixed(1)} MB of review`,
    smallEditMs,
    `${formatRatio(smallEditMs, appendMs)} the bare append (at most 2.5)`,
  );
  printRow(
    `edit in ${largeMegabytes.toFixed(1)} MB of review`,
    largeEditMs,
    `${formatRatio(largeEditMs, smallEditMs)} that at 1 MB (at most 1.3)`,
  );
  printRow(
    `plain lowdb, ${smallMegabytes.toFixed(1)} MB, not synced`,
    lowdbSmallMs,
    `${formatRatio(lowdbSmallMs, smallEditMs)} our edit`,
  );
  printRow(
    `plain lowdb, ${largeMegabytes.toFixed(1)} MB, not synced`,
    lowdbLargeMs,
    `${formatRatio(lowdbLargeMs, largeEditMs)} our edit`,
  );
}
