import { basename, join } from 'node:path';
import type { Output } from '../../../shared/contract/commands/commands';
import type { ReportChoices } from '../../../shared/domain/report-options';
import type { MissingField } from '../../../shared/reports/claim-review/missing-field';
import { StetError } from '../errors/stet-error';
import type { HandlerContext } from '../handlers/context';
import { currentTimestamp } from '../system';
import { getStartFolder, rememberFolder } from '../window/start-folder';
import { findPathAgain, findUnchanged, type LastExport, type LastExports } from './last-exports';
import { proposeName } from './propose-name';
import { refuseLeaks } from './refuse-leaks';
import { rememberReport } from './remembered-choices';
import { renderStoredReport } from './render-stored-report';
import { addExtension, getReportExtension } from './report-path';
import { writeReport } from './write-report';
import type { WrittenReports } from './written-reports';

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

interface Exports {
  lastExports: LastExports;
  writtenReports: WrittenReports;
}

/**
 * Renders the report of an article, asks where to save it, and writes it. Resolves to null when the reviewer cancelled. Rejects
 * with `confidential`, `notSaved`, or when the signal aborts.
 */
export async function exportReport(
  context: HandlerContext,
  exports: Exports,
  request: ExportRequest,
): Promise<Output<'report.export'>> {
  const isWord = request.choices.format === 'docx';
  const endPreparation = isWord ? context.platform.prepareReader() : () => undefined;
  return renderAndWrite(context, exports, request).finally(endPreparation);
}

async function renderAndWrite(
  context: HandlerContext,
  { lastExports, writtenReports }: Exports,
  { articleId, choices, confirmed, repeated, signal }: ExportRequest,
): Promise<Output<'report.export'>> {
  const { platform } = context;
  const at = currentTimestamp(platform);
  const { article, report, word } = await renderStoredReport(context, {
    ...{ articleId, choices, at, signal },
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
