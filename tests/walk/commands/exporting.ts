import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from '@playwright/test';
import * as fc from 'fast-check';
import type { FormatLabel } from '#tests/e2e/pages/export-dialog.ts';
import { replacePrintDialog } from '#tests/e2e/support/system/shown-files.ts';
import { checkPreselected, exportReport, openExportDialog, pressExportAgain } from '../app/export-report.ts';
import { pressKey } from '../app/input.ts';
import { LawViolation } from '../app/law-violation.ts';
import { fromScreen, readerLabels } from '../model/model.ts';
import { createCommand } from './command.ts';

/** How long the print dialog of the system may take to open, in milliseconds: the report is built before. */
const printDialogTimeoutMs = 10_000;

export const printingCommands = [
  createCommand('Open the print dialog, and cancel it', fc.constantFrom('key', 'menu'), {
    canRun: ({ isInQueue }) => !isInQueue,
    async perform(model, walker, method) {
      const { stet, page } = walker;
      const printer = await replacePrintDialog(stet.app);
      if (method === 'menu') await stet.chooseMenuItem('File', 'Print report…');
      else await pressKey(walker, 'ControlOrMeta+p');
      await expect
        .poll(printer.isOpen, { message: 'the print dialog opens', timeout: printDialogTimeoutMs })
        .toBe(true);
      await printer.answer(false, 'Print job canceled');
      await page.getByText('Printing the report').waitFor({ state: 'hidden' });
      model.selection = fromScreen;
      return `by ${method}`;
    },
  }),
];

/** The formats with the extensions of their files. ClaimReview is for chosen claims, and needs settings. */
const extensions: Partial<Record<FormatLabel, string>> = {
  Word: '.docx',
  PDF: '.pdf',
  HTML: '.html',
  Excel: '.xlsx',
  CSV: '.csv',
  Markdown: '.md',
  JSON: '.json',
  'Web Annotation': '.jsonld',
};

const formats = Object.keys(extensions) as FormatLabel[];

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
      await openExportDialog(model, walker);
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
        await checkPreselected(model, walker);
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
