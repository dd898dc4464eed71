import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { makePdf } from '#tests/unit/renderer/documents/read/make-pdf.ts';
import { test } from '../fixtures.ts';
import { ferryText } from '../support/articles/ferry-check.ts';
import { ledger, writeLedger } from '../support/files/fixture-files.ts';
import { VaultFiles } from '../support/library/stored-files.ts';

test.use({ reviewer: 'Ada', article: ferryText });

test.beforeEach(async ({ stet }) => {
  await stet.article.select('1.2 million people');
  await stet.press('v', 's');
  await stet.sourceForm.title.fill('The harbour ledger');
});

test('the card shows whether a quote is in the attached files, and where', async ({
  stet,
  answerDialogs,
  files,
  userData,
}) => {
  const { sourceForm: form, card } = stet;
  const report = join(files, 'report.pdf');
  writeFileSync(
    report,
    makePdf({
      pages: [
        ['Annual report'],
        ['The ferry carried', '1,203,117 passengers', 'on both cross-', 'ings together.'],
      ],
    }),
  );
  await answerDialogs({ open: [writeLedger(files), report] });
  await form.quote.fill('The ferry carried 1,203,117 passengers');
  await form.attachFiles.click();
  await expect(form.newFiles).toHaveCount(2);
  await form.attach.click();
  const evidence = card.evidenceFrom('The harbour ledger');
  await expect(evidence).toContainText('✓ The quote is in ledger.txt, line 2');
  await expect(evidence).toContainText('✓ The quote is in report.pdf, page 2');

  // The result disappears when the file turns out to be altered, and comes back with the original.
  await stet.status.waitUntilSaved();
  new VaultFiles(userData).corrupt(ledger);
  await evidence
    .getByRole('listitem')
    .filter({ hasText: 'ledger.txt' })
    .getByRole('button', { name: 'Open', exact: true })
    .click();
  await expect(evidence).not.toContainText('The quote is in ledger.txt');
  await expect(evidence).toContainText('ledger.txt could not be searched');
  await expect(evidence).toContainText('✓ The quote is in report.pdf, page 2');
  await stet.notices.close('it was altered');
  await answerDialogs({ open: writeLedger(files) });
  const attachAgain = async () => {
    await evidence.getByRole('button', { name: 'Edit' }).click();
    await form.attachFiles.click();
    await expect(form.newFiles).toHaveCount(1);
    await form.save.click();
    await expect(evidence).toContainText('✓ The quote is in ledger.txt, line 2');
  };
  await attachAgain();
  new VaultFiles(userData).remove(ledger);
  await stet.chooseMenuItem('File', 'Verify files');
  await expect(evidence).not.toContainText('The quote is in ledger.txt');
  await stet.notices.close('1 missing');
  await attachAgain();
});
