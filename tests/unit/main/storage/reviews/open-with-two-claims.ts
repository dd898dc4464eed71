import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readHistory } from '#main/storage/history/history-format.ts';
import { createMarkChange } from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { openArticle } from './open-article.ts';

/** An open article with two saved claims, the paths of its history and of a copy made after the first claim. */
export async function openWithTwoClaims() {
  const folder = join(await tempFolder(), 'library');
  const stet = await openArticle(folder);
  const { call, callFailing, articleId, article, draft } = stet;
  const apply = async () => {
    const { change } = createMarkChange(draft);
    await call('review.apply', { articleId, change });
    return change.id;
  };
  const applyFailing = async () => {
    const { change } = createMarkChange(draft);
    return { change, failure: await callFailing('review.apply', { articleId, change }) };
  };
  const history = join(article, 'history.jsonl');
  const older = join(folder, '..', 'older.jsonl');
  const saved = [await apply()];
  await copyFile(history, older);
  saved.push(await apply());
  return { ...stet, folder, history, older, saved, apply, applyFailing };
}

/** The ids of the changes in a history, without the one that opened the article. */
export const readIds = async (history: string) =>
  (await readHistory(history)).changes.slice(1).map(({ id }) => id);
