import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readHistory } from '../../../../../main/core/storage/review/history-file';
import { stampOf } from '../../../../../main/core/storage/vault/check-file';
import { filesNamed } from '../../../../../main/core/storage/vault/sweep';
import { namesIn, sourceChange, sumOf } from '../../support/attaching';
import { sampleProposal } from '../../support/sample';
import { tempFolder } from '../../support/temp-folder';
import { testCore } from '../../support/test-core';
import { startVictim } from './process-to-kill';
import { quickProgram } from './quick-program';
import { seeded } from './random';

const kills = 100;
/** Libraries worked on at the same time: most of a life is waiting, for the disk and for the process to start. */
const lanes = 4;
/** A process works for up to so many milliseconds; it needs about as many to open the article. */
const longestLife = 60;

const seed = Number(process.env.STET_SEED ?? Date.now() % 1_000_000);

/** A library with an article that has a source; the article's id. */
async function withSource(folder: string): Promise<string> {
  const { call, core } = testCore(folder);
  const { articleId } = await call('article.create', sampleProposal());
  await call('review.apply', { articleId, change: sourceChange() });
  await core.close();
  return articleId;
}

/** Kills somebody who attaches files again and again, on one and the same article, and looks at the vault after each kill. */
async function killInTurn(program: readonly string[], count: number, laneSeed: number) {
  const root = await tempFolder();
  const folder = join(root, 'library');
  const random = seeded(laneSeed);
  const articleId = await withSource(folder);
  const article = join(folder, 'articles', articleId);
  const own = (life: number) => join(root, `own-${life}`);
  const start = (life: number) =>
    startVictim(program, [folder, articleId, String(random.below(2 ** 31)), own(life)]);
  const attached = new Set<string>();
  const sums = new FileSums();
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
    await lookAtAll(folder, article, { attached, sums });
    await rm(own(kill), { recursive: true });
  }
  return { attached: attached.size, halfTaken };
}

/** The sums of files; one that was not written to since is not read again. */
class FileSums {
  readonly #known = new Map<string, string>();

  async of(path: string): Promise<string> {
    const stamp = await stampOf(path);
    const sum = this.#known.get(stamp) ?? sumOf(await readFile(path));
    this.#known.set(stamp, sum);
    return sum;
  }
}

/** The next start after a crash: the vault holds whole files, all that the history names and no other. */
async function lookAtAll(
  folder: string,
  article: string,
  { attached, sums }: { attached: ReadonlySet<string>; sums: FileSums },
): Promise<void> {
  const { call, core, logged } = testCore(folder);
  expect((await call('library.list', null)).problems).toEqual([]);
  await core.close();
  expect(logged).toEqual([]);
  const { changes, problem } = await readHistory(join(article, 'history.jsonl'));
  expect(problem).toBeNull();
  const kept = await namesIn(join(article, 'vault'));
  expect(kept).toEqual([...filesNamed(changes)].sort());
  expect(kept).toEqual(expect.arrayContaining([...attached]));
  for (const name of kept) expect(await sums.of(join(article, 'vault', name))).toBe(name);
}

test(`a vault holds whole files only, and no others, at ${kills} kills (STET_SEED=${seed})`, {
  timeout: 120_000,
}, async () => {
  const example = await tempFolder();
  const given = [
    join(example, 'library'),
    await withSource(join(example, 'library')),
    '1',
    join(example, 'own'),
  ];
  const program = await quickProgram('attacher.ts', await tempFolder(), given);
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
