import { StetError } from '#main/base/stet-error.ts';
import { decodeContent, type ReportFile, type StoredReport } from '#main/worker/output/encoded-report.ts';
import type { ReportChoices } from '#shared/domain/settings/report-options.ts';
import type { ConfidentialTerm } from '#shared/reports/confidential/search/confidential-term.ts';
import type { Platform } from '../ports/platform.ts';

/**
 * Searches the author's Word file for confidential terms before a report is written into it: everything in it, its properties and binary
 * parts included. It is unpacked in isolation from everything else. Rejects with `confidential` when something is found or the search is
 * not possible, or when the signal aborts.
 */
export async function searchOriginal(
  bytes: Uint8Array,
  terms: readonly ConfidentialTerm[],
  { readPackageTexts, findPackageLeaks }: Pick<Platform, 'readPackageTexts' | 'findPackageLeaks'>,
  signal: AbortSignal,
): Promise<void> {
  if (terms.length === 0) return;
  // A copy, because reading takes the bytes away.
  const texts = await readPackageTexts(new Uint8Array(bytes), signal);
  if (texts.state === 'unreadable')
    throw refuse(`it could not be searched for what is confidential, because the file ${texts.why}.`);
  const leaks = await findPackageLeaks(texts.places, terms, signal);
  if (leaks.length > 0)
    throw refuse(
      `the author’s file, into which it is written, holds what is confidential. ${listSome(leaks)}`,
    );
}

function refuse(why: string): StetError {
  return new StetError(
    'confidential',
    `The report was not saved: ${why} Export a clean document instead, or another format.`,
  );
}

/** How many leaks a message names. */
const maxNamed = 5;

function listSome(messages: readonly string[]): string {
  const named = messages.slice(0, maxNamed).join(' ');
  return messages.length > maxNamed ? `${named} There are ${messages.length - maxNamed} more.` : named;
}

interface WordReportOptions {
  platform: Pick<Platform, 'prepareReader' | 'readPackageTexts' | 'findPackageLeaks' | 'writeWordReport'>;
  signal: AbortSignal;
}

/** The error about a report that could not be written into the author's file. `why` completes a sentence about the file. */
function originalError(why: string, cause?: unknown): StetError {
  return new StetError(
    'notSaved',
    `The report was not saved: the author’s Word file ${why}. The check and the file in the library are as they were. Export a clean document instead, in the options for Word.`,
    { cause },
  );
}

/**
 * Creates the bytes of a Word report from its plan (`content`, JSON in UTF-8): the author's file with comments and
 * tracked changes, or a document of our own. The window that writes it parses the plan. Rejects with `confidential` when the author's file
 * holds what is confidential, with `notSaved`, or when the signal aborts.
 */
async function createWordReport(
  {
    content,
    confidentialTerms,
    readOriginal,
  }: Pick<StoredReport, 'content' | 'confidentialTerms' | 'readOriginal'>,
  { platform, signal }: WordReportOptions,
): Promise<Uint8Array> {
  const bytes = readOriginal
    ? await readOriginal().catch((error) => {
        throw originalError('can’t be read', error);
      })
    : new Uint8Array();
  signal.throwIfAborted();
  const writeInto = async (file: Uint8Array) => {
    // A file of our own has nothing that was not searched with its plan.
    if (!readOriginal || confidentialTerms.length === 0)
      return platform.writeWordReport({ plan: content, bytes: file }, signal);
    // The reader that was prepared for the export searches the file; this one will write.
    const endPreparation = platform.prepareReader();
    try {
      await searchOriginal(file, confidentialTerms, platform, signal);
      return await platform.writeWordReport({ plan: content, bytes: file }, signal);
    } finally {
      endPreparation();
    }
  };
  const written = await writeInto(bytes);
  if (written.ok) return written.bytes;
  if (readOriginal) throw originalError(written.why);
  throw new StetError(
    'notSaved',
    `The report was not saved: the Word document ${written.why}. The check itself is safe. Export the report as PDF or HTML instead.`,
  );
}

export interface CreateOptions {
  choices: ReportChoices;
  platform: Pick<
    Platform,
    'printPdf' | 'prepareReader' | 'readPackageTexts' | 'findPackageLeaks' | 'writeWordReport'
  >;
  signal: AbortSignal;
}

/**
 * Creates the files of a report from its content, all of which was searched for confidential terms; the author's Word file is searched
 * before it is written into. Rejects with `confidential` or `notSaved`, or when the signal aborts.
 */
export async function createReportFiles(
  report: StoredReport,
  { choices, platform, signal }: CreateOptions,
): Promise<ReportFile[]> {
  switch (choices.format) {
    case 'pdf': {
      const page = decodeContent(report.content);
      return [{ suffix: '', bytes: await platform.printPdf(page, choices.options.paper, signal) }];
    }
    case 'docx':
      return [{ suffix: '', bytes: await createWordReport(report, { platform, signal }) }];
    case 'xlsx':
    case 'csv':
      if (!report.files) throw new Error('the files of the claim log were not made');
      return report.files;
    default:
      return [{ suffix: '', bytes: report.content }];
  }
}
