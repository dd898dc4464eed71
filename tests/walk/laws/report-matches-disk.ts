import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportJsonSchema } from '../../../shared/reports/json/report-schema';
import { answerSystemDialogs } from '../app/answer-system-dialogs';
import { LawViolation, type Walker } from '../app/walker';
import type { Model } from '../model/model';
import { deriveExpectedClaims } from './expected-claims';

/** At the end of a walk the report tells the same claims as the disk, each with its verdict and how it stands. */
export async function reportMatchesDisk(model: Model, walker: Walker): Promise<void> {
  const { stet, stored } = walker;
  const path = join(walker.files, `report-${walker.articleId}.json`);
  walker.startCommand(model);
  for (let press = 0; press < 3 && (await stet.queue.section.isVisible()); press += 1)
    await stet.press('Escape');
  await answerSystemDialogs(stet, path);
  await stet.menu('File', 'Export report…');
  await stet.exporting.dialog.waitFor();
  await stet.exporting.format('JSON').click();
  await stet.exporting.saved();
  await answerSystemDialogs(stet);
  const report = reportJsonSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const { claims, waiting } = deriveExpectedClaims(stored);
  const told = report.claims.map(({ number, words, standing, verdict }) =>
    [number, words, standing, verdict].join(' '),
  );
  const wanted = claims.map(({ id, number, words, status: standing }) =>
    [number, words, standing, stored.review.claims.get(id)?.verdict].join(' '),
  );
  const wrong = wanted.filter((line, index) => line !== told[index]);
  const { total, open } = report.summary;
  const standings = [...claims, ...waiting].map(({ status: standing }) => standing);
  const wanting = standings.filter((standing) => standing === 'unchecked' || standing === 'recheck').length;
  if (total !== standings.length || open !== wanting)
    throw new LawViolation(
      `the report counts ${total} claims, ${open} of them open, and there are ${standings.length}, ${wanting} open`,
    );
  if (wrong.length > 0 || told.length !== wanted.length)
    throw new LawViolation(
      `the report has ${told.length} claims, the disk ${wanted.length}; not told so: ${wrong.join('; ')}`,
    );
}
