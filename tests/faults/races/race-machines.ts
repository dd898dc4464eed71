import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import type { Random } from '#tests/bench/support/random.ts';
import type { TestCore } from '#tests/unit/main/support/start-core.ts';
import { copyFolders, type Folders, readChangeIds } from '../support/library-folders.ts';
import { createTally, type Tally } from '../support/tally.ts';
import { createMark, millId, start } from '../support/test-library.ts';

/** A computer with its copy of the library, which a sync tool compares with what it synced last. */
interface Machine {
  name: string;
  folders: Folders;
  stet: TestCore | null;
  edits: number;
  /** How often Stet was started, so that ids are never used twice. */
  starts: number;
}

/**
 * Two computers with a copy of one library each. They edit, offline or while a sync tool copies files back and forth. When both
 * changed a file, one version keeps the name, and the other becomes a conflict file beside it.
 */
export async function raceMachines(library: Folders, folder: string, random: Random): Promise<Tally> {
  const machines: Machine[] = [];
  for (const name of ['laptop', 'desk']) {
    const folders = await copyFolders(library, join(folder, name));
    // Each has an installation of its own, so that neither can know whether the other's process lives.
    await rm(folders.userData, { recursive: true, force: true });
    machines.push({ name, folders, stet: null, edits: 0, starts: 0 });
  }
  const [a, b] = machines;
  const synced = (await copyFolders(library, join(folder, 'synced'))).library;
  const saved: string[] = [];
  const tally = { ...createTally(), faults: 1 };
  if (!a || !b) return tally;
  for (let round = 0; round < 4; round += 1) {
    for (const machine of [a, b]) {
      saved.push(...(await edit(machine, random, tally)));
      if (random.below(3) > 0) await close(machine);
    }
    await sync(a, b, synced, random);
  }
  // In the end each is opened and synced until there is nothing left to resolve.
  for (let round = 0; round < 3; round += 1)
    for (const machine of [a, b]) {
      machine.stet ??= await open(machine);
      await machine.stet.call('review.open', { articleId: millId }).catch(() => null);
      await close(machine);
      await sync(a, b, synced, random);
    }
  const kept = new Set([
    ...(await readChangeIds(a.folders.library)),
    ...(await readChangeIds(b.folders.library)),
  ]);
  const lost = saved.filter((id) => !kept.has(id));
  tally.acknowledged = saved.length;
  tally.lost = lost.length;
  tally.silent = lost.length;
  if (lost.length > 0) tally.wrong.push(`lost ${lost.join(', ')}`);
  return tally;
}

function startOn(machine: Machine): TestCore {
  machine.starts += 1;
  return start(machine.folders, `${machine.name}-${machine.starts}`);
}

async function open(machine: Machine): Promise<TestCore> {
  const stet = startOn(machine);
  await stet.call('library.list', null);
  // The other's lock came with the sync. The reviewer waits until it is stale, and agrees.
  for (let look = 0; look < 10; look += 1) {
    const access = await stet.call('library.access', null);
    if (access.kind === 'writable') return stet;
    stet.runScheduled();
    await new Promise((resolve) => setTimeout(resolve, 2));
    if (access.kind === 'free' || (access.kind === 'elsewhere' && access.isStale)) {
      if (!(await stet.call('library.takeOver', null)).isTaken) continue;
      await stet.core.close();
      return startOn(machine);
    }
  }
  return stet;
}

/** A few edits, each tried again once when it is refused. Resolves to the ids of those that were acknowledged. */
async function edit(machine: Machine, random: Random, tally: Tally): Promise<string[]> {
  machine.stet ??= await open(machine);
  const { call } = machine.stet;
  const saved: string[] = [];
  for (let count = random.below(4); count > 0; count -= 1) {
    machine.edits += 1;
    const id = `${machine.name}-edit-${machine.edits}`;
    const apply = async () => {
      const { draft } = await call('review.open', { articleId: millId });
      await call('review.apply', { articleId: millId, change: createMark(draft, id, random.below(40)) });
      saved.push(id);
    };
    await apply().catch(() => apply().catch((error) => noteRefusal(String(error), tally)));
  }
  return saved;
}

function noteRefusal(message: string, tally: Tally): void {
  if (/internal:/.test(message)) tally.wrong.push(message);
}

async function close(machine: Machine): Promise<void> {
  await machine.stet?.core.close();
  machine.stet = null;
}

/** Sync tools never give two conflict files the same name. */
let conflicts = 0;

/** Copies files between two computers as a sync tool does, by comparing both with what was synced last. */
async function sync(a: Machine, b: Machine, synced: string, random: Random): Promise<void> {
  const here = a.folders.library;
  const there = b.folders.library;
  const names = new Set([
    ...(await listFiles(here)),
    ...(await listFiles(there)),
    ...(await listFiles(synced)),
  ]);
  for (const name of [...names].sort()) {
    const [ours, theirs, last] = await Promise.all(
      [here, there, synced].map((folder) => read(join(folder, name))),
    );
    if (equal(ours, theirs)) await put(ours, join(synced, name));
    else if (equal(ours, last)) await put(theirs, join(here, name), join(synced, name));
    else if (equal(theirs, last)) await put(ours, join(there, name), join(synced, name));
    else if (ours === null || theirs === null)
      await put(ours ?? theirs, join(here, name), join(there, name), join(synced, name));
    else {
      const [kept, other] = random.below(2) === 0 ? [ours, theirs] : [theirs, ours];
      conflicts += 1;
      const conflict = `${name.slice(0, -extname(name).length)} (conflicted copy ${conflicts})${extname(name)}`;
      await put(kept, join(here, name), join(there, name), join(synced, name));
      if (name !== 'lock.json')
        await put(other, join(here, conflict), join(there, conflict), join(synced, conflict));
    }
  }
}

const equal = (a: Buffer | null | undefined, b: Buffer | null | undefined) =>
  a && b ? a.equals(b) : a === b;

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.tmp'))
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));
}

const read = (path: string) => readFile(path).catch(() => null);

/** Gives files a content, or removes them (null). Written beside and renamed, as sync tools do it. */
async function put(content: Buffer | null | undefined, ...paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    if (!content) {
      await rm(path, { force: true });
      continue;
    }
    if (equal(await read(path), content)) continue;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}.part`, content);
    await rename(`${path}.part`, path);
  }
}
