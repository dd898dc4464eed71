import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { parseDraftFile } from '#main/storage/article/draft-files.ts';
import { decodeChecksummed } from '#main/storage/disk/checksummed-json.ts';
import { parseHistory } from '#main/storage/history/history-format.ts';
import { minEndBytes } from '#main/storage/history/long-history.ts';
import { snapshotFormat } from '#main/storage/history/snapshot-file.ts';
import { generateLongHistory } from '#tests/unit/main/support/generate-long-history.ts';
import { test } from '../fixtures.ts';
import { ferryText } from '../support/articles/ferry-check.ts';
import { ArticleFiles } from '../support/library/stored-files.ts';

test.use({ reviewer: 'Ada', article: ferryText });

const title = 'Ferry to stop in May';

/** Makes the history of an article that is closed long enough to be opened from its end. */
function makeLong(files: ArticleFiles): void {
  const decoded = decodeChecksummed(readFileSync(files.snapshot));
  const { review } = snapshotFormat.schema.parse(decoded.ok ? decoded.data : null);
  const [name = ''] = readdirSync(join(files.folder, 'drafts'));
  const draft = parseDraftFile(readFileSync(join(files.folder, 'drafts', name)));
  if (!draft) throw new Error('the draft can’t be read');
  const { end } = parseHistory(readFileSync(files.history));
  const count = Math.ceil((1.5 * minEndBytes) / 500);
  for (const batch of generateLongHistory({ review, draft }, end, count))
    appendFileSync(files.history, batch);
}

test('a long history is verified by a worker: undo waits for it, and damage opens the article again with the question', async ({
  stet,
  userData,
}) => {
  await stet.article.select('1.2 million people');
  await stet.press('d');
  await stet.status.waitUntilSaved();
  await stet.close();
  const files = new ArticleFiles(userData);
  makeLong(files);
  await stet.relaunch();
  await stet.library.open(title);
  await expect(stet.claims.rows).toHaveCount(1);
  // The snapshot of the whole history is written when the window closes.
  await stet.restart();
  await stet.library.open(title);
  const before = files.readLines().length;
  await stet.press('Control+z');
  await expect.poll(() => files.readLines().length).toBe(before + 1);
  await expect(stet.notices.errors).toHaveCount(0);
  await stet.close();

  const lines = files.readLines();
  lines[4] = `${lines[4]?.slice(0, 200)}${'x'.repeat(120)}${lines[4]?.slice(320)}`;
  writeFileSync(files.history, `${lines.join('\n')}\n`);
  await stet.relaunch();
  await stet.library.open(title);
  // Shown once a worker has verified the lines, and the article was opened again.
  await expect(stet.notices.errors).toHaveText(
    /was damaged and is repaired\. What was done in changes 5 to .* was taken from the snapshot/,
  );
  await expect(stet.claims.rows).toHaveCount(1);
});
