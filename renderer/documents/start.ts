import type { ImporterBridge, ReportedError } from '#shared/contract/importer-bridge.ts';
import type { PackageTexts } from '#shared/reports/confidential/package-texts.ts';
import { type WordPlan, wordPlanSchema } from '#shared/reports/word/word-plan.ts';
import type { Reporter } from './read/base/format.ts';
import { readPackageTexts } from './read/package/read-package-texts.ts';
import { readDraft, readText } from './read/read.ts';
import { writeWordReport } from './write/write-word-report.ts';

/** Reads everything in a zip of parts, to search it. Never rejects: a fault of ours makes the file unreadable, and is reported. */
async function readPackage(bytes: Uint8Array, { reportError }: Reporter): Promise<PackageTexts> {
  try {
    return readPackageTexts(bytes);
  } catch (error) {
    reportError(error);
    return { state: 'unreadable', why: 'is damaged' };
  }
}

declare global {
  interface Window {
    importer: ImporterBridge;
  }
}

// The page has no log of its own, so errors go to main.
void window.importer.work((job, { reportProgress, reportError }) => {
  const reporter = { reportProgress, reportError: (error: unknown) => reportError(describeError(error)) };
  if (job.kind === 'wordReport') return writeWordReport(readPlan(job.plan), job.bytes, reporter);
  if (job.kind === 'packageTexts') return readPackage(job.bytes, reporter);
  const { kind, ...file } = job;
  return kind === 'draft' ? readDraft(file, reporter) : readText(file, reporter);
});

/** Reads a plan from its JSON in UTF-8, which main made. Throws when it is none, which is a bug. */
function readPlan(plan: Uint8Array): WordPlan {
  return wordPlanSchema.parse(JSON.parse(new TextDecoder().decode(plan)));
}

function describeError(error: unknown): ReportedError {
  if (!(error instanceof Error)) return { name: '', message: '', stack: '' };
  const { name, message, stack = '' } = error;
  return { name, message, stack };
}
