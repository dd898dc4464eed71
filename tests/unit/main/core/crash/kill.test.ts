import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readHistory } from '../../../../../main/core/storage/review/history/read-history';
import { sampleProposal } from '../../support/sample';
import { tempFolder } from '../../support/temp-folder';
import { testCore } from '../../support/test-core';
import { startProcess } from './process-to-kill';
import { quickProgram } from './quick-program';
import { seeded } from './random';

const kills = 200;
/** Libraries used in parallel: a process mostly waits, for the disk or to be started. */
const lanes = 4;
/** How long a process works at most before it is killed, in milliseconds. Opening the article takes about as long. */
const maxLifeMs = 40;

const seed = Number(process.env.STET_SEED ?? Date.now() % 1_000_000);

/** Repeatedly kills a process that edits one article, and verifies everything after each kill. */
async function killRepeatedly(program: readonly string[], count: number, laneSeed: number) {
  const folder = join(await tempFolder(), 'library');
  const random = seeded(laneSeed);
  const { articleId } = await testCore(folder).createArticle(sampleProposal());
  const history = join(folder, 'articles', articleId, 'history.jsonl');
  const start = () => startProcess(program, [folder, articleId, String(random.below(2 ** 31))]);
  const saved: string[] = [];
  let running = start();
  for (let kill = 0; kill < count; kill += 1) {
    const next = start();
    const lines = await running.workAndDie(
      random.next() * maxLifeMs,
      random.below(5) === 0 ? 'start' : 'firstWork',
    );
    running = next;
    expect(lines.filter((line) => !/^(saved|made) /.test(line))).toEqual([]);
    saved.push(
      ...lines.filter((line) => line.startsWith('saved ')).map((line) => line.slice('saved '.length)),
    );
    const made = lines.filter((line) => line.startsWith('made ')).map((line) => line.slice('made '.length));
    await verifyLibrary(folder, articleId, made);
    await verifyOrder(history, saved, kill + 1);
  }
  const articles = await readdir(join(folder, 'articles'));
  await verifyLibrary(
    folder,
    articleId,
    articles.filter((name) => !name.startsWith('.')),
  );
  return { folder, articleId, saved: saved.length, articles: articles.length };
}

/** Starts anew after a crash: nothing is missing, unreadable, or reported as damaged. */
async function verifyLibrary(folder: string, articleId: string, made: string[]): Promise<void> {
  const { call, core, logs } = testCore(folder);
  const { articles, problems } = await call('library.list', null);
  expect(problems).toEqual([]);
  expect(articles.map(({ id }) => id)).toEqual(expect.arrayContaining([articleId, ...made]));
  for (const id of new Set([articleId, ...made]))
    expect(await call('review.open', { articleId: id })).toMatchObject({ problems: [], readOnly: false });
  await core.close();
  expect(logs).toEqual([]);
}

/** The history contains every acknowledged change in order, and at most one other change for each kill. */
async function verifyOrder(history: string, saved: string[], killed: number): Promise<void> {
  const { changes, problem } = await readHistory(history);
  expect(problem).toBeNull();
  const known = new Set(saved);
  expect(changes.map(({ id }) => id).filter((id) => known.has(id))).toEqual(saved);
  expect(changes.length - 1 - saved.length).toBeLessThanOrEqual(killed);
}

test(`nothing acknowledged is lost after ${kills} kills (STET_SEED=${seed})`, {
  timeout: 120_000,
}, async () => {
  const example = await tempFolder();
  const { articleId: exampleId } = await testCore(example).createArticle(sampleProposal());
  const program = await quickProgram('reviewer.ts', await tempFolder(), [example, exampleId, '1']);
  const work = Array.from({ length: lanes }, (_, lane) =>
    killRepeatedly(program, kills / lanes, seed + lane),
  );
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
