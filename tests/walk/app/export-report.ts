import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { FormatLabel } from '#tests/e2e/pages/export-dialog.ts';
import { runPoppler } from '#tests/e2e/support/reports/read-pdf.ts';
import { WordParts } from '#tests/e2e/support/reports/word-parts.ts';
import { answerDialogs } from '#tests/e2e/support/system/dialogs.ts';
import {
  fromScreen,
  type Model,
  type ReaderLabel,
  type RememberedReader,
  recordExport,
} from '../model/model.ts';
import { pressKey } from './input.ts';
import { LawViolation, unless } from './law-violation.ts';
import type { Walker } from './walker.ts';

/** The beginning of every word that a confidential source hides in a walk. Nothing else in a walk has it. */
export const hiddenWord = 'Quxvorm';

/** No file of a report for the public or an editor has a word that a source hides. */
function hiddenWordsAreKept(path: string, reader: ReaderLabel): string[] {
  if (reader === 'Legal') return [];
  const folder = dirname(path);
  const begin = basename(path, extname(path));
  return readdirSync(folder)
    .filter((name) => name.startsWith(begin))
    .flatMap((name) =>
      unless(
        !readText(join(folder, name)).toLowerCase().includes(hiddenWord.toLowerCase()),
        `${name} for ${reader} has a word that a source hides`,
      ),
    );
}

function readText(path: string): string {
  if (/\.(?:docx|xlsx)$/.test(path)) return WordParts.read(path).getAllText();
  return path.endsWith('.pdf') ? runPoppler('pdftotext', path, '-') : readFileSync(path, 'utf8');
}

/** How long making a report may take on a busy machine, in milliseconds. */
const timeoutMs = 30_000;

/** Waits for one of two things, and resolves to whether it was the first. */
async function isFirst(first: () => Promise<boolean>, second: () => Promise<boolean>): Promise<boolean> {
  const endTime = Date.now() + timeoutMs;
  for (;;) {
    if (await first()) return true;
    if (await second()) return false;
    if (Date.now() > endTime) throw new LawViolation('an export does not end');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Opens the export dialog, and checks what is preselected. Resolves to the reader. */
export async function openExportDialog(model: Model, walker: Walker) {
  await pressKey(walker, 'Control+e');
  return checkPreselected(model, walker);
}

/** Checks the choices with which the open dialog begins: never lawyers. Resolves to the reader. */
export async function checkPreselected({ exports }: Model, walker: Walker): Promise<RememberedReader> {
  const { exportDialog } = walker.stet;
  await exportDialog.dialog.waitFor();
  await walker.checkDialog('Export report');
  if (await exportDialog.reader('Legal').isChecked()) throw new LawViolation('lawyers are preselected');
  const reader = (await exportDialog.reader('Public').isChecked()) ? 'Public' : 'Editor';
  const { preselected } = exports;
  if (preselected) await exportDialog.expectFormat(preselected.format);
  if (preselected && preselected.reader !== reader)
    throw new LawViolation(`a report for ${reader} is preselected, not for ${preselected.reader}`);
  return reader;
}

/** Presses Save. False when the report was refused because of what may be confidential, which an error says. */
async function save({ stet: { exportDialog, notices } }: Walker): Promise<boolean> {
  await exportDialog.waitForPreview();
  await exportDialog.save.click();
  return isFirst(
    async () => !(await exportDialog.dialog.isVisible()),
    async () => (await notices.errors.filter({ hasText: /confidential/ }).count()) > 0,
  );
}

/**
 * Exports a report to a path. False when it was refused, or when nobody said yes to one for lawyers; the dialog is closed again.
 */
export async function exportReport(
  model: Model,
  walker: Walker,
  {
    format,
    reader,
    path,
    isConfirmed = true,
  }: { format: FormatLabel; reader: ReaderLabel; path: string; isConfirmed?: boolean },
): Promise<boolean> {
  const { stet, page } = walker;
  const { exportDialog } = stet;
  model.selection = fromScreen;
  const before = await openExportDialog(model, walker);
  await exportDialog.chooseFormat(format);
  await exportDialog.reader(reader).click();
  await walker.checkDialog('Export report');
  await answerDialogs(stet.app, { save: path, button: isConfirmed ? 0 : 1 });
  const isSaved = reader === 'Legal' && !isConfirmed ? await saveUnconfirmed(walker) : await save(walker);
  await answerDialogs(stet.app, {});
  if (isSaved) model.exports = recordExport({ format, reader }, path, before);
  else await page.keyboard.press('Escape');
  if (isSaved !== existsSync(path)) throw new LawViolation(`${path} is ${isSaved ? 'not ' : ''}there`);
  const [violation] = isSaved ? hiddenWordsAreKept(path, reader) : [];
  if (violation !== undefined) throw new LawViolation(violation);
  return isSaved;
}

/** Presses Save, and waits until the question about lawyers was answered with no. */
async function saveUnconfirmed({ stet: { exportDialog } }: Walker): Promise<false> {
  await exportDialog.waitForPreview();
  await exportDialog.save.click();
  await exportDialog.dialog.getByRole('button', { name: 'Saving…' }).waitFor({ state: 'detached' });
  return false;
}

/** Presses the key for "Export again". Resolves to the message; null when the dialog opened instead. */
export async function pressExportAgain(walker: Walker): Promise<string | null> {
  const { notices, exportDialog } = walker.stet;
  const saved = notices.messages.filter({ hasText: /Report saved (again )?as/ });
  if ((await saved.count()) > 0) await saved.getByRole('button', { name: 'Close' }).click();
  await pressKey(walker, 'Control+Shift+E');
  const isSaved = await isFirst(
    async () => (await saved.count()) > 0,
    () => exportDialog.dialog.isVisible(),
  );
  return isSaved ? saved.textContent() : null;
}
