import { writeSync } from 'node:fs';
import { findPlainStore } from '../support/plain-stores';

// A program of its own: adds changes to a plain store without a pause until the process is killed. Every acknowledged change is
// printed to stdout at once.
const [path = '', name = '', word = ''] = process.argv.slice(2);

async function work(): Promise<void> {
  const store = await findPlainStore(name)?.open(path);
  for (let edit = 1; store; edit += 1) {
    await store.add(`${word}-${edit}`);
    writeSync(1, `saved ${word}-${edit}\n`);
  }
}

writeSync(1, 'ready\n');
process.stdin.once('data', () => void work());
