import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { ferryText, ferryTitle } from '../support/articles/ferry-check.ts';
import { tabTo } from '../support/page/accessibility.ts';

test('a whole check can be done without a mouse', { tag: '@core' }, async ({
  stet,
  answerDialogs,
  files,
}) => {
  const path = join(files, 'report.html');
  await answerDialogs({ save: path });
  await stet.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), ferryText);
  const type = (text: string) => stet.page.keyboard.type(text);

  // Paste an article.
  await tabTo(stet, stet.welcome.paste);
  await stet.press('Enter', 'Control+v');
  await expect(stet.preview.title).toBeFocused();
  await stet.press('Enter');
  const { article, card, sourceForm: form, find } = stet;
  await expect(article.title(ferryTitle)).toBeVisible();

  // Select by sentence and by word, mark a claim, and set a verdict.
  await article.selectByKeyboard(
    'The ferry carried 1.2 million people in 2019, the harbour office said.',
    'ArrowDown',
    'ArrowDown',
  );
  await expect(article.text).toBeFocused();
  await article.selectByKeyboard('carried', 'ArrowRight', 'ArrowRight', 'ArrowRight');
  await article.selectByKeyboard('1.2', 'ArrowRight');
  await article.selectByKeyboard('1.2 million people', 'Shift+ArrowRight', 'Shift+ArrowRight');
  await stet.press('c');
  await expect(card.words).toHaveText('1.2 million people');
  await stet.press('d');
  await expect(card.verdict('Disputed')).toBeChecked();

  // Write a note.
  await stet.press('Enter');
  await type('The port says 1.1 million.');
  await stet.press('Escape');
  await expect(card.note).toHaveValue('The port says 1.1 million.');
  await expect(article.text).toBeFocused();

  // Attach a source.
  await stet.press('s');
  await type('Harbour statistics 2019');
  await tabTo(stet, form.kind('Web page'));
  await stet.press('ArrowRight', 'ArrowRight');
  await expect(form.kind('Dataset')).toBeChecked();
  await tabTo(stet, form.url);
  await type('https://harbour.example/2019.csv');
  await tabTo(stet, form.primary);
  await stet.press('Space');
  // The stance that the verdict suggests is chosen by Space.
  await tabTo(stet, form.stance('Refutes'));
  await stet.press('Space');
  await tabTo(stet, form.locatorField);
  await type('row 12');
  await stet.press('Enter');
  await expect(card.evidenceFrom('Harbour statistics 2019')).toContainText('Refutes · primary');

  // Verify the next sentence with the same source.
  await article.selectByKeyboard('It was built in 1986.', 'ArrowDown');
  await stet.press('v');
  await expect(card.words).toHaveText('It was built in 1986.');
  await stet.press('s');
  await type('harb');
  await stet.press('ArrowDown', 'Enter');
  await expect(form.title).toHaveValue('Harbour statistics 2019');
  await tabTo(stet, form.attach);
  await stet.press('Enter');
  await expect(card.evidenceFrom('Harbour statistics 2019')).toContainText('Supports · primary');

  // Find words, export the report, go back to the library, and restart.
  await stet.press('/');
  await type('tickets');
  await expect(find.count).toHaveText('1 of 1');
  await stet.press('Escape', 'k');
  await expect(card.words).toHaveText('1.2 million people');
  await stet.press('Control+e');
  await expect(stet.exportDialog.save).toBeFocused();
  await stet.press('Enter');
  await expect(stet.notices.messages).toContainText('Report saved as report.html.');
  expect(readFileSync(path, 'utf8')).toContain('The port says 1.1 million.');
  await tabTo(stet, stet.bar.library);
  await stet.press('Enter');
  await expect(stet.library.row(ferryTitle)).toContainText('2 claims checked');

  await stet.restart();
  await tabTo(stet, stet.library.row(ferryTitle).getByRole('button', { name: ferryTitle }));
  await stet.press('Enter');
  await expect(stet.claims.rows).toHaveCount(2);
  await stet.press('j', 'j');
  await expect(stet.claims.current).toContainText('It was built in 1986.');
});
