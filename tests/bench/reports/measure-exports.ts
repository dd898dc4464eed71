import { statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ElectronApplication, Page } from '@playwright/test';
import { z } from 'zod';
import { defaultReportChoices, type ReportFormat } from '../../../shared/domain/report-options';
import { answerDialogs } from '../../e2e/support/system/dialogs';
import { startWatchingFrames, stopWatchingFrames, timeTask } from '../support/frames-in-page';
import type { Print } from '../support/report-metrics';
import { measurePrint, measureWrite } from './baselines';

export interface ReportBench {
  app: ElectronApplication;
  page: Page;
  folder: string;
  print: Print;
}

/** The measurements of one format. Each list has an entry for each round, in milliseconds. */
export interface ExportTimes {
  durationsMs: number[];
  baselinesMs: number[];
  longestFramesMs: number[];
  bytes: number;
}

/** A report that takes longer is cancelled. */
export const timeoutMs = 60_000;

const extensions: Record<ReportFormat, string> = {
  ...{ html: 'html', pdf: 'pdf', markdown: 'md', json: 'json', docx: 'docx', xlsx: 'xlsx', csv: 'csv' },
  ...{ webAnnotation: 'jsonld', claimReview: 'jsonld' },
};

const cancelledSchema = z.object({ ok: z.literal(true), value: z.null() });
const exportedSchema = z.object({ ok: z.literal(true), value: z.object({ fileName: z.string() }) });

/**
 * Exports reports through the window's own bridge, and measures the baseline after each export. With several rounds, one more
 * warms up. Null after a timeout.
 */
export async function measureExports(
  { app, page, folder }: ReportBench,
  articleId: string,
  format: ReportFormat,
  rounds: number,
): Promise<ExportTimes | null> {
  const path = join(folder, `report.${extensions[format]}`);
  const htmlUrl = pathToFileURL(join(folder, 'report.html')).href;
  const times: ExportTimes = { durationsMs: [], baselinesMs: [], longestFramesMs: [], bytes: 0 };
  const choices = { ...defaultReportChoices, format };
  await answerDialogs(app, { save: path });
  for (let round = rounds > 1 ? -1 : 0; round < rounds; round += 1) {
    await page.evaluate(startWatchingFrames);
    const input = { taskId: `bench-${round + 1}`, articleId, choices, confirmed: [] };
    const { durationMs, answer } = await page.evaluate(timeTask, { name: 'report.export', input, timeoutMs });
    const longestFrameMs = await page.evaluate(stopWatchingFrames);
    if (cancelledSchema.safeParse(answer).success) return null;
    if (!exportedSchema.safeParse(answer).success) throw new Error(`not exported: ${JSON.stringify(answer)}`);
    times.bytes = statSync(path).size;
    const baselineMs =
      format === 'pdf' ? await measurePrint(app, htmlUrl) : await measureWrite(folder, times.bytes);
    if (round < 0) continue;
    times.durationsMs.push(durationMs);
    times.longestFramesMs.push(longestFrameMs);
    times.baselinesMs.push(baselineMs);
  }
  return times;
}
