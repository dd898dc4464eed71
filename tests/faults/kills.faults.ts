import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readHistory } from '#main/storage/history/history-format.ts';
import { createRandom } from '../bench/support/random.ts';
import { startProcess } from '../unit/main/storage/crash/process-to-kill.ts';
import { quickProgram } from '../unit/main/storage/crash/quick-program.ts';
import { sampleProposal } from '../unit/main/support/sample.ts';
import { startCore } from '../unit/main/support/start-core.ts';
import { withTempFolder } from './support/library-folders.ts';
import { createTally, type Print, printTable, sumTallies, type Tally } from './support/tally.ts';

/** Libraries used in parallel: a process mostly waits, for the disk or to be started. */
const lanes = 4;
/** How long a process works at most before it is killed, in milliseconds. Opening the article takes about as long. */
const maxLifeMs = 40;

interface Lane {
  folder: string;
  seed: number;
  kills: number;
}

/** Kills a reviewer's Stet again and again at random moments, in folders of its own, and verifies everything after each kill. */
export async function killReviewers(folder: string, seed: number, kills: number): Promise<Tally> {
  const example = join(folder, 'example');
  const stet = startCore(example);
  const { articleId } = await stet.createArticle(sampleProposal());
  await stet.core.close();
  const program = await quickProgram('reviewer.ts', join(folder, 'program'), [example, articleId, '1']);
  const work = Array.from({ length: lanes }, (_, lane) =>
    killRepeatedly(program, {
      folder: join(folder, `library-${lane}`),
      seed: seed + lane,
      kills: kills / lanes,
    }),
  );
  return sumTallies(await Promise.all(work));
}

async function killRepeatedly(program: readonly string[], { folder, seed, kills }: Lane): Promise<Tally> {
  const random = createRandom(seed);
  const stet = startCore(folder);
  const { articleId } = await stet.createArticle(sampleProposal());
  await stet.core.close();
  const start = () => startProcess(program, [folder, articleId, String(random.below(2 ** 31))]);
  const tally = { ...createTally(), faults: kills };
  const saved: string[] = [];
  let running = start();
  for (let kill = 1; kill <= kills; kill += 1) {
    const next = start();
    const after = random.below(5) === 0 ? 'start' : 'firstWork';
    const lines = await running.workAndDie(random.next() * maxLifeMs, after);
    running = next;
    tally.wrong.push(...lines.filter((line) => !/^(saved|made) /.test(line)));
    saved.push(...listAfter(lines, 'saved '));
    tally.wrong.push(...(await findWrong(folder, [articleId, ...listAfter(lines, 'made ')])));
    tally.wrong.push(...(await findDisorder(join(folder, 'articles', articleId), saved, kill)));
  }
  running.kill();
  const articles = (await readdir(join(folder, 'articles'))).filter((name) => !name.startsWith('.'));
  tally.wrong.push(...(await findWrong(folder, articles)), ...(await compareWithReplay(folder, articleId)));
  const kept = new Set(
    (await readHistory(join(folder, 'articles', articleId, 'history.jsonl'))).changes.map(({ id }) => id),
  );
  tally.acknowledged = saved.length;
  tally.lost = saved.filter((id) => !kept.has(id)).length;
  tally.silent = tally.lost;
  return tally;
}

const listAfter = (lines: readonly string[], word: string) =>
  lines.filter((line) => line.startsWith(word)).map((line) => line.slice(word.length));

/** Starts anew after a crash: what is missing, unreadable, or reported as damaged. */
async function findWrong(folder: string, articleIds: readonly string[]): Promise<string[]> {
  const { call, core, logs } = startCore(folder);
  const { articles, problems } = await call('library.list', null);
  const wrong = [...problems];
  for (const id of new Set(articleIds)) {
    if (!articles.some((article) => article.id === id)) wrong.push(`${id} is not listed`);
    const opened = await call('review.open', { articleId: id });
    wrong.push(...opened.problems, ...(opened.readOnly ? [`${id} is read-only`] : []));
  }
  await core.close();
  return [...wrong, ...logs];
}

/** The history has every acknowledged change in order, and at most one other change for each kill. */
async function findDisorder(article: string, saved: readonly string[], kills: number): Promise<string[]> {
  const { changes, problem } = await readHistory(join(article, 'history.jsonl'));
  const known = new Set(saved);
  const found = changes.map(({ id }) => id).filter((id) => known.has(id));
  const wrong = problem ? [`line ${problem.line} is ${problem.kind}`] : [];
  if (found.join() !== saved.join()) wrong.push('acknowledged changes are missing or in another order');
  if (changes.length - 1 - saved.length > kills) wrong.push('there are more changes than were made');
  return wrong;
}

/** Without the snapshot, the article shows the same claims. */
async function compareWithReplay(folder: string, articleId: string): Promise<string[]> {
  const show = async () => {
    const { call, core } = startCore(folder);
    const { review } = await call('review.open', { articleId });
    await core.close();
    return review.claims
      .map((claim) => JSON.stringify(claim))
      .sort()
      .join();
  };
  const before = await show();
  await rm(join(folder, 'articles', articleId, 'review.json'), { force: true });
  return before === (await show()) ? [] : ['the snapshot and the history show different claims'];
}

const kills = 1_000;

/** Kills Stet at random moments while it saves. Resolves to the failures. */
export async function run(print: Print, { seed }: { seed: number }): Promise<number> {
  return withTempFolder(async (folder) => {
    const tally = await killReviewers(folder, seed, kills);
    return printTable(print, [{ fault: 'killed at a random moment', tally }]);
  });
}
