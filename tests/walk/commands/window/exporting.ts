import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import type { FormatLabel } from '../../../e2e/pages/article/export-dialog';
import { answerDialogs } from '../../../e2e/support/system/dialogs';
import { pressKey } from '../../app/input';
import { LawViolation } from '../../app/law-violation';
import type { Walker } from '../../app/walker';
import { type ReaderLabel, readerLabels, recordExport } from '../../model/exports';
import { fromScreen, type Model } from '../../model/model';
import { createCommand } from '../command';

/** The formats with the extensions of their files. ClaimReview is for chosen claims, and needs settings. */
const extensions: Partial<Record<FormatLabel, string>> = {
  Word: '.docx',
  ...{ PDF: '.pdf', HTML: '.html', Excel: '.xlsx', CSV: '.csv', Markdown: '.md', JSON: '.json' },
  'Web Annotation': '.jsonld',
};

const formats = Object.keys(extensions) as FormatLabel[];

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
async function openDialog(model: Model, walker: Walker) {
  const { exportDialog } = walker.stet;
  await pressKey(walker, 'Control+e');
  return checkPreselected(model, walker, exportDialog);
}

async function checkPreselected(
  { exports }: Model,
  walker: Walker,
  exportDialog: Walker['stet']['exportDialog'],
): Promise<Exclude<ReaderLabel, 'Legal'>> {
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
  const before = await openDialog(model, walker);
  await exportDialog.chooseFormat(format);
  await exportDialog.reader(reader).click();
  await walker.checkDialog('Export report');
  await answerDialogs(stet.app, { save: path, button: isConfirmed ? 0 : 1 });
  const isSaved = reader === 'Legal' && !isConfirmed ? await saveUnconfirmed(walker) : await save(walker);
  await answerDialogs(stet.app, {});
  if (isSaved) model.exports = recordExport({ format, reader }, path, before);
  else await page.keyboard.press('Escape');
  if (isSaved !== existsSync(path)) throw new LawViolation(`${path} is ${isSaved ? 'not ' : ''}there`);
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
async function pressExportAgain(walker: Walker): Promise<string | null> {
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

export const exportingCommands = [
  createCommand(
    'Export a report',
    fc.record({
      format: fc.constantFrom(...formats),
      reader: fc.constantFrom(...readerLabels),
      isConfirmed: fc.boolean(),
    }),
    {
      canRun: ({ isInQueue }) => isInQueue === false,
      async perform(model, walker, { format, reader, isConfirmed }) {
        const path = join(
          walker.files,
          `export-${walker.articleId}-${walker.commandCount}${extensions[format]}`,
        );
        const isSaved = await exportReport(model, walker, { format, reader, path, isConfirmed });
        return `${format} for ${reader}${isSaved ? '' : ', not saved'}`;
      },
    },
  ),
  createCommand('Look at ClaimReviews, and press Escape', fc.constant(null), {
    canRun: ({ isInQueue }) => isInQueue === false,
    async perform(model, walker) {
      await openDialog(model, walker);
      await walker.stet.exportDialog.chooseFormat('ClaimReview');
      await walker.stet.exportDialog.waitForPreview();
      await walker.checkDialog('Export report');
      await walker.page.keyboard.press('Escape');
      model.selection = fromScreen;
      return undefined;
    },
  }),
  createCommand('Export again', fc.constantFrom('as it was', 'changed by somebody', 'removed'), {
    canRun: ({ isInQueue }) => isInQueue === false,
    async perform(model, walker, file) {
      const path = model.exports.repeatable;
      model.selection = fromScreen;
      if (path !== null && file === 'changed by somebody') writeFileSync(path, 'mine');
      if (path !== null && file === 'removed') rmSync(path, { force: true });
      const before = path !== null && existsSync(path) ? statSync(path).ino : null;
      const message = await pressExportAgain(walker);
      if (message === null) {
        await checkPreselected(model, walker, walker.stet.exportDialog);
        const isRefused = (await walker.stet.notices.errors.filter({ hasText: /confidential/ }).count()) > 0;
        if (path !== null && !isRefused) throw new LawViolation('the last export is not repeated');

        await walker.page.keyboard.press('Escape');
        return path === null ? 'nothing to repeat' : 'refused';
      }
      if (path === null) throw new LawViolation(`something was repeated: ${message}`);
      const name = /saved (?:again )?as (.*?\.\w+)/.exec(message)?.[1] ?? '';
      const written = join(dirname(path), name);
      const isBeside = file === 'changed by somebody';
      if (isBeside === (written === path)) throw new LawViolation(`it was saved as ${written}: ${message}`);
      if (isBeside && readFileSync(path, 'utf8') !== 'mine')
        throw new LawViolation('a file that somebody changed was replaced');
      if (!existsSync(written) || statSync(written).ino === before)
        throw new LawViolation(`${written} was not written`);
      model.exports = { ...model.exports, repeatable: written };
      return file;
    },
  }),
];
