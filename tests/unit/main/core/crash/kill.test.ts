import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readHistory } from '../../../../../main/core/storage/review/history-file';
import { sampleProposal } from '../../support/sample';
import { tempFolder } from '../../support/temp-folder';
import { testCore } from '../../support/test-core';
import { startVictim } from './process-to-kill';
import { quickProgram } from './quick-program';
import { seeded } from './random';

const kills = 200;
/** Libraries worked on at the same time: most of a life is waiting, for the disk and for the process to start. */
const lanes = 4;
/** A process works for up to so many milliseconds; it needs about as many to open the article. */
const longestLife = 40;

const seed = Number(process.env.STET_SEED ?? Date.now() % 1_000_000);

/** Kills a reviewer again and again, on one and the same article, and looks at everything after each kill. */
async function killInTurn(program: readonly string[], count: number, laneSeed: number) {
  const folder = join(await tempFolder(), 'library');
  const random = seeded(laneSeed);
  const { articleId } = await testCore(folder).call('article.create', sampleProposal());
  const history = join(folder, 'articles', articleId, 'history.jsonl');
  const start = () => startVictim(program, [folder, articleId, String(random.below(2 ** 31))]);
  const saved: string[] = [];
  let victim = start();
  for (let kill = 0; kill < count; kill += 1) {
    const next = start();
    const told = await victim.workAndDie(
      random.next() * longestLife,
      random.below(5) === 0 ? 'start' : 'firstWork',
    );
    victim = next;
    expect(told.filter((line) => !/^(saved|made) /.test(line))).toEqual([]);
    saved.push(
      ...told.filter((line) => line.startsWith('saved ')).map((line) => line.slice('saved '.length)),
    );
    const made = told.filter((line) => line.startsWith('made ')).map((line) => line.slice('made '.length));
    await lookAtAll(folder, articleId, made);
    await inOrder(history, saved, kill + 1);
  }
  const articles = await readdir(join(folder, 'articles'));
  await lookAtAll(
    folder,
    articleId,
    articles.filter((name) => !name.startsWith('.')),
  );
  return { folder, articleId, saved: saved.length, articles: articles.length };
}

/** The next start after a crash: nothing is missing, unreadable, or told as damage. */
async function lookAtAll(folder: string, articleId: string, made: string[]): Promise<void> {
  const { call, core, logged } = testCore(folder);
  const { articles, problems } = await call('library.list', null);
  expect(problems).toEqual([]);
  expect(articles.map(({ id }) => id)).toEqual(expect.arrayContaining([articleId, ...made]));
  for (const id of new Set([articleId, ...made]))
    expect(await call('review.open', { articleId: id })).toMatchObject({ problems: [], readOnly: false });
  await core.close();
  expect(logged).toEqual([]);
}

/** Everything acknowledged is in the history, in order; beside it at most one change a kill that was not told in time. */
async function inOrder(history: string, saved: string[], killed: number): Promise<void> {
  const { changes, problem } = await readHistory(history);
  expect(problem).toBeNull();
  const known = new Set(saved);
  expect(changes.map(({ id }) => id).filter((id) => known.has(id))).toEqual(saved);
  expect(changes.length - 1 - saved.length).toBeLessThanOrEqual(killed);
}

test(`nothing acknowledged is lost at ${kills} kills (STET_SEED=${seed})`, { timeout: 120_000 }, async () => {
  const example = await tempFolder();
  const { articleId: exampleId } = await testCore(example).call('article.create', sampleProposal());
  const program = await quickProgram('reviewer.ts', await tempFolder(), [example, exampleId, '1']);
  const work = Array.from({ length: lanes }, (_, lane) => killInTurn(program, kills / lanes, seed + lane));
  for (const { folder, articleId, saved, articles } of await Promise.all(work)) {
    console.log(`seed ${seed}: ${saved} acknowledged changes, ${articles} articles, ${kills / lanes} kills`);
    expect(saved).toBeGreaterThan(0);
    const before = await testCore(folder).call('review.open', { articleId });
    await rm(join(folder, 'articles', articleId, 'review.json'), { force: true });
    const replayed = await testCore(folder).call('review.open', { articleId });
    const ids = (opened: typeof before) => opened.review.claims.map((claim) => JSON.stringify(claim)).sort();
    expect(ids(replayed)).toEqual(ids(before));
  }
});
