import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { ferryText } from '../support/articles/ferry-check.ts';
import type { Stet } from '../support/electron/stet.ts';
import { writeLedger } from '../support/files/fixture-files.ts';
import { tabTo } from '../support/page/accessibility.ts';

test.use({ reviewer: 'Ada' });

/** Checks that some element has the focus, so that Tab does not start again at the top of the page. */
function expectFocus(stet: Stet): Promise<void> {
  return expect
    .poll(() => stet.page.evaluate(() => document.activeElement !== document.body), 'something has the focus')
    .toBe(true);
}

test('sources and files can be edited without a mouse, and the focus is never lost', async ({
  stet,
  answerDialogs,
  files,
}) => {
  await stet.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), ferryText);
  const { article, card, sourceForm: form, sources, sourceCard } = stet;
  const type = (text: string) => stet.page.keyboard.type(text);
  await tabTo(stet, stet.welcome.paste);
  await stet.press('Enter', 'ControlOrMeta+v');
  await expect(stet.preview.title).toBeFocused();
  await stet.press('Enter');
  await expect(article.text).toBeVisible();
  await article.selectByKeyboard('Ferry to stop in May', 'ArrowDown');
  await stet.press('v', 'j');
  await expect(card.words).toHaveText('Ferry to stop in May');

  // Attach a person as a source, with two files from the system's dialog.
  const second = join(files, 'second.txt');
  writeFileSync(second, 'second');
  await answerDialogs({ open: [writeLedger(files), second] });
  await stet.press('s');
  await expect(form.title).toBeFocused();
  await type('Edda Morhaven');
  await tabTo(stet, form.kind('Web page'));
  await stet.press('ArrowLeft');
  await expect(form.kind('Person')).toBeChecked();
  await tabTo(stet, form.contact);
  await type('555 0100');
  await tabTo(stet, form.confidential);
  await stet.press('Space');
  await tabTo(stet, form.quote);
  await type('1,203,117 passengers');
  await tabTo(stet, form.attachFiles);
  await stet.press('Enter');
  await expect(form.newFiles).toHaveCount(2);
  await expect(form.attachFiles).toBeFocused();
  await tabTo(stet, form.attach);
  await stet.press('Enter');
  const evidence = card.evidenceFrom('Edda Morhaven');
  await expect(evidence).toContainText('The quote is in ledger.txt, line 2');
  await expect(article.text).toBeFocused();

  // Escape returns the focus to the article and keeps the form. Cancel discards it.
  await stet.press('s');
  await type('Never attached');
  await stet.press('Escape');
  await expect(form.form).toBeHidden();
  await expect(article.text).toBeFocused();
  await stet.press('s');
  await expect(form.title).toHaveValue('Never attached');
  await tabTo(stet, form.cancel);
  await stet.press('Enter');
  await expect(form.form).toBeHidden();
  await expect(article.text).toBeFocused();

  // Find the source in the list, and open its card.
  await stet.press('l');
  await expect(sources.rows).toHaveCount(1);
  await tabTo(stet, sources.search);
  await type('edda');
  await tabTo(stet, sources.list.getByRole('button', { name: 'Edda Morhaven' }));
  await stet.press('Enter');
  await expect(sourceCard.card).toBeVisible();
  await expectFocus(stet);
  // Remove and attach files.
  await tabTo(stet, sourceCard.file('second.txt').getByRole('button', { name: 'Remove' }));
  await stet.press('Enter');
  await expect(sourceCard.files).toHaveCount(1);
  await expectFocus(stet);
  await tabTo(stet, sourceCard.attach);
  await stet.press('Enter');
  await expect(sourceCard.files).toHaveCount(2);
  await expect(sourceCard.attach).toBeFocused();

  // Edit the source, and return to its card.
  await tabTo(stet, sourceCard.edit);
  await stet.press('Enter');
  await expect(form.title).toBeFocused();
  await tabTo(stet, form.contact);
  await stet.press('ControlOrMeta+a');
  await type('555 0199');
  await tabTo(stet, form.save);
  await stet.press('Enter');
  await expect(sourceCard.field('Contact')).toHaveText('555 0199');
  await expectFocus(stet);

  // Go to the claim of the source, and back to its card from the evidence.
  await tabTo(stet, sourceCard.claims.getByRole('button'));
  await stet.press('Enter');
  await expect(card.words).toHaveText('Ferry to stop in May');
  await expectFocus(stet);
  await tabTo(stet, evidence.getByRole('button', { name: 'Edda Morhaven' }));
  await stet.press('Enter');
  await expect(sourceCard.card).toBeVisible();
  await expectFocus(stet);
  await tabTo(stet, sourceCard.close);
  await stet.press('Enter');
  await expect(sourceCard.card).toBeHidden();
  await expect(sources.list.getByRole('button', { name: 'Edda Morhaven' })).toBeFocused();

  // Edit and remove evidence.
  await tabTo(stet, evidence.getByRole('button', { name: 'Edit' }));
  await stet.press('Enter');
  await expect(form.form).toBeVisible();
  await expectFocus(stet);
  await tabTo(stet, form.locatorField);
  await type('on the telephone');
  await stet.press('Enter');
  await expect(evidence).toContainText('on the telephone');
  await expect(article.text).toBeFocused();
  await tabTo(stet, evidence.getByRole('button', { name: 'Remove' }));
  await stet.press('Enter');
  await expect(card.evidence).toHaveCount(0);
  await expectFocus(stet);
  await stet.press('Control+z');
  await expect(card.evidence).toHaveCount(1);

  // Delete the source, and undo.
  await tabTo(stet, evidence.getByRole('button', { name: 'Edda Morhaven' }));
  await stet.press('Enter');
  await tabTo(stet, sourceCard.deleteSource);
  await stet.press('Enter');
  await expect(sources.rows).toHaveCount(0);
  await expectFocus(stet);
  await tabTo(stet, stet.notices.messages.getByRole('button', { name: 'Undo' }));
  await stet.press('Enter');
  await expect(sources.rows).toHaveCount(1);
  await expectFocus(stet);
  await stet.status.waitUntilSaved();
});
