import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LibraryLock, type LockState } from '#main/storage/access/library-lock.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';

/** Numbers of processes that live as long as the test. */
const living = [process.pid, process.ppid];

/** No process has this number, or any above. */
const noProcess = 2 ** 22 + 1;

interface Opened {
  lock: LibraryLock;
  states: LockState[];
  /** Runs what is scheduled, as if five seconds had passed. */
  tick(times?: number): Promise<void>;
}

/** Opens the lock of a library as a process of a computer does. Each computer has its own user data. */
async function open(library: string, userDataFolder: string, processNumber: number): Promise<Opened> {
  const states: LockState[] = [];
  const due: (() => void)[] = [];
  const lock = await LibraryLock.open(join(library, 'lock.json'), {
    userDataFolder,
    processNumber,
    now: () => new Date('2026-11-27T10:00:00.000Z'),
    timeZone: () => 'UTC',
    log: { error: (message, error) => expect.fail(`${message} ${String(error)}`) },
    schedule(_milliseconds, task) {
      due.push(task);
      return () => due.splice(due.indexOf(task), 1);
    },
    onChange: (state) => states.push(state),
  });
  const tick = async (times = 1) => {
    for (let time = 0; time < times; time += 1) {
      for (const task of due.splice(0)) task();
      await expect.poll(() => due.length, { interval: 1 }).toBe(1);
    }
  };
  return { lock, states, tick };
}

async function twoComputers() {
  const library = join(await tempFolder(), 'library');
  return {
    library,
    here: (processNumber = process.pid) => open(library, join(library, '..', 'here'), processNumber),
    there: (processNumber = process.pid) => open(library, join(library, '..', 'there'), processNumber),
  };
}

describe('the lock of a library', () => {
  test('gives one writer; the other learns on which computer it is open and since when', async () => {
    const { here, there } = await twoComputers();
    const first = await here();
    const second = await there();
    expect(first.lock.state).toEqual({ kind: 'held' });
    expect(second.lock.state).toMatchObject({ kind: 'foreign', isStale: false });
    await first.lock.verify();
    await expect(second.lock.verify()).rejects.toMatchObject({
      code: 'notSaved',
      message: expect.stringContaining('since 27 November 2026, 10:00'),
    });
    expect(second.lock.refusal).toContain('change nothing');
  });

  test('names a computer and a process, and no person', async () => {
    const { library, here } = await twoComputers();
    await here();
    const stored = JSON.parse(await readFile(join(library, 'lock.json'), 'utf8'));
    expect(Object.keys(stored).sort()).toEqual(
      [
        'heartbeat',
        'boot',
        'format',
        'host',
        'installation',
        'namespace',
        'process',
        'sha256',
        'since',
        'token',
        'version',
      ].sort(),
    );
  });

  test('that was given back is noticed and can be taken', async () => {
    const { here, there } = await twoComputers();
    const first = await here();
    const second = await there();
    await first.lock.close();
    await second.tick();
    expect(second.states).toEqual([{ kind: 'free' }]);
    expect(await second.lock.takeOver()).toBe(true);
    await second.lock.verify();
  });

  test('of a process that died on this computer is taken over at once, and said to have been left', async () => {
    const { here } = await twoComputers();
    await here(noProcess);
    const next = await here();
    expect(next.lock.state).toEqual({ kind: 'held' });
    expect(next.lock.wasLeft).toBe(true);
  });

  test('of this very process is taken at once: it could not be removed when the library was left', async () => {
    const { here } = await twoComputers();
    await here();
    expect((await here()).lock.state).toEqual({ kind: 'held' });
  });

  test('is not made again once it was given back', async () => {
    const { here, there } = await twoComputers();
    const first = await here();
    await first.lock.close();
    await expect(first.lock.verify()).rejects.toMatchObject({ code: 'refused' });
    expect(first.lock.refusal).toContain('is closing');
    expect((await there()).lock.state).toEqual({ kind: 'held' });
  });

  test('of another computer is respected, whatever its process number says here', async () => {
    const { here, there } = await twoComputers();
    await here(noProcess);
    const second = await there();
    expect(second.lock.state).toMatchObject({ kind: 'foreign' });
    expect(await second.lock.takeOver()).toBe(false);
  });

  test('can be taken over after six looks without a heartbeat, and not while there is one', async () => {
    const { here, there } = await twoComputers();
    const first = await here();
    const second = await there();
    for (let look = 0; look < 20; look += 1) {
      await first.tick();
      await second.tick();
    }
    expect(await second.lock.takeOver()).toBe(false);
    expect(second.states).toEqual([]);
    await second.tick(6);
    expect(second.states).toMatchObject([{ kind: 'foreign', isStale: true }]);
    await first.tick();
    expect(await second.lock.takeOver()).toBe(false);
    await second.tick(7);
    expect(await second.lock.takeOver()).toBe(true);
    await second.lock.verify();
  });

  test('keeps a process that was paused and taken over from writing, its heartbeats included', async () => {
    const { library, here, there } = await twoComputers();
    const paused = await here();
    const second = await there();
    await second.tick(7);
    expect(await second.lock.takeOver()).toBe(true);
    const before = await readFile(join(library, 'lock.json'));
    await expect(paused.lock.verify()).rejects.toThrow('only one Stet');
    expect(paused.states).toMatchObject([{ kind: 'foreign' }]);
    await paused.tick(3);
    await paused.lock.close();
    expect(await readFile(join(library, 'lock.json'))).toEqual(before);
    await second.lock.verify();
  });

  test('that a write got again is announced, and taking it over then changes nothing', async () => {
    const { here, there } = await twoComputers();
    const paused = await here();
    const other = await there();
    await other.tick(7);
    expect(await other.lock.takeOver()).toBe(true);
    await expect(paused.lock.verify()).rejects.toThrow('is open in another Stet on this computer');
    await other.lock.close();
    await paused.lock.verify();
    expect(paused.states).toEqual([expect.objectContaining({ kind: 'foreign' }), { kind: 'held' }]);
    expect(await paused.lock.takeOver()).toBe(true);
    expect(paused.lock.state).toEqual({ kind: 'held' });
  });

  test('that a sync tool removed is written again by its holder', async () => {
    const { library, here, there } = await twoComputers();
    const first = await here();
    await rm(join(library, 'lock.json'));
    await first.lock.verify();
    expect((await there()).lock.state).toMatchObject({ kind: 'foreign' });
  });

  test('whose heartbeat a failing disk wrote in part is still its holder’s, and whole again with the next one', async () => {
    const { library, here, there } = await twoComputers();
    const { lock, states, tick } = await here();
    const path = join(library, 'lock.json');
    const before = await readFile(path, 'utf8');
    await tick();
    const after = await readFile(path, 'utf8');
    await writeFile(path, after.slice(0, 100) + before.slice(100));
    expect((await there()).lock.state).toMatchObject({ kind: 'foreign', holder: null });
    await lock.verify();
    await tick();
    await lock.verify();
    expect((await there()).lock.state).toMatchObject({ kind: 'foreign', holder: { isHere: true } });
    expect(states).toEqual([]);
    await lock.close();
    await expect(readFile(path)).rejects.toThrow('ENOENT');
  });

  test('that can’t be read is respected until it is stale', async () => {
    const { library, here } = await twoComputers();
    await (await here()).lock.close();
    await writeFile(join(library, 'lock.json'), 'not a lock');
    const next = await here();
    expect(next.lock.state).toEqual({ kind: 'foreign', holder: null, isStale: false });
    await next.tick(7);
    expect(await next.lock.takeOver()).toBe(true);
  });

  test('is held by one of two that reach for it at the same moment', async () => {
    const { library } = await twoComputers();
    for (let race = 0; race < 20; race += 1) {
      const folder = join(library, String(race));
      const [left] = await Promise.all([open(folder, join(folder, 'me'), noProcess)]);
      expect(left.lock.state.kind).toBe('held');
      const racers = await Promise.all(living.map((number) => open(folder, join(folder, 'me'), number)));
      const verified = await Promise.allSettled(racers.map(({ lock }) => lock.verify()));
      expect(verified.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      await Promise.all(racers.map(({ lock }) => lock.close()));
    }
  });
});
