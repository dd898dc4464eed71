import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failWrites } from '#tests/unit/main/support/fail-writes.ts';
import { newId } from '#tests/unit/main/support/sample.ts';
import { openBackups } from '../backup/open-backups.ts';

/** An article with a change, and what the window says when the next one is not saved. */
async function openWithHistory() {
  const stet = await openBackups();
  await stet.rename('The old mill');
  const history = join(stet.library, 'articles', stet.articleId, 'history.jsonl');
  const tryRename = async () => {
    const edits = [
      {
        table: 'article' as const,
        id: stet.articleId,
        update: { before: { title: 'The old mill' }, after: { title: 'The older mill' } },
      },
    ];
    const change = { id: newId(), action: 'article.edit' as const, edits };
    return (await stet.callFailing('review.apply', { articleId: stet.articleId, change })).message;
  };
  return { ...stet, history, tryRename };
}

test('nobody is told that nothing is lost when the folder of the library is gone', async () => {
  const { library, tryRename } = await openWithHistory();
  await rename(library, `${library} away`);
  expect(await tryRename()).not.toMatch(/nothing saved before is lost/i);
  await rename(`${library} away`, library);
});

test('nobody is told that nothing is lost when the folder of the article is gone', async () => {
  const { history, tryRename } = await openWithHistory();
  await rm(join(history, '..'), { recursive: true });
  const message = await tryRename();
  expect(message).toMatch(/gone|no longer/);
  expect(message).not.toMatch(/nothing saved before is lost/i);
});

test('a folder in the place of a history is to be moved away, and no name to be chosen', async () => {
  const { history, tryRename } = await openWithHistory();
  await rename(history, `${history} away`);
  await mkdir(history);
  const message = await tryRename();
  expect(message).toMatch(/a folder stands in the place of one of Stet’s files.*Move that folder away/);
  expect(message).not.toMatch(/another name|nothing saved before is lost/i);
});

test('a full disk of the backups is said to be that of the backups, whichever write fails', async () => {
  const stet = await openBackups();
  await stet.run();
  await stet.attachFile('ledger.txt', 'ledger');
  await stet.rename('The old mill');
  let isOver = false;
  for (let at = 1; !isOver; at += 1) {
    // During a backup nothing is written to the library.
    const restore = await failWrites(at);
    const answer = await stet.callFailing('backup.run', { taskId: newId() }).catch(() => null);
    isOver = restore() < at;
    if (!isOver)
      expect(answer?.message).toMatch(/^Not backed up: the disk is full \(in the backup folder\)\./);
    expect(at).toBeLessThan(50);
  }
});
