import { appendFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { OutsideFolder, outsideIsUnchanged } from '#tests/walk/app/outside-folder.ts';

test('a line that is added to a snapshot, and a file that is gone, break the law', async () => {
  const folder = await tempFolder();
  const article = join(folder, 'articles', 'mill');
  await mkdir(join(article, 'drafts'), { recursive: true });
  await writeFile(join(article, 'history.jsonl'), 'one\n');
  const outside = new OutsideFolder(join(folder, 'files'), join(folder, 'articles'), 'mill');
  expect(outsideIsUnchanged(outside)).toEqual([]);
  await appendFile(join(article, 'history.jsonl'), 'two\n');
  expect(outsideIsUnchanged(outside)).toHaveLength(1);
  outside.takeSnapshot();
  expect(outsideIsUnchanged(outside)).toEqual([]);
  await rm(join(outside.folder, '2020-01-01', 'letter.txt'));
  expect(outsideIsUnchanged(outside)).toHaveLength(1);
});
