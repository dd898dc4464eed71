import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import type { ReadFormatLabel } from '../pages/export-dialog.ts';
import { check, expectNoLeak, readReport, withOneClaim } from '../support/reports/confidential-check.ts';
import { runPoppler } from '../support/reports/read-pdf.ts';

test.use({ reviewer: 'Ada' });

const formats = { HTML: 'html', PDF: 'pdf', Markdown: 'md', JSON: 'json' } satisfies Record<
  ReadFormatLabel,
  string
>;
const labels: ReadFormatLabel[] = ['HTML', 'PDF', 'Markdown', 'JSON'];

test.describe(() => {
  test.use({ article: check });

  test('no report contains anything of a confidential source, and the dialog shows the number of such sources', async ({
    stet,
    files,
    answerDialogs,
  }) => {
    const { exportDialog } = stet;
    for (const format of labels) {
      const save = join(files, `report.${formats[format]}`);
      await answerDialogs({ save });
      await exportDialog.open();
      await exportDialog.chooseFormat(format);
      await expect(exportDialog.confidential).toContainText('1 confidential source');
      await expect(exportDialog.confidential).toContainText(
        'Notes, corrections and “stated by” on claims are included',
      );
      await exportDialog.saveAndClose();
      expectNoLeak(save, format);
      const text = readReport(save, format).join('\n').replace(/\s+/g, ' ');
      // The public facts are found, which proves that the search above read the report.
      for (const publicText of [
        'Opening notice',
        'Bo Keld',
        'more than a million',
        'The port says 1.1 million.',
      ])
        expect(text, format).toContain(publicText);
      expect(text, format).toMatch(/confidential source|"confidential": true/i);
      expect(text, format).not.toMatch(/repeats/);
    }
    await exportDialog.open();
    await exportDialog.openOptions();
    await exportDialog.notes.click();
    await expect(exportDialog.confidential).toContainText('1 confidential source');
    await expect(exportDialog.confidential).not.toContainText('Notes');
  });
});

/** The message that locates a leak. JSON has more fields than other formats, so it names the field too. */
const leakMessage = /The author of a confidential source appears in (?:the note on )?claim 1\./;

test.describe(() => {
  test.use({ article: withOneClaim({ note: 'As veiled  AUTHOR said on the phone.' }) });

  test('a note that names the source stops every report; the dialog shows its words, and the error locates the note without them', async ({
    stet,
    guard,
    files,
    answerDialogs,
  }) => {
    guard.allow(/^main's log: .*report\.export: confidential/);
    const { exportDialog } = stet;
    await exportDialog.open();
    for (const format of labels) {
      const save = join(files, `report.${formats[format]}`);
      await answerDialogs({ save });
      await exportDialog.chooseFormat(format);
      await exportDialog.waitForPreview();
      await expect(exportDialog.confidential).toContainText(leakMessage);
      await expect(exportDialog.confidential).toContainText('The report can’t be saved like this');
      await expect(exportDialog.confidential.locator('mark')).toHaveText(/^veiled\s+author$/i);
      await exportDialog.save.click();
      const error = stet.notices.errors.last();
      await expect(error).toContainText('it would reveal what is confidential');
      await expect(error).toContainText(leakMessage);
      await expect(error).not.toContainText(/veiled/i);
      await expect(exportDialog.dialog).toBeVisible();
      expect(existsSync(save), format).toBe(false);
      await stet.notices.close('it would reveal what is confidential');
    }

    await test.step('without notes the report is saved', async () => {
      await exportDialog.openOptions();
      await exportDialog.notes.click();
      await expect(exportDialog.confidential).not.toContainText('appears in');
      await exportDialog.saveAndClose();
      expectNoLeak(join(files, 'report.json'), 'JSON');
    });

    await test.step('with notes it is saved once the note is changed', async () => {
      await stet.claims.rows.first().click();
      await stet.card.note.fill('As somebody said on the phone.');
      await stet.press('Tab');
      const save = join(files, 'report.pdf');
      await answerDialogs({ save });
      await exportDialog.open();
      await exportDialog.openOptions();
      await exportDialog.notes.click();
      await exportDialog.chooseFormat('PDF');
      await exportDialog.waitForPreview();
      await expect(exportDialog.confidential).not.toContainText('appears in');
      await exportDialog.saveAndClose();
      expectNoLeak(save, 'PDF');
      expect(runPoppler('pdftotext', save, '-')).toContain('As somebody said');
    });
  });
});
