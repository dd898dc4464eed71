import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { withPublicFields } from '../support/reports/confidential-check.ts';

test.use({ reviewer: 'Ada' });

const name = 'Zanzibar Quillfeather';
const leakedName = 'The name of a confidential source appears in';

const stopped: [place: string, fields: Parameters<typeof withPublicFields>[0]][] = [
  ['the title of the article', { title: `The ferry, by ${name}` }],
];

for (const [place, fields] of stopped)
  test.describe(() => {
    test.use({ article: withPublicFields(fields) });

    test(`a confidential name in ${place} stops a report, and no file is named after it`, async ({
      stet,
      guard,
      files,
      answerDialogs,
    }) => {
      guard.allow(/^main's log: .*report\.export: confidential/);
      const { exportDialog } = stet;
      await answerDialogs({ save: join(files, 'report.html') });
      await exportDialog.open();
      for (const reader of ['Public', 'Editor'] as const) {
        await exportDialog.reader(reader).click();
        await exportDialog.waitForPreview();
        await expect(exportDialog.confidential).toContainText(leakedName);
      }
      await expect(exportDialog.confidential).toContainText(`${leakedName} ${place}.`);
      await exportDialog.save.click();
      await expect(stet.notices.errors.last()).toContainText('it would reveal what is confidential');
      await expect(stet.notices.errors.last()).not.toContainText(/quillfeather/i);
      expect(existsSync(join(files, 'report.html'))).toBe(false);
      expect(readdirSync(files).join()).not.toMatch(/quillfeather/i);
    });
  });

test.describe(() => {
  test.use({ article: withPublicFields({}) });

  test('words of “Also hide” and weak forms of a name are found in a note; the field is shown for a confidential source alone', async ({
    stet,
  }) => {
    const { sourceCard, sourceForm: form, exportDialog, card } = stet;
    await stet.claims.rows.first().click();
    await card.openSource(name);
    await expect(sourceCard.field('Also hide')).toHaveText('Quilly, night porter');
    await sourceCard.edit.click();
    await form.confidential.click();
    await expect(form.alsoHide).toBeHidden();
    await form.confidential.click();
    await expect(form.alsoHide).toHaveAccessibleDescription(/Never printed; reports are searched for them/);
    await form.alsoHide.fill('Quilly, night porter, Project Lantern');
    await form.save.click();
    await expect(sourceCard.field('Also hide')).toHaveText('Quilly, night porter, Project Lantern');
    await sourceCard.close.click();
    await card.note.fill(
      'Z.Q. said so, as did z.quill and Quilfeather: the night porter of project lantern.',
    );
    await stet.press('Tab');
    await exportDialog.open();
    await exportDialog.waitForPreview();
    const asked = exportDialog.confidential.locator('mark');
    for (const words of [/^Z\.Q$/, 'z.quill', 'Quilfeather', 'night porter', 'project lantern'])
      await expect(asked.filter({ hasText: words }).first()).toBeVisible();
    await exportDialog.cancel.click();
    await card.note.fill('Ring o2o 7946 0958.');
    await stet.press('Tab');
    await exportDialog.open();
    await exportDialog.waitForPreview();
    await expect(exportDialog.confidential).toContainText(
      'The contact of a confidential source appears in the note on claim 1.',
    );
  });
});
