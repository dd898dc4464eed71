import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readHistory } from '../../../../../main/core/storage/history-file';
import { filesNamed } from '../../../../../main/core/storage/vault-sweep';
import { namesIn, sourceChange } from '../../support/attaching';
import { bundle } from '../../support/bundle';
import { sampleProposal } from '../../support/sample';
import { tempFolder } from '../../support/temp-folder';
import { testCore } from '../../support/test-core';
import { startVictim } from './process-to-kill';
import { seeded } from './random';

const kills = 100;
/** Libraries worked on at the same time: most of a life is waiting, for the disk and for the process to start. */
const lanes = 4;
/** A process works for up to so many milliseconds; it needs about as many to open the article. */
const longestLife = 60;

const seed = Number(process.env.STET_SEED ?? Date.now() % 1_000_000);

/** Kills somebody who attaches files again and again, on one and the same article, and looks at the vault after each kill. */
async function killInTurn(program: string, count: number, laneSeed: number) {
  const root = await tempFolder();
  const folder = join(root, 'library');
  const random = seeded(laneSeed);
  const { call, core } = testCore(folder);
  const { articleId } = await call('article.create', sampleProposal());
  await call('review.apply', { articleId, change: sourceChange() });
  await core.close();
  const article = join(folder, 'articles', articleId);
  const own = (life: number) => join(root, `own-${life}`);
  const start = (life: number) =>
    startVictim(program, [folder, articleId, String(random.below(2 ** 31)), own(life)]);
  const attached = new Set<string>();
  let halfTaken = 0;
  let victim = start(0);
  for (let kill = 0; kill < count; kill += 1) {
    const next = start(kill + 1);
    const after = random.below(5) === 0 ? 'start' : 'firstWork';
    const told = await victim.workAndDie(random.next() * longestLife, after);
    victim = next;
    expect(told.filter((line) => !line.startsWith('attached '))).toEqual([]);
    for (const line of told) attached.add(line.slice('attached '.length));
    halfTaken += (await namesIn(join(article, 'vault'))).filter((name) => name.endsWith('.tmp')).length;
    await lookAtAll(folder, article, attached);
    await rm(own(kill), { recursive: true });
  }
  return { attached: attached.size, halfTaken };
}

/** The next start after a crash: the vault holds whole files, all that the history names and no other. */
async function lookAtAll(folder: string, article: string, attached: ReadonlySet<string>): Promise<void> {
  const { call, core, logged } = testCore(folder);
  expect((await call('library.list', null)).problems).toEqual([]);
  await core.close();
  expect(logged).toEqual([]);
  const { changes, problem } = await readHistory(join(article, 'history.jsonl'));
  expect(problem).toBeNull();
  const kept = await namesIn(join(article, 'vault'));
  expect(kept).toEqual([...filesNamed(changes)].sort());
  expect(kept).toEqual(expect.arrayContaining([...attached]));
  for (const name of kept) {
    const content = await readFile(join(article, 'vault', name));
    expect(createHash('sha256').update(content).digest('hex')).toBe(name);
  }
}

test(`a vault holds whole files only, and no others, at ${kills} kills (STET_SEED=${seed})`, {
  timeout: 120_000,
}, async () => {
  const program = await bundle(join(import.meta.dirname, 'attacher.ts'), await tempFolder());
  const work = Array.from({ length: lanes }, (_, lane) => killInTurn(program, kills / lanes, seed + lane));
  const lives = await Promise.all(work);
  const sum = (count: (life: { attached: number; halfTaken: number }) => number) =>
    lives.map(count).reduce((all, each) => all + each, 0);
  const attached = sum((life) => life.attached);
  const halfTaken = sum((life) => life.halfTaken);
  console.log(`seed ${seed}: ${attached} acknowledged files, ${halfTaken} half-taken ones at ${kills} kills`);
  expect(attached).toBeGreaterThan(0);
  expect(halfTaken).toBeGreaterThan(0);
});
