import { copyFile, cp, rename, rm, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { getErrorCode } from '#main/base/stet-error.ts';
import { createRandom } from '../bench/support/random.ts';
import { pathsOf } from './support/arrangements.ts';
import { viewLibrary } from './support/describe-library.ts';
import {
  copyFolders,
  type Folders,
  foldersIn,
  readChangeIds,
  withTempFolder,
} from './support/library-folders.ts';
import { findOperation, type Operation } from './support/operations.ts';
import { addTally, createTally, type Print, printTable, type Row, type Tally } from './support/tally.ts';
import { createLibrary, mark, millId, otherId, start } from './support/test-library.ts';

/** Something that another program does to a file or a folder while Stet has the library open. */
interface OutsideEvent {
  name: string;
  /** `older` is the library as it was before. Resolves to a function that puts back what was moved away. */
  happen(now: Folders, older: Folders): Promise<() => Promise<void>>;
}

const nothing = async () => undefined;

type Target = (folders: Folders) => string;

/** Everything in the library that an edit of the article may need. */
const files: [string, Target][] = [
  ['history', (folders) => pathsOf(folders, millId).history],
  ['snapshot', (folders) => pathsOf(folders, millId).snapshot],
  ['list', ({ library }) => join(library, 'library.json')],
  ['summary', (folders) => pathsOf(folders, millId).summary],
];

const folders: [string, Target][] = [
  ['article', (all) => pathsOf(all, millId).folder],
  ['articles', ({ library }) => join(library, 'articles')],
  ['library', ({ library }) => library],
];

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

function eventsOfFile([name, find]: [string, Target]): OutsideEvent[] {
  const change = (what: string, happen: (path: string, older: string) => Promise<void>): OutsideEvent => ({
    name: `${name} ${what}`,
    async happen(now, older) {
      if (await exists(find(now))) await happen(find(now), find(older));
      return nothing;
    },
  });
  return [
    change('replaced by an older copy', async (path, older) => {
      await copyFile(older, `${path}.copy`);
      await rename(`${path}.copy`, path);
    }),
    change('overwritten by an older copy', (path, older) => copyFile(older, path)),
    change('replaced by the same', async (path) => {
      await copyFile(path, `${path}.copy`);
      await rename(`${path}.copy`, path);
    }),
    change('removed', (path) => rm(path)),
    change('truncated', async (path) => truncate(path, Math.floor((await stat(path)).size / 2))),
    change('emptied', (path) => truncate(path)),
  ];
}

/** Another article's file in the place of this one's. */
const foreign: OutsideEvent[] = (['history', 'snapshot'] as const).map((file) => ({
  name: `${file} replaced by another article’s`,
  async happen(now) {
    await copyFile(pathsOf(now, otherId)[file], pathsOf(now, millId)[file]);
    return nothing;
  },
}));

/** Copies what Stet may be writing to: its temporary files disappear while they are copied. */
async function copyInUse(path: string, copy: string): Promise<void> {
  for (let triesLeft = 20; ; triesLeft -= 1)
    try {
      await cp(path, copy, { recursive: true });
      return;
    } catch (error) {
      if (getErrorCode(error) !== 'ENOENT' || triesLeft === 0) throw error;
      await rm(copy, { recursive: true, force: true });
    }
}

function eventsOfFolder([name, find]: [string, Target]): OutsideEvent[] {
  return [
    {
      name: `${name} moved away`,
      async happen(now) {
        const path = find(now);
        await rename(path, `${path}.away`);
        return async () => {
          // Anything that Stet created meanwhile goes.
          await rm(path, { recursive: true, force: true });
          await rename(`${path}.away`, path);
        };
      },
    },
    {
      name: `${name} replaced by the same`,
      async happen(now) {
        const path = find(now);
        await copyInUse(path, `${path}.copy`);
        await rename(path, `${path}.away`);
        await rename(`${path}.copy`, path);
        await rm(`${path}.away`, { recursive: true });
        return nothing;
      },
    },
  ];
}

const outsideEvents: readonly OutsideEvent[] = [
  ...files.flatMap(eventsOfFile),
  ...foreign,
  ...folders.flatMap(eventsOfFolder),
];

/** The operations after which something happens outside. */
const outsideOperations: readonly Operation[] = [
  'apply',
  'undo',
  'redo',
  'create article',
  'import draft',
  'attach',
  'close',
  'list',
  'search sources',
  'bin',
  'restore',
  'delete for good',
  'change settings',
].map(findOperation);

/** Operations after which the article is not open. */
const isClosedBy: ReadonlySet<string> = new Set(['close', 'search sources']);

/** An operation, and the library after it and the next edit when nothing happens outside. */
interface OutsidePlan {
  operation: Operation;
  shown: string;
  changes: ReadonlySet<string>;
}

/** Carries out an operation and one more edit, with nothing in between. */
async function planOutside(operation: Operation, library: Folders, folder: string): Promise<OutsidePlan> {
  const folders = await copyFolders(library, join(folder, 'planned'));
  const stet = start(folders, 'worker');
  await operation.prepare?.(stet);
  await operation.run(stet);
  await mark(stet, millId, 'next', 30);
  const { shown } = await viewLibrary(await copyFolders(folders, join(folder, 'looked-at')));
  await stet.core.close();
  return { operation, shown, changes: await readChangeIds(folders.library) };
}

/** Lets something happen between an operation and the next edit, and starts Stet anew. */
async function happenOutside(
  { operation, shown, changes }: OutsidePlan,
  event: OutsideEvent,
  library: Folders,
  folder: string,
): Promise<Tally> {
  const folders = await copyFolders(library, join(folder, 'tried'));
  const stet = start(folders, 'worker');
  await operation.prepare?.(stet);
  await operation.run(stet);
  const putBack = await event.happen(folders, library);
  const messages: string[] = [];
  const edit = () =>
    mark(stet, millId, 'next', 30).then(
      (problems) => {
        messages.push(...problems);
        return true;
      },
      (reason) => {
        messages.push(String(reason));
        return false;
      },
    );
  let isSaved = await edit();
  await putBack();
  for (let again = 0; again < 2 && !isSaved; again += 1) isSaved = await edit();
  const tally = { ...createTally(), faults: 1, acknowledged: changes.size };
  messages.push(...stet.events.map((happened) => JSON.stringify(happened)));
  await stet.core.close();
  const found = await viewLibrary(folders).catch((reason) => {
    messages.push(String(reason));
    return null;
  });
  const kept = await readChangeIds(folders.library);
  const lost = [...changes].filter((id) => !kept.has(id) && (isSaved || id !== 'next'));
  messages.push(...(found?.messages ?? []));
  // Only an open article has its lines in memory. The loss of a closed one is named, and its files are kept as they are.
  if (lost.length > 0 && messages.length > 0 && isClosedBy.has(operation.name)) {
    tally.named += 1;
    return tally;
  }
  tally.lost = lost.length;
  if (messages.length === 0 && found?.shown !== shown) tally.silent += 1;
  if (!isSaved) tally.wrong.push(`${operation.name}: the next edit stays refused: ${messages[0]}`);
  if (tally.lost > 0 || tally.silent > 0)
    tally.wrong.push(`${operation.name}: lost ${lost.join(', ')} (${messages.join(' | ')})`);
  return tally;
}

/** Lets every event happen after every operation, and prints how many changes were lost. Resolves to the failures. */
export async function run(print: Print, { seed }: { seed: number }): Promise<number> {
  return withTempFolder(async (folder) => printTable(print, await happenAfterAll(folder, seed, 1)));
}

/** Lets one in `every` events happen. Resolves to a row for each event. */
export async function happenAfterAll(folder: string, seed: number, every: number): Promise<Row[]> {
  const random = createRandom(seed);
  const library = foldersIn(join(folder, 'library'));
  await createLibrary(library);
  const rows = outsideEvents.map(({ name }): Row => ({ fault: name, tally: createTally() }));
  for (const operation of outsideOperations) {
    const chosen = outsideEvents.map(() => random.below(every) === 0);
    if (!chosen.includes(true)) continue;
    const plan = await planOutside(operation, library, folder);
    for (const [at, event] of outsideEvents.entries()) {
      const row = rows[at];
      if (chosen[at] && row) addTally(row.tally, await happenOutside(plan, event, library, folder));
    }
  }
  return rows.filter(({ tally }) => tally.faults > 0);
}
