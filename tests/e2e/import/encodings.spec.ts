import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { dropFiles } from '../support/page/drop.ts';

const windows = 'Windows-1251 (Cyrillic)';
const lines = [
  'Паром перестанет ходить в мае',
  'Паром перевёз миллион человек, сообщило управление порта. Никто в городе не думал, что это когда-нибудь кончится.',
  'Последний отходит вечером третьего мая. Билеты продают только на причале, и стоят они четыре евро.',
];
const nextLines = [...lines, 'Команду предупредили письмом. Одиннадцать человек будут работать на мосту.'];

/** Writes a text in Windows-1251, which has no mark and declares nothing, and returns its path. */
function writeCyrillic(folder: string, name: string, paragraphs: readonly string[]): string {
  const path = join(folder, name);
  const codes = Array.from(paragraphs.join('\r\n\r\n'), (character) => {
    if (character === 'ё') return 0xb8;
    const code = character.charCodeAt(0);
    return code >= 0x410 ? code - 0x350 : code;
  });
  writeFileSync(path, Uint8Array.from(codes));
  return path;
}

test('the encoding of a text that declares none can be changed for an article and for its next draft', async ({
  stet,
  files,
  answerDialogs,
}) => {
  const { preview, newDraft, article } = stet;
  await dropFiles(stet.page, writeCyrillic(files, 'first.txt', lines));
  await expect(preview.notices).toContainText(`encoding is not declared; assumed ${windows}`);
  await expect(preview.encoding.button).toContainText(windows);
  await preview.encoding.choose('Mac Cyrillic');
  await expect(preview.notices).toContainText('ead as Mac Cyrillic, as chosen in the preview');
  await expect(preview.blocks.first()).toContainText('ѕаром перестанет ходить в мае');
  await preview.encoding.choose(windows);
  await expect(preview.blocks.first()).toContainText('Паром перестанет ходить в мае');
  await expect(preview.title).toHaveValue('Паром перестанет ходить в мае');
  await preview.accept();
  expect(await article.readBlocks()).toEqual(lines);

  await answerDialogs({ open: writeCyrillic(files, 'second.txt', nextLines) });
  await stet.chooseMenuItem('File', 'Import draft…');
  await expect(newDraft.notices).toContainText(`encoding is not declared; assumed ${windows}`);
  await newDraft.showText();
  await expect(newDraft.blocks.first()).toContainText('Паром перестанет');
  // The text stays on the screen, and is drawn anew.
  await newDraft.encoding.choose('Mac Cyrillic');
  await expect(newDraft.notices).toContainText('ead as Mac Cyrillic, as chosen in the preview');
  await expect(newDraft.blocks.first()).toContainText('ѕаром перестанет');
  // Read so, no word is one of the article, so that the draft looks like another article.
  await newDraft.encoding.choose('KOI8-R (Cyrillic)');
  await expect(newDraft.sameArticleQuestion).toContainText('оЮПНЛ');
  await newDraft.encodingOfOther.choose(windows);
  await expect(newDraft.sameArticleQuestion).toBeHidden();
  await expect(newDraft.blocks.first()).toContainText('Паром перестанет');
  await newDraft.accept();
  expect(await article.readBlocks()).toEqual(nextLines);
});

test('fields that were edited stay when the encoding is changed, and edits of the blocks are not lost without a question', async ({
  stet,
  files,
}) => {
  const { preview } = stet;
  await dropFiles(stet.page, writeCyrillic(files, 'first.txt', lines));
  await preview.byline.fill('Ада Полева');
  await preview.encoding.choose('Mac Cyrillic');
  await expect(preview.blocks.first()).toContainText('ѕаром');
  await expect(preview.byline).toHaveValue('Ада Полева');
  await expect(preview.title).toHaveValue(/^ѕаром/);
  await preview.blockButton(2, 'Leave out').click();
  await preview.encoding.choose(windows);
  await expect(preview.encoding.question).toBeVisible();
  await preview.encoding.question.getByRole('button', { name: 'Keep my changes' }).click();
  await expect(preview.encoding.button).toContainText('Mac Cyrillic');
  await expect(preview.blocks.first()).toContainText('ѕаром');
  await preview.encoding.choose(windows);
  await preview.encoding.question.getByRole('button', { name: 'Read again' }).click();
  await expect(preview.blocks.first()).toContainText('Паром');
  await expect(preview.byline).toHaveValue('Ада Полева');
  await preview.accept();
  await expect(stet.article.main.getByText('Ада Полева')).toBeVisible();
  expect(await stet.article.readBlocks()).toEqual(lines);
});
