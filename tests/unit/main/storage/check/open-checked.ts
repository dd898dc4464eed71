import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sampleProposal } from '#tests/unit/main/support/sample.ts';
import { openBackups } from '../backup/open-backups.ts';

/** A library with two articles, one of them with an attached file, and a backup; and its check. */
export async function openChecked(options: Parameters<typeof openBackups>[0] = {}) {
  const stet = await openBackups(options);
  const { call, articleId } = stet;
  const { sha256 } = await stet.attachFile('ledger.txt', 'ledger');
  const { articleId: otherId } = await stet.createArticle(sampleProposal('Another'));
  await call('review.close', { articleId });
  await call('review.open', { articleId: otherId });
  await call('review.close', { articleId: otherId });
  await call('library.list', null);
  await stet.run();
  const article = (id: string) => join(stet.library, 'articles', id);
  let checks = 0;
  return {
    ...stet,
    sha256,
    otherId,
    paths: {
      history: join(article(articleId), 'history.jsonl'),
      snapshot: join(article(articleId), 'review.json'),
      summary: join(article(articleId), 'summary.json'),
      drafts: join(article(articleId), 'drafts'),
      otherHistory: join(article(otherId), 'history.jsonl'),
      otherSnapshot: join(article(otherId), 'review.json'),
      otherVault: join(article(otherId), 'vault'),
    },
    async check() {
      checks += 1;
      const report = await call('check.run', { taskId: `check-${checks}` });
      if (!report) throw new Error('the check was cancelled');
      return report;
    },
    async repair(repairIds: string[]) {
      checks += 1;
      return call('check.repair', { taskId: `repair-${checks}`, repairIds });
    },
  };
}

/**
 * The absolute paths of all files in a folder and its folders, sorted. The index of this computer's search is left out: it is written in
 * the background and says nothing of the library.
 */
export async function listAllFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => !path.startsWith(join(folder, 'user-data', 'search')))
    .sort();
}

/** The content of every file in a folder, by path. */
export async function readAllFiles(folder: string): Promise<Map<string, string>> {
  const contents = (await listAllFiles(folder)).map(
    async (path) => [path, await readFile(path, 'base64')] as const,
  );
  return new Map(await Promise.all(contents));
}
