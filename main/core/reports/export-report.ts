import { open, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { StetError } from '#main/base/stet-error.ts';
import { currentTimestamp } from '#main/base/system.ts';
import { describeDiskError } from '#main/storage/disk/disk-messages.ts';
import { writeFileDurably } from '#main/storage/disk/durable-file.ts';
import { hashFile } from '#main/storage/disk/regular-file.ts';
import type { StoredReport } from '#main/worker/output/encoded-report.ts';
import type { Output } from '#shared/contract/commands/commands.ts';
import type { ReportChoices } from '#shared/domain/settings/report-options.ts';
import type { WrittenFile } from '#shared/domain/settings/settings.ts';
import { type Leak, listOpenLeaks } from '#shared/reports/base/leak.ts';
import type { MissingField } from '#shared/reports/missing-field.ts';
import type { Platform } from '../ports/platform.ts';
import { getStartFolder, rememberFolder } from '../window/start-folder.ts';
import { type CreateOptions, createReportFiles } from './create-report-files.ts';
import {
  addExtension,
  findFreePath,
  findPathAgain,
  findUnchanged,
  getReportExtension,
  hashContent,
  isChanged,
  type LastExport,
  type LastExports,
  type WrittenReports,
} from './last-exports.ts';
import { proposeName } from './propose-name.ts';
import { rememberReport } from './remembered-choices.ts';
import { type ReportSources, renderStoredReport } from './render-stored-report.ts';

/** The purpose of the report, as a word for a message. */
type Purpose = 'saved' | 'printed';

const purposes: Record<Purpose, string> = { saved: 'export', printed: 'print' };

/**
 * Throws `confidential` when the report reveals something, or may do so in a place that is not among the `confirmed` leaks
 * (their ids). The message names fields and places alone, because it is logged.
 */
export function refuseLeaks(leaks: readonly Leak[], confirmed: readonly string[], purpose: Purpose): void {
  const open = listOpenLeaks(leaks, confirmed);
  const certain = open.filter(({ level }) => level === 'certain');
  if (certain.length > 0) refuseCertainLeaks(new Set(certain.map(({ message }) => message)), purpose);
  if (open.length === 0) return;
  const places = new Set(open.map(({ place }) => place));
  throw new StetError(
    'confidential',
    `The report was not ${purpose}: it may reveal what is confidential in ${joinSome(places, ', ')}. Confirm each of these places in the export dialog, or change the words, then ${purposes[purpose]} again.`,
  );
}

/** Throws `confidential` when there are messages about certain leaks. */
function refuseCertainLeaks(messages: ReadonlySet<string>, purpose: Purpose): void {
  if (messages.size === 0) return;
  throw new StetError(
    'confidential',
    `The report was not ${purpose}: it would reveal what is confidential. ${joinSome(messages, ' ')} Change these words or leave them out, then ${purposes[purpose]} again.`,
  );
}

/** How many leaks a message names. */
const maxNamed = 10;

function joinSome(texts: ReadonlySet<string>, separator: string): string {
  const named = Array.from(texts).slice(0, maxNamed).join(separator);
  return texts.size > maxNamed ? `${named}${separator}and in ${texts.size - maxNamed} more places` : named;
}

interface WriteOptions extends CreateOptions {
  /** The files of the last export, which further files may replace. */
  replaced?: readonly WrittenFile[];
}

/**
 * Writes a report whole or not at all. Before a file gets its name it is read back: it has to be what was made of the report that was
 * searched. The first file replaces what is at `path`, as the reviewer agreed to in the dialog; further files replace nothing but
 * `replaced`. Returns the files, the chosen one first. Rejects with `confidential`, `notSaved`, or when the signal aborts.
 */
async function writeReport(
  path: string,
  report: StoredReport,
  { replaced = [], ...options }: WriteOptions,
): Promise<WrittenFile[]> {
  const files = await createReportFiles(report, options);
  const own = new Set(replaced.map((file) => file.path));
  const written: WrittenFile[] = [];
  const write = async (to: string, bytes: Uint8Array) => {
    const before = replaced.find((file) => file.path === to);
    await writeReportFile(to, bytes, { signal: options.signal, before });
    return { path: to, sha256: hashContent(bytes) };
  };
  try {
    // The chosen file comes last, so that until then everything can be taken back.
    for (const { suffix, bytes } of files.filter((file) => file.suffix !== ''))
      written.push(await write(await findFreePath(path, suffix, own), bytes));
    for (const { bytes } of files.filter((file) => file.suffix === ''))
      written.unshift(await write(path, bytes));
  } catch (error) {
    for (const further of written)
      if (!own.has(further.path)) await rm(further.path, { force: true }).catch(() => undefined);
    throw error;
  }
  return written;
}

/** Writes a file of a report. Where it replaces one of ours, that has to be as it was until the end: making a report takes seconds. */
async function writeReportFile(
  path: string,
  content: Uint8Array,
  { signal, before }: { signal: AbortSignal; before: WrittenFile | undefined },
): Promise<void> {
  try {
    const inspect = async (temp: string) => {
      const handle = await open(temp);
      const sha256 = await hashFile(handle).finally(() => handle.close());
      if (sha256 !== hashContent(content)) throw new Error('the disk holds something else than was written');
      signal.throwIfAborted();
      if (before && (await isChanged(before)))
        throw new StetError(
          'notSaved',
          `The report was not saved: ${basename(path)} was changed by another program in the meantime, and is left as it is. Export again to save beside it.`,
        );
    };
    // The reviewer chose the place, and whoever may read new files there may read the report.
    await writeFileDurably(path, content, { inspect, isPrivate: false });
  } catch (error) {
    if (error instanceof StetError || signal.aborted) throw error;
    const { why, remedy } = describeDiskError(error, 'chosen');
    throw new StetError(
      'notSaved',
      `The report was not saved: ${why}. The check itself is safe. ${remedy}, or save the report somewhere else.`,
      { cause: error },
    );
  }
}

/** Throws `badRequest` when something has to be filled in before the report can be written. The sentences say what, and where. */
export function refuseMissing(missing: readonly MissingField[]): void {
  if (missing.length === 0) return;
  const sentences = missing.map(({ sentence }) => sentence).join(' ');
  throw new StetError('badRequest', `The report was not saved. ${sentences}`);
}

interface ExportRequest {
  articleId: string;
  choices: ReportChoices;
  /** The ids of possible leaks that the reviewer confirmed to be none. */
  confirmed: readonly string[];
  /** An export that is repeated without a dialog: its files are replaced as long as nobody changed them. Null asks for the place. */
  repeated: LastExport | null;
  signal: AbortSignal;
}

/** The services that an export uses. */
interface ExportContext extends ReportSources {
  platform: ReportSources['platform'] &
    WriteOptions['platform'] &
    Pick<Platform, 'now' | 'log' | 'documentsFolder' | 'dialogs'>;
  lastExports: LastExports;
  writtenReports: WrittenReports;
}

/**
 * Renders the report of an article, asks where to save it, and writes it. Resolves to null when the reviewer cancelled. Rejects
 * with `confidential`, `notSaved`, or when the signal aborts.
 */
export async function exportReport(
  context: ExportContext,
  request: ExportRequest,
): Promise<Output<'report.export'>> {
  const isWord = request.choices.format === 'docx';
  const endPreparation = isWord ? context.platform.prepareReader() : () => undefined;
  return renderAndWrite(context, request).finally(endPreparation);
}

async function renderAndWrite(
  context: ExportContext,
  { articleId, choices, confirmed, repeated, signal }: ExportRequest,
): Promise<Output<'report.export'>> {
  const { platform, lastExports, writtenReports } = context;
  const at = currentTimestamp(platform);
  const { article, report, word } = await renderStoredReport(context, {
    articleId,
    choices,
    at,
    signal,
    makesFiles: true,
  });
  refuseMissing(report.missing);
  refuseLeaks(report.leaks, confirmed, 'saved');
  const isForLawyers = choices.options.reader === 'legal';
  if (isForLawyers && !(await platform.dialogs.confirmLegalReport(report.confidentialCount))) return null;
  const settings = await context.settings();
  const extension = getReportExtension(choices.format, word);
  const choosePath = async () => {
    const folder = await getStartFolder(settings, platform.documentsFolder);
    const proposed = repeated?.files[0]?.path ?? join(folder, proposeName(article, choices, extension));
    const chosen = await platform.dialogs.saveFile(proposed, choices.format);
    return chosen === null ? null : addExtension(chosen, extension);
  };
  const last = lastExports.find(articleId, settings.current());
  const unchanged = await findUnchanged(last?.files ?? []);
  const again = repeated && (await findPathAgain(repeated, { unchanged, extension }));
  const path = again ?? (await choosePath());
  if (path === null) return null;
  const lastPath = last?.files[0]?.path;
  // Whoever chooses the last export's place again means all of its files.
  const replaced = again !== null || path === lastPath ? unchanged : [];
  const files = await writeReport(path, report, { choices, platform, signal, replaced });
  lastExports.set(articleId, { choices, files, confirmed });
  await rememberFolder(settings, path, platform);
  await rememberReport(settings, { articleId, choices, files }, platform);
  const [fileName = '', ...furtherNames] = files.map((file) => basename(file.path));
  const place = again === null ? 'chosen' : again === lastPath ? 'again' : 'beside';
  return { reportId: writtenReports.add(path, extension), fileName, furtherNames, place, at };
}
