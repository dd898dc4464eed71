import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ElectronApplication, Page } from '@playwright/test';
import { z } from 'zod';
import { answerDialogs } from '../../e2e/support/system/dialogs';
import { startWatchingFrames, stopWatchingFrames, timeTask } from '../support/frames-in-page';
import type { Print } from '../support/report-metrics';
import { measurePrint, measureWrite } from './baselines';
import { watchMainMemory } from './main-memory';
import { type PlainText, writePlainDocx } from './plain-docx';
import type { ReportKind } from './report-kinds';

export interface ReportBench {
  app: ElectronApplication;
  page: Page;
  folder: string;
  print: Print;
}

/** The measurements of one kind of report. Each list has an entry for each round, in milliseconds. */
export interface ExportTimes {
  durationsMs: number[];
  baselinesMs: number[];
  longestFramesMs: number[];
  /** The size of all its files. */
  bytes: number;
  /** The most memory that main held meanwhile, in megabytes; null where that is not known. */
  mainMemoryMb: number | null;
}

/** The article whose reports are measured. */
export interface MeasuredArticle {
  articleId: string;
  text: PlainText;
}

/** A report that takes longer is cancelled. */
export const timeoutMs = 60_000;

const cancelledSchema = z.object({ ok: z.literal(true), value: z.null() });
const exportedSchema = z.object({ ok: z.literal(true), value: z.object({ fileName: z.string() }) });
const refusedSchema = z.object({ ok: z.literal(false), error: z.object({ message: z.string() }) });

/** The thing that takes the same effort at least: measured after each export. */
async function measureBaseline(
  { app, folder }: ReportBench,
  { bound }: ReportKind,
  text: PlainText,
  bytes: number,
): Promise<number> {
  if (bound === 'pdf') return measurePrint(app, pathToFileURL(join(folder, 'exported', 'report.html')).href);
  if (bound !== 'word') return measureWrite(folder, bytes);
  const start = performance.now();
  await writePlainDocx(text);
  return performance.now() - start;
}

/** The bytes of all files in a folder with an ending. */
function countBytes(folder: string, extension: string): number {
  const names = readdirSync(folder).filter((name) => name.endsWith(`.${extension}`));
  return names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

/**
 * Exports reports through the window's own bridge, and measures the baseline after each export. With several rounds, one more
 * warms up. Resolves to a sentence where the report is refused, or is cancelled after the timeout.
 */
export async function measureExports(
  bench: ReportBench,
  { articleId, text }: MeasuredArticle,
  kind: ReportKind,
  rounds: number,
): Promise<ExportTimes | string> {
  const { app, page, folder } = bench;
  const exported = join(folder, 'exported');
  const { choices, extension } = kind;
  const times: ExportTimes = {
    durationsMs: [],
    baselinesMs: [],
    longestFramesMs: [],
    bytes: 0,
    mainMemoryMb: null,
  };
  await answerDialogs(app, { save: join(exported, `report.${extension}`) });
  for (let round = rounds > 1 ? -1 : 0; round < rounds; round += 1) {
    // Further files of a report replace nothing, so they would become more with each round.
    for (const name of readdirSync(exported).filter((one) => one.includes('evidence')))
      rmSync(join(exported, name));
    const endMemory = await watchMainMemory(app);
    await page.evaluate(startWatchingFrames);
    const input = { taskId: `bench-${round + 1}`, articleId, choices, confirmed: [] };
    const { durationMs, answer } = await page.evaluate(timeTask, { name: 'report.export', input, timeoutMs });
    const longestFrameMs = await page.evaluate(stopWatchingFrames);
    if (cancelledSchema.safeParse(answer).success) return `cancelled after ${timeoutMs} ms`;
    const refused = refusedSchema.safeParse(answer);
    if (refused.success) return `not exported: ${refused.data.error.message}`;
    exportedSchema.parse(answer);
    times.bytes = countBytes(exported, extension);
    const memoryMb = endMemory();
    const baselineMs = await measureBaseline(bench, kind, text, times.bytes);
    if (round < 0) continue;
    times.durationsMs.push(durationMs);
    times.longestFramesMs.push(longestFrameMs);
    times.baselinesMs.push(baselineMs);
    if (memoryMb !== null) times.mainMemoryMb = Math.max(times.mainMemoryMb ?? 0, memoryMb);
  }
  return times;
}
