import { readFile, rm, writeFile } from 'node:fs/promises';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { z } from 'zod';

const contentSchema = z.object({ changes: z.array(z.object({ id: z.string(), note: z.string() })) });

type Content = z.infer<typeof contentSchema>;

/** A store of changes as an app would write it without further care: everything in one JSON file. */
export interface PlainStore {
  name: 'plain lowdb' | 'plain writeFile';
  /** Opens the file, or begins a new one when there is none. Rejects when it can't be read. */
  open(path: string): Promise<OpenPlainStore>;
}

export interface OpenPlainStore {
  ids(): string[];
  /** Acknowledged when it resolves. */
  add(id: string): Promise<void>;
}

const note = 'a note '.repeat(20);

export const plainLowdb: PlainStore = {
  name: 'plain lowdb',
  async open(path) {
    const low = new Low<Content>(new JSONFile(path), { changes: [] });
    await low.read();
    return {
      ids: () => contentSchema.parse(low.data).changes.map(({ id }) => id),
      add: (id) => low.update(({ changes }) => void changes.push({ id, note })),
    };
  },
};

export const plainWriteFile: PlainStore = {
  name: 'plain writeFile',
  async open(path) {
    const text = await readFile(path, 'utf8').catch(() => null);
    const content = text === null ? { changes: [] } : contentSchema.parse(JSON.parse(text));
    return {
      ids: () => content.changes.map(({ id }) => id),
      async add(id) {
        content.changes.push({ id, note });
        await writeFile(path, JSON.stringify(content));
      },
    };
  },
};

const plainStores: readonly PlainStore[] = [plainLowdb, plainWriteFile];

export function findPlainStore(name: string): PlainStore | null {
  return plainStores.find((store) => store.name === name) ?? null;
}

/** Creates a file anew with a hundred changes, so that it takes more than one page of the disk. Resolves to their ids. */
export async function createPlainFile(path: string, store: PlainStore): Promise<string[]> {
  await rm(path, { force: true });
  const open = await store.open(path);
  for (let count = 0; count < 100; count += 1) await open.add(`old-${count}`);
  return open.ids();
}

/** The ids of the changes in a file; null when it can't be read. A missing file is an empty one, as for any such app. */
export async function readPlainIds(path: string, store: PlainStore): Promise<string[] | null> {
  try {
    return (await store.open(path)).ids();
  } catch {
    return null;
  }
}
