import { mkdirSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { nanoid } from 'nanoid';
import { createCore } from '#main/core/core.ts';
import { createClient } from '#shared/contract/client.ts';
import type { Result } from '#shared/contract/result.ts';
import type { StoredFile } from '#shared/domain/base/attachment.ts';
import { createRandom, type Random } from '#tests/bench/support/random.ts';
import { createPlainPlatform, refusingDialogs } from '#tests/unit/main/support/plain-platform.ts';

// A program of its own: attaches files, by dialog and in chunks, until the process is killed, or with `while-attaching` until it
// kills itself between the chunks of a file. Every acknowledged attachment is printed to stdout at once, with writeSync, because a stream's buffer would be lost with the process.
const [folder = '', articleId = '', seed = '0', own = '', death = ''] = process.argv.slice(2);
const report = (line: string) => writeSync(1, `${line}\n`);
const random = createRandom(Number(seed));

/** Unique content; sometimes large, so that many kills happen while a file is written. */
function createContent(isLarge = random.below(6) === 0): Buffer {
  const size = isLarge ? 1_000_000 + random.below(2_000_000) : random.below(40_000);
  return Buffer.alloc(size, `${seed} ${random.below(2 ** 31)} `);
}

mkdirSync(own);
const paths = Array.from({ length: 4 }, (_, index) => join(own, `${index}.bin`));
for (const path of paths) writeFileSync(path, createContent());

const startCore = () =>
  createCore(
    {
      ...createPlainPlatform(folder),
      log: { error: (message, error) => report(`logged ${message} ${String(error)}`) },
      dialogs: {
        ...refusingDialogs,
        attachFiles: async () => paths.slice(random.below(4)).slice(0, 1 + random.below(3)),
      },
    },
    { isTrusted: () => true },
  );
let core = startCore();
/** Set once the core is being closed, as when the window closes. The next window has a core of its own. */
let closing: Promise<void> | null = null;
const sender = { mainFrameOfOurWindow: true, origin: 'app://bundle' };
const client = createClient({
  call: (name, input) => core.dispatch(sender, name, input),
  listen: () => () => undefined,
});

/** The value of an answer. Null when the review was left, the task cancelled or the core closed before the file was attached. */
function expectDone<T>(what: string, answer: Result<T>): T | null {
  if (answer.ok) return answer.value;
  const isOvertaken = closing !== null && answer.error.code === 'refused';
  if (answer.error.code !== 'badRequest' && !isOvertaken)
    report(`failed ${what} ${answer.error.code} ${answer.error.message}`);
  return null;
}

async function addByDialog(): Promise<StoredFile[]> {
  const picked = await client.call('vault.pick', { taskId: nanoid(), articleId });
  return expectDone('vault.pick', picked)?.files ?? [];
}

async function addInChunks(): Promise<StoredFile[]> {
  const taskId = nanoid();
  const bytes = createContent();
  expectDone(
    'vault.begin',
    await client.call('vault.begin', { taskId, articleId, name: 'a.bin', bytes: bytes.length }),
  );
  for (let at = 0; at < bytes.length; at += 500_000)
    expectDone(
      'vault.append',
      await client.call('vault.append', { taskId, chunk: new Uint8Array(bytes.subarray(at, at + 500_000)) }),
    );
  const file = expectDone('vault.commit', await client.call('vault.commit', { taskId }));
  return file ? [file] : [];
}

/** Resolves to whether the attachment was acknowledged. */
async function attach(file: StoredFile): Promise<boolean> {
  const id = nanoid();
  const attachment = { ...file, id, sourceId: 'source', addedAt: new Date().toISOString() };
  const change = {
    id: nanoid(),
    action: 'evidence.attach' as const,
    edits: [{ table: 'attachments' as const, id, create: attachment }],
  };
  const answer = expectDone('review.apply', await client.call('review.apply', { articleId, change }));
  if (answer) report(`attached ${file.sha256}`);
  return answer !== null;
}

async function dieWhileAttaching(): Promise<void> {
  expectDone('review.open', await client.call('review.open', { articleId }));
  const taskId = nanoid();
  const bytes = createContent(true);
  const begun = { taskId, articleId, name: 'a.bin', bytes: bytes.length };
  expectDone('vault.begin', await client.call('vault.begin', begun));
  const chunk = new Uint8Array(bytes.subarray(0, 500_000));
  expectDone('vault.append', await client.call('vault.append', { taskId, chunk }));
  process.kill(process.pid, 'SIGKILL');
}

async function work(random: Random): Promise<never> {
  for (;;) {
    if (closing) {
      await closing;
      closing = null;
      core = startCore();
    }
    expectDone('review.open', await client.call('review.open', { articleId }));
    const files = random.below(2) === 0 ? await addByDialog() : await addInChunks();
    const chance = random.below(12);
    // Not awaited, so that closing, sweeping and quitting happen while files are being attached.
    if (chance === 0) void client.call('review.close', { articleId });
    if (chance === 1)
      setImmediate(() => {
        closing = core.close();
      });
    // Some files are never attached: they must be swept.
    let attached = false;
    for (const file of files) if (random.below(4) > 0) attached = (await attach(file)) || attached;
    // Never undone further: without its source nothing could be attached any more.
    if (chance === 2 && attached) await client.call('review.undo', { articleId });
    if (chance === 3) await client.call('review.close', { articleId });
  }
}

report('ready');
process.stdin.once('data', () => void (death === 'while-attaching' ? dieWhileAttaching() : work(random)));
