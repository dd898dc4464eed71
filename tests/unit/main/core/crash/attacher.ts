import { mkdirSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { nanoid } from 'nanoid';
import { createCore } from '../../../../../main/core/core';
import { createClient } from '../../../../../shared/contract/client';
import type { Result } from '../../../../../shared/contract/result';
import type { KeptFile } from '../../../../../shared/domain/attachment';
import { plainOutside, refusingDialogs } from '../../support/plain-outside';
import { type Random, seeded } from './random';

// A program of its own: attaches files, by dialog and in pieces, until the process is killed. Every acknowledged attachment
// is told on stdout at once; writeSync, because what is still in a stream's buffer dies with the process.
const [folder = '', articleId = '', seed = '0', own = ''] = process.argv.slice(2);
const tell = (line: string) => writeSync(1, `${line}\n`);
const random = seeded(Number(seed));

/** Content that no other has; sometimes large, so that many kills meet a file half-way. */
function someBytes(): Buffer {
  const size = random.below(6) === 0 ? 1_000_000 + random.below(2_000_000) : random.below(40_000);
  return Buffer.alloc(size, `${seed} ${random.below(2 ** 31)} `);
}

mkdirSync(own);
const paths = Array.from({ length: 4 }, (_, index) => join(own, `${index}.bin`));
for (const path of paths) writeFileSync(path, someBytes());

const core = createCore(
  {
    ...plainOutside(folder),
    log: { error: (message, error) => tell(`logged ${message} ${String(error)}`) },
    dialogs: {
      ...refusingDialogs,
      attachFiles: async () => paths.slice(random.below(4)).slice(0, 1 + random.below(3)),
    },
  },
  { isTrusted: () => true },
);
const sender = { mainFrameOfOurWindow: true, origin: 'app://bundle' };
const client = createClient({
  call: (name, input) => core.dispatch(sender, name, input),
  listen: () => () => undefined,
});

/** What may be refused: a file whose review was left, or whose task was cancelled by the end, before it was attached. */
function done<T>(what: string, answer: Result<T>): T | null {
  if (answer.ok) return answer.value;
  if (answer.error.code !== 'badRequest') tell(`failed ${what} ${answer.error.code} ${answer.error.message}`);
  return null;
}

async function byDialog(): Promise<KeptFile[]> {
  const picked = await client.call('vault.pick', { taskId: nanoid(), articleId });
  return done('vault.pick', picked)?.files ?? [];
}

async function inPieces(): Promise<KeptFile[]> {
  const taskId = nanoid();
  const bytes = someBytes();
  done(
    'vault.begin',
    await client.call('vault.begin', { taskId, articleId, name: 'a.bin', bytes: bytes.length }),
  );
  for (let at = 0; at < bytes.length; at += 500_000)
    done(
      'vault.append',
      await client.call('vault.append', { taskId, chunk: new Uint8Array(bytes.subarray(at, at + 500_000)) }),
    );
  const file = done('vault.commit', await client.call('vault.commit', { taskId }));
  return file ? [file] : [];
}

/** Whether it was acknowledged. */
async function attach(file: KeptFile): Promise<boolean> {
  const id = nanoid();
  const attachment = { ...file, id, sourceId: 'source', addedAt: new Date().toISOString() };
  const change = {
    id: nanoid(),
    action: 'evidence.attach' as const,
    edits: [{ table: 'attachments' as const, id, create: attachment }],
  };
  const answer = done('review.apply', await client.call('review.apply', { articleId, change }));
  if (answer) tell(`attached ${file.sha256}`);
  return answer !== null;
}

async function work(random: Random): Promise<never> {
  for (;;) {
    done('review.open', await client.call('review.open', { articleId }));
    const files = random.below(2) === 0 ? await byDialog() : await inPieces();
    const chance = random.below(12);
    // Not waited for, so that closing, sweeping and quitting happen while files are being attached.
    if (chance === 0) void client.call('review.close', { articleId });
    if (chance === 1) void core.close();
    // Some are never attached: they must not stay.
    let attached = false;
    for (const file of files) if (random.below(4) > 0) attached = (await attach(file)) || attached;
    // Never further back: without its source nothing could be attached any more.
    if (chance === 2 && attached) await client.call('review.undo', { articleId });
    if (chance === 3) await client.call('review.close', { articleId });
  }
}

tell('ready');
process.stdin.once('data', () => void work(random));
