import { mkdirSync, readdirSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { nanoid } from 'nanoid';
import { createCore } from '#main/core/core.ts';
import { createClient } from '#shared/contract/client.ts';
import type { Result } from '#shared/contract/result.ts';
import { createRandom, type Random } from '#tests/bench/support/random.ts';
import { createPlainPlatform, refusingDialogs } from '#tests/unit/main/support/plain-platform.ts';

// A program of its own: attaches files and makes backups until the process is killed, or with `while-copying` until it kills itself
// in the middle of a copy. Every acknowledged backup is printed to
// stdout at once, with writeSync, because a stream's buffer would be lost with the process.
const [folder = '', documentsFolder = '', articleId = '', seed = '0', own = '', death = ''] =
  process.argv.slice(2);
const report = (line: string) => writeSync(1, `${line}\n`);
const random = createRandom(Number(seed));
mkdirSync(own);
const path = join(own, 'file.bin');
const diesWhileCopying = death === 'while-copying';

let nowMs = Date.now();
const hasUnfinishedCopy = () =>
  readdirSync(documentsFolder, { recursive: true }).some((path) => /attaching\..*\.tmp$/.test(String(path)));

const core = createCore(
  {
    ...createPlainPlatform(folder),
    documentsFolder,
    // Progress is emitted once in 100 ms. With this clock it is emitted after each chunk that is copied.
    now() {
      nowMs = diesWhileCopying ? nowMs + 100 : Date.now();
      return new Date(nowMs);
    },
    emit: () => {
      if (diesWhileCopying && hasUnfinishedCopy()) process.kill(process.pid, 'SIGKILL');
    },
    log: { error: (message, error) => report(`logged ${message} ${String(error)}`) },
    dialogs: { ...refusingDialogs, attachFiles: async () => [path] },
  },
  { isTrusted: () => true },
);
const sender = { mainFrameOfOurWindow: true, origin: 'app://bundle' };
const client = createClient({
  call: (name, input) => core.dispatch(sender, name, input),
  listen: () => () => undefined,
});

function expectDone<T>(what: string, answer: Result<T>): T {
  if (answer.ok) return answer.value;
  report(`failed ${what} ${answer.error.code} ${answer.error.message}`);
  process.exit(1);
}

/** Unique content; sometimes large, so that many kills happen while a file is copied. */
function writeOwnFile(): void {
  const size = random.below(3) === 0 ? 1_000_000 + random.below(2_000_000) : random.below(40_000);
  writeFileSync(path, Buffer.alloc(size, `${seed} ${random.below(2 ** 31)} `));
}

async function work(random: Random): Promise<never> {
  expectDone('review.open', await client.call('review.open', { articleId }));
  for (;;) {
    writeOwnFile();
    const picked = expectDone('vault.pick', await client.call('vault.pick', { taskId: nanoid(), articleId }));
    for (const file of picked?.files ?? []) {
      const id = nanoid();
      const create = { ...file, id, sourceId: 'source', addedAt: new Date().toISOString() };
      const edits = [{ table: 'attachments' as const, id, create }];
      const change = { id: nanoid(), action: 'evidence.attach' as const, edits };
      expectDone('review.apply', await client.call('review.apply', { articleId, change }));
    }
    // Sometimes not awaited, so that edits come while the backup is made.
    const running = client.call('backup.run', { taskId: nanoid() }).then((answer) => {
      if (expectDone('backup.run', answer)?.isNew) report('backed up');
    });
    if (random.below(3) > 0) await running;
  }
}

report('ready');
process.stdin.once('data', () => void work(random));
