import { median } from '../support/measure';
import type { Print } from '../support/report-metrics';
import type { ExportTimes } from './measure-exports';
import type { ReportKind } from './report-kinds';

/** The bounds of an export. */
export interface ExportBounds {
  /** The largest accepted median, in milliseconds. */
  durationMs: number;
  /** The longest accepted frame of the window meanwhile, in milliseconds; null when there is no limit. */
  maxFrameMs: number | null;
}

/** The largest accepted memory of main, in megabytes. */
const maxMainMemoryMb = 250;

const baselines: Record<ReportKind['bound'], string> = {
  text: 'writing and syncing as many bytes',
  xlsx: 'writing and syncing as many bytes',
  word: 'the docx package writing the same text without comments',
  pdf: 'printing the same HTML',
};

export function formatFrame(longestFrameMs: number, maxFrameMs: number | null): string {
  return `longest frame ${longestFrameMs.toFixed(0)} ms${maxFrameMs === null ? '' : ` (at most ${maxFrameMs})`}`;
}

/** Prints the measurements of one kind of report on one line, or why there are none. */
export function printExports(
  print: Print,
  { label, bound }: ReportKind,
  times: ExportTimes | string,
  { durationMs: maxMs, maxFrameMs }: ExportBounds,
): void {
  const start = `  ${label.padEnd(14)}`;
  if (typeof times === 'string') {
    print(`${start} ${times} (at most ${maxMs} ms)`);
    return;
  }
  const { durationsMs, baselinesMs, longestFramesMs, bytes, mainMemoryMb } = times;
  const durationMs = median(durationsMs);
  const baselineMs = median(baselinesMs);
  const size = `${(bytes / 1e6).toFixed(2).padStart(6)} MB`;
  const slowest = Math.max(...durationsMs).toFixed(0);
  const ratio = `${(durationMs / baselineMs).toFixed(1)} x ${baselines[bound]} (${baselineMs.toFixed(0)} ms)`;
  const memory =
    mainMemoryMb === null ? 'not known' : `${mainMemoryMb.toFixed(0)} MB (at most ${maxMainMemoryMb})`;
  print(
    `${start} ${size} ${durationMs.toFixed(0).padStart(6)} ms (slowest ${slowest}, at most ${maxMs}); ${ratio}; ${formatFrame(Math.max(...longestFramesMs), maxFrameMs)}; peak memory of main ${memory}`,
  );
}
