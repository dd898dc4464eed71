import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestCore } from '#tests/unit/main/support/start-core.ts';
import type { Folders } from '../support/library-folders.ts';
import { createMark, millId, start } from '../support/test-library.ts';

// A program of its own: opens a library and edits one article, with another process on the same folder. With `takesOver`, it
// first waits until the other's lock is stale. Each acknowledged change is printed to stdout at once, with writeSync.
const [library = '', userData = '', base = '', word = '', edits = '0', mode = ''] = process.argv.slice(2);
const report = (line: string) => writeSync(1, `${line}\n`);

/** The lock's heartbeat is a hundred times as fast as in the app, so that it is stale after a third of a second. */
const haste = 100;

function open(): TestCore {
  const folders: Folders = { library, userData, base };
  return start(folders, word, {
    processNumber: process.pid,
    schedule(milliseconds, task) {
      const timer = setTimeout(task, milliseconds / haste);
      return () => clearTimeout(timer);
    },
  });
}

/** Takes the library over once the reviewer could. Resolves to a Stet that was opened anew, as the window is then. */
async function takeOver(stet: TestCore): Promise<TestCore> {
  await stet.call('library.list', null);
  for (let look = 0; look < 200; look += 1) {
    const access = await stet.call('library.access', null);
    if (access.kind === 'writable') return stet;
    if (access.kind === 'free' || (access.kind === 'elsewhere' && access.isStale)) {
      const { isTaken } = await stet.call('library.takeOver', null);
      if (isTaken) {
        await stet.core.close();
        report('taken');
        return open();
      }
    }
    await sleep(10);
  }
  return stet;
}

/** Edits until the count is reached. A refused edit is tried again, as the reviewer may do it. */
async function work(): Promise<void> {
  let stet = open();
  if (mode === 'takesOver') stet = await takeOver(stet);
  const { draft } = await stet.call('review.open', { articleId: millId }).catch((error) => {
    report(`refused ${String(error)}`);
    return process.exit();
  });
  for (let edit = 1; edit <= Number(edits); edit += 1) {
    const change = createMark(draft, `${word}-${edit}`, edit % 40);
    await stet.call('review.apply', { articleId: millId, change }).then(
      () => report(`saved ${change.id}`),
      (error) => report(`refused ${String(error)}`),
    );
    if (mode === 'slow') await sleep(3);
  }
  await stet.core.close();
  report('closed');
  process.exit();
}

report('ready');
process.stdin.once('data', () => void work());
