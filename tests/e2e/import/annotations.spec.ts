import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { dialog } from '../pages/dialog';
import { ferryCheck } from '../support/articles/ferry-check';
import { dropFiles } from '../support/page/drop';

const article =
  'The ferry\n\nThe ferry carried 12 people in June. It was built in 1986, the harbour office said.';

test.use({ reviewer: 'Ada', article });

const onWords = (id: number, exact: string, value: string) => ({
  ...{ '@context': 'http://www.w3.org/ns/anno.jsonld', id: `http://example.org/${id}`, type: 'Annotation' },
  creator: { type: 'Person', name: 'Ben Roe' },
  body: { type: 'TextualBody', value },
  target: { source: 'http://example.org/ferry', selector: { type: 'TextQuoteSelector', exact } },
});

function writeAnnotations(folder: string): string {
  const path = join(folder, 'notes.jsonld');
  const annotations = [
    onWords(1, '12 people', 'Was it not 21?'),
    onWords(2, 'a train', 'Which train?'),
    { ...onWords(3, '1986', 'x'), target: 9 },
  ];
  writeFileSync(path, JSON.stringify(annotations));
  return path;
}

test('annotations are imported from the menu after a preview, and one undo removes them', async ({
  stet,
  files,
  answerDialogs,
}) => {
  await answerDialogs({ open: writeAnnotations(files) });
  await stet.chooseMenuItem('File', 'Import annotations…');
  const preview = dialog(stet.page, 'Import annotations');
  await expect(preview).toContainText('1 claim will be added');
  await expect(preview).toContainText('1 annotation without a place');
  await expect(preview.getByRole('region', { name: 'Without a place' })).toContainText(
    '“a train”: not found in this draft – Which train? (Ben Roe)',
  );
  await expect(preview).toContainText(
    'http://example.org/3 was refused: “target” is not an IRI or an object.',
  );
  await preview.getByRole('button', { name: 'Add 1 claim' }).click();
  const { claims, card } = stet;
  await expect(claims.rows).toHaveCount(1);
  await claims.rows.nth(0).click();
  await expect(card.words).toHaveText('12 people');
  await expect(card.note).toHaveValue('Was it not 21?');
  await stet.press('Escape', 'Control+z');
  await expect(claims.rows).toHaveCount(0);
});

test('annotations that are dropped on an open article are imported, and other files opened', async ({
  stet,
  files,
}) => {
  const path = writeAnnotations(files);
  await dropFiles(stet.page, path);
  const preview = dialog(stet.page, 'Import annotations');
  await expect(preview).toContainText('1 claim will be added');
  await preview.getByRole('button', { name: 'Cancel' }).click();
  await expect(stet.claims.rows).toHaveCount(0);
  const other = join(files, 'data.json');
  writeFileSync(other, '{"figures": [1, 2]}');
  await dropFiles(stet.page, other);
  await expect(stet.notices.errors.last()).toContainText('data.json is JSON data');
});

test('annotations that are chosen as the next draft are imported onto the article', async ({
  stet,
  files,
  answerDialogs,
}) => {
  await answerDialogs({ open: writeAnnotations(files) });
  await stet.chooseMenuItem('File', 'Import draft…');
  await expect(dialog(stet.page, 'Import annotations')).toContainText('1 claim will be added');
});

test.describe('a check', () => {
  test.use({ article: ferryCheck });

  test('that was exported as Web Annotations adds nothing twice', async ({ stet, files, answerDialogs }) => {
    const path = join(files, 'check.jsonld');
    await answerDialogs({ save: path, open: path });
    await stet.exportDialog.open();
    await stet.exportDialog.chooseFormat('Web Annotation');
    await stet.exportDialog.waitForPreview();
    await stet.exportDialog.saveAndClose();
    await stet.chooseMenuItem('File', 'Import annotations…');
    const preview = dialog(stet.page, 'Import annotations');
    await expect(preview).toContainText('No claim is new.');
    await expect(preview).toContainText('already in this article');
    await preview.getByRole('button', { name: 'Done' }).click();
  });
});
