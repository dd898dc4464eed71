import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportJsonSchema } from '#main/worker/reports/json/report-schema.ts';
import { answerDialogs } from '#tests/e2e/support/system/dialogs.ts';
import { unless } from '../app/law-violation.ts';
import type { Walker } from '../app/walker.ts';
import type { Model } from '../model/model.ts';
import { deriveExpectedClaims, isOpenStatus } from './expected-claims.ts';
import { describeWrongCounts } from './screen-matches-disk.ts';

/**
 * A report that is exported at the end of a walk has the same claims as the disk, each with its verdict and its status, and the
 * same sentences.
 */
export async function reportMatchesDisk(model: Model, walker: Walker): Promise<string[]> {
  const report = await exportReport(model, walker);
  const { claims, unplaced } = deriveExpectedClaims(walker.stored);
  const reported = report.claims.map(({ number, words, standing, verdict }) =>
    [number, words, standing, verdict].join(' '),
  );
  const expected = claims.map(({ id, number, words, status }) =>
    [number, words, status, walker.stored.review.claims.get(id)?.verdict].join(' '),
  );
  const missing = expected.filter((line, index) => line !== reported[index]);
  const { total, open } = report.summary;
  const statuses = [...claims, ...unplaced].map(({ status }) => status);
  const openCount = statuses.filter(isOpenStatus).length;
  const { coverage } = report;
  return [
    ...unless(
      coverage?.sentences.length === coverage?.notLookedAt,
      `the report lists ${coverage?.sentences.length} sentences, and counts ${coverage?.notLookedAt} not looked at`,
    ),
    ...(coverage
      ? describeWrongCounts('the report', coverage, walker.stored)
      : ['the report has no coverage']),
    ...unless(
      total === statuses.length && open === openCount,
      `the report counts ${total} claims, ${open} of them open, and there are ${statuses.length}, ${openCount} open`,
    ),
    ...unless(
      missing.length === 0 && reported.length === expected.length,
      `the report has ${reported.length} claims, the disk ${expected.length}; the report lacks: ${missing.join('; ')}`,
    ),
  ];
}

async function exportReport(model: Model, walker: Walker) {
  const { stet } = walker;
  const path = join(walker.files, `report-${walker.articleId}.json`);
  walker.startCommand(model);
  for (let press = 0; press < 3 && (await stet.queue.section.isVisible()); press += 1)
    await stet.press('Escape');
  await answerDialogs(stet.app, { save: path });
  await stet.chooseMenuItem('File', 'Export report…');
  await stet.exportDialog.dialog.waitFor();
  await stet.exportDialog.chooseFormat('JSON');
  await stet.exportDialog.reader('Editor').click();
  await stet.exportDialog.saveAndClose();
  await answerDialogs(stet.app, {});
  return reportJsonSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
}
