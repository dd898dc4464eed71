import { copyFile, cp, rename, rm, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { getErrorCode } from '../../../main/core/errors/stet-error';
import { pathsOf } from '../support/arrangements';
import type { Folders } from '../support/library-folders';
import { millId, otherId } from '../support/test-library';

/** Something that another program does to a file or a folder while Stet has the library open. */
export interface OutsideEvent {
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

export const outsideEvents: readonly OutsideEvent[] = [
  ...files.flatMap(eventsOfFile),
  ...foreign,
  ...folders.flatMap(eventsOfFolder),
];
