import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { dialog } from '../pages/dialog';
import type { FormatLabel } from '../pages/export-dialog';
import { ferryParagraphs, ferryTitle } from '../support/articles/ferry-article';
import type { SeededCheck, SeededClaim } from '../support/articles/seeded-check';
import { sha256 } from '../support/library/sha256';
import { parseMarkdown } from '../support/reports/parse-markdown';
import { runPoppler, unpackPdf } from '../support/reports/read-pdf';

test.use({ reviewer: 'Ada' });

const fileContent = 'The veiled file has this text.';

/** Every field of the confidential source and of its evidence contains the word “veiled” or one of `otherTerms`. */
const check: SeededCheck = {
  title: ferryTitle,
  paragraphs: ferryParagraphs,
  sources: [
    {
      ...{
        kind: 'person',
        title: 'The veiled title',
        author: 'Veiled Author',
        publisher: 'Veiled Publisher',
      },
      ...{
        publishedAt: '1987-06-05',
        accessedAt: '1988-07-06',
        contact: '+43 555 0199, veiled@contact.example',
      },
      ...{ url: 'https://veiled.example/a/veiled-path', archiveUrl: 'https://archive.example/veiled/copy' },
      ...{ primary: true, confidential: true },
      ...{ standing: 'withdrawn', standingReason: 'Its veiled tables were forged.' },
      files: [['veiled-file.txt', fileContent]],
    },
    { title: 'Opening notice', author: 'Bo Keld', derivedFromIndex: 0, primary: true },
  ],
  claims: [
    {
      ...{ words: '1.2 million people', verdict: 'disputed', note: 'The port says 1.1 million.' },
      evidence: [
        {
          ...{
            source: 0,
            stance: 'refutes',
            locator: 'veiled minute 12',
            quote: 'It was, veiled, far less.',
          },
          note: 'Said behind a veiled door.',
        },
        { source: 1, locator: 'p. 3', quote: 'more than a million', note: 'Seen at the quay.' },
      ],
    },
  ],
};

const otherTerms = [
  sha256(fileContent),
  '0199',
  '1987',
  '1988',
  '05/06',
  '06/05',
  'behind a',
  'far less',
  'contact.example',
];

/** The word “veiled” in encodings that a search for plain text would miss. */
const encodedTerms = [
  Buffer.from('veiled').toString('hex'),
  Buffer.from('Veiled').toString('hex'),
  ...['veiled', 'Veiled'].map((word) => Buffer.from(word, 'utf16le').toString('latin1')),
  ...['veiled', 'Veiled', ' veiled', '  veiled'].map((word) =>
    Buffer.from(word).toString('base64').slice(2, -2),
  ),
];

const decodeEntities = (html: string) =>
  html
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)));

/** The text of a report in every form in which a reader could find it. */
function readReport(path: string, format: FormatLabel): string[] {
  const bytes = readFileSync(path);
  const text = bytes.toString('utf8');
  if (format === 'PDF')
    return [
      unpackPdf(path),
      runPoppler('pdfinfo', path),
      runPoppler('pdfinfo', '-meta', path),
      runPoppler('pdfinfo', '-url', path),
      ...[['-layout'], ['-raw'], []].map((how) => runPoppler('pdftotext', ...how, path, '-')),
    ];
  if (format === 'Markdown') return [text, parseMarkdown(text).texts.join('\n')];
  if (format === 'JSON') return [text, JSON.stringify(JSON.parse(text))];
  return [bytes.toString('latin1'), decodeEntities(text)];
}

/** Checks that no confidential term is in a report, in any form. */
function expectNoLeak(path: string, format: FormatLabel): void {
  for (const text of readReport(path, format)) {
    // The bytes of a font can contain any short text.
    const searched = text.replace(/url\(data:font[^)]*\)/g, '');
    expect(searched.replace(/[\s\u00ad-]+/g, ''), format).not.toMatch(/veiled/i);
    // Short terms can occur in the binary data of a PDF by chance.
    const terms = format === 'PDF' && text.startsWith('%PDF-') ? otherTerms.slice(0, 1) : otherTerms;
    for (const term of [...terms, ...encodedTerms])
      expect(searched.includes(term), `${format}: ${term}`).toBe(false);
  }
}

const formats = { HTML: 'html', PDF: 'pdf', Markdown: 'md', JSON: 'json' } satisfies Record<
  FormatLabel,
  string
>;
const labels: FormatLabel[] = ['HTML', 'PDF', 'Markdown', 'JSON'];

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
      await exportDialog.format(format).click();
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
    await exportDialog.notes.click();
    await expect(exportDialog.confidential).toContainText('1 confidential source');
    await expect(exportDialog.confidential).not.toContainText('Notes');
  });
});

/** The check with its first claim only, in which some fields are replaced. */
const withOneClaim = (fields: Partial<SeededClaim>): SeededCheck => ({
  ...check,
  claims: check.claims.slice(0, 1).map((claim) => ({ ...claim, ...fields })),
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
      await exportDialog.format(format).click();
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
      await exportDialog.notes.click();
      await exportDialog.format('PDF').click();
      await exportDialog.waitForPreview();
      await expect(exportDialog.confidential).not.toContainText('appears in');
      await exportDialog.saveAndClose();
      expectNoLeak(save, 'PDF');
      expect(runPoppler('pdftotext', save, '-')).toContain('As somebody said');
    });
  });
});

test.describe(() => {
  test.use({
    article: withOneClaim({
      correction: 'far less, says the veiled title',
      claimant: 'veiled@contact.example',
    }),
  });

  test('a correction and a claimant that name the source stop a report, also one without notes', async ({
    stet,
    guard,
    files,
    answerDialogs,
  }) => {
    guard.allow(/^main's log: .*report\.export: confidential/);
    const { exportDialog } = stet;
    const save = join(files, 'report.md');
    await answerDialogs({ save });
    await exportDialog.open();
    await exportDialog.notes.click();
    await exportDialog.format('Markdown').click();
    await exportDialog.waitForPreview();
    await expect(exportDialog.confidential).toContainText(
      'The name of a confidential source appears in claim 1',
    );
    await expect(exportDialog.confidential).toContainText(
      'The contact of a confidential source appears in claim 1',
    );
    await exportDialog.save.click();
    await expect(stet.notices.errors).toContainText('it would reveal what is confidential');
    expect(existsSync(save)).toBe(false);
  });
});

/** The check with a source whose name is partly a common word. */
const withBaker = (note: string): SeededCheck => ({
  ...withOneClaim({ note }),
  sources: check.sources?.map((source, index) =>
    index === 0 ? { ...source, title: 'Zanzibar Quillfeather-Baker' } : source,
  ),
});

test.describe(() => {
  test.use({ article: withBaker('Ms Quillfeather knows it.') });

  test('a surname alone stops a report, and the dialog leads to the claim', async ({
    stet,
    guard,
    files,
    answerDialogs,
  }) => {
    guard.allow(/^main's log: .*report\.export: confidential/);
    const { exportDialog, page } = stet;
    await answerDialogs({ save: join(files, 'report.html') });
    await exportDialog.open();
    await exportDialog.waitForPreview();
    await expect(exportDialog.confidential).toContainText(
      'A part of the name of a confidential source appears in the note on claim 1.',
    );
    await expect(exportDialog.confidential.getByText('Ms Quillfeather knows it.')).toBeInViewport();
    await expect(exportDialog.confidential.locator('mark')).toHaveText('Quillfeather');
    await exportDialog.save.click();
    await expect(stet.notices.errors.last()).toContainText('it would reveal what is confidential');
    await expect(stet.notices.errors.last()).not.toContainText(/quillfeather/i);
    await exportDialog.goToClaim(1).click();
    await exportDialog.dialog.waitFor({ state: 'hidden' });
    await expect(stet.card.note).toHaveValue('Ms Quillfeather knows it.');
    expect(existsSync(join(files, 'report.html'))).toBe(false);
    await page.keyboard.press('Escape');
  });
});

test.describe(() => {
  test.use({ article: withBaker('Asked the baker twice. The baker agrees.') });

  test('possible leaks are confirmed one by one, for one export and for exactly these words', async ({
    stet,
    guard,
    files,
    answerDialogs,
  }) => {
    guard.allow(/^main's log: .*report\.(export|print): confidential/);
    const { exportDialog } = stet;
    const save = join(files, 'report.html');
    await answerDialogs({ save });
    await exportDialog.open();
    await exportDialog.waitForPreview();
    await expect(exportDialog.possibleLeaks).toHaveCount(2);
    await expect(exportDialog.confidential).toContainText('The note on claim 1: Asked the baker twice.');

    await test.step('with one of them open, the report is not saved', async () => {
      await exportDialog.possibleLeaks.first().click();
      await expect(exportDialog.confidential).toContainText('1 of 2 ticked');
      await exportDialog.save.click();
      const error = stet.notices.errors.last();
      await expect(error).toContainText('it may reveal what is confidential in the note on claim 1');
      await expect(error).not.toContainText(/baker/i);
      expect(existsSync(save)).toBe(false);
      await stet.notices.close('it may reveal what is confidential');
    });

    await test.step('the way to the claim and back keeps the tick', async () => {
      await exportDialog.goToClaim(1).last().click();
      await exportDialog.dialog.waitFor({ state: 'hidden' });
      await expect(stet.card.note).toBeVisible();
      await exportDialog.open();
      await exportDialog.waitForPreview();
      await expect(exportDialog.possibleLeaks.first()).toBeChecked();
      await expect(exportDialog.possibleLeaks.last()).not.toBeChecked();
    });

    await test.step('once all are confirmed, the report is saved', async () => {
      await exportDialog.possibleLeaks.last().focus();
      await stet.page.keyboard.press('Space');
      await exportDialog.saveAndClose();
      expect(readFileSync(save, 'utf8')).toContain('Asked the baker twice.');
    });

    await test.step('the next export asks again', async () => {
      await exportDialog.open();
      await exportDialog.waitForPreview();
      await expect(exportDialog.possibleLeaks.first()).not.toBeChecked();
      await exportDialog.cancel.click();
    });

    await test.step('so does a print', async () => {
      await stet.press('ControlOrMeta+p');
      const before = dialog(stet.page, 'Before printing');
      await expect(before.getByRole('checkbox')).toHaveCount(2);
      await expect(before.getByRole('button', { name: 'Print' })).toBeDisabled();
      for (const box of await before.getByRole('checkbox').all()) await box.click();
      await expect(before.getByRole('button', { name: 'Print' })).toBeEnabled();
      await before.getByRole('button', { name: 'Cancel' }).click();
    });
  });
});
