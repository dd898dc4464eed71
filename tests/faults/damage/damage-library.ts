import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Random } from '../../unit/main/core/crash/random';
import { pathsOf } from '../support/arrangements';
import { viewArticles } from '../support/describe-library';
import { copyFolders, type Folders } from '../support/library-folders';
import { createTally, type Tally } from '../support/tally';
import { millId, otherId } from '../support/test-library';
import type { Damage } from './damages';

/** The files of the article that is damaged, and those of the library. Each with the file that it may be swapped with. */
async function listTargets(folders: Folders): Promise<{ path: string; swapped: string }[]> {
  const own = pathsOf(folders, millId).folder;
  const names = await readdir(own, { recursive: true, withFileTypes: true });
  const files = names
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(own, join(parentPath, name)));
  const { folder, drafts, vault } = pathsOf(folders, otherId);
  const [draft = ''] = await readdir(drafts);
  const [attached = ''] = await readdir(vault);
  const swap = (file: string) => {
    if (file.startsWith('drafts/')) return join(drafts, draft);
    return file.startsWith('vault/') ? join(vault, attached) : join(folder, file);
  };
  return [
    ...files.map((file) => ({ path: join(own, file), swapped: swap(file) })),
    { path: join(folders.library, 'library.json'), swapped: join(folders.userData, 'settings.json') },
    { path: join(folders.userData, 'settings.json'), swapped: join(folders.library, 'library.json') },
  ];
}

/** Damages a random file of a library and starts Stet on it. The row of the table that the result belongs to is `kind`. */
export async function damageOnce(
  library: Folders,
  healthy: Awaited<ReturnType<typeof viewArticles>>,
  damage: Damage,
  random: Random,
  folder: string,
): Promise<{ kind: string; tally: Tally }> {
  const folders = await copyFolders(library, join(folder, 'damaged'));
  const targets = await listTargets(folders);
  const target = targets[random.below(targets.length)];
  if (!target) throw new Error('there is nothing to damage');
  const file = relative(folders.library, target.path);
  const bytes = await readFile(target.path);
  await writeFile(target.path, damage.apply(bytes, random, await readFile(target.swapped)));
  const kind = describeFile(file);
  const tally = { ...createTally(), faults: 1, acknowledged: healthy.changes };
  const found = await viewArticles(folders);
  const isNamed = found.messages.length > 0;
  const isHarmless = found.all === healthy.all;
  if (isNamed) tally.named += 1;
  if (isNamed && isHarmless) tally.repaired += 1;
  if (!isNamed && !isHarmless) {
    tally.silent += 1;
    tally.wrong.push(`${damage.name} of ${kind}: nothing is said, and something else is shown`);
  }
  for (const [id, shown] of healthy.articles)
    if (id !== millId && found.articles.get(id) !== shown && kind !== 'list')
      tally.wrong.push(`${damage.name} of ${kind}: another article is shown differently`);
  if (damage.name === 'flipped bit' && alwaysRepaired.has(kind) && !isHarmless)
    tally.wrong.push(`a flipped bit of the ${kind} cost something`);
  return { kind, tally };
}

/** Files of which a single flipped bit costs nothing. */
const alwaysRepaired: ReadonlySet<string> = new Set(['history', 'snapshot', 'summary', 'list']);

function describeFile(file: string): string {
  if (file === 'library.json') return 'list';
  if (file.endsWith('settings.json')) return 'settings';
  if (file.includes('/drafts/')) return 'draft';
  if (file.includes('/vault/')) return 'attached file';
  if (file.endsWith('summary.json')) return 'summary';
  return file.endsWith('review.json') ? 'snapshot' : 'history';
}
