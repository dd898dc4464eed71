import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readHistory } from '#main/storage/history/history-format.ts';
import { getFileStamp } from '#main/storage/vault/stored-file.ts';
import { listReferencedFiles } from '#main/storage/vault/sweep-vault.ts';
import { createRandom } from '#tests/bench/support/random.ts';
import { choose, seed } from '#tests/unit/effort.ts';
import { computeSha256, createSourceChange, listFileNames } from '#tests/unit/main/support/open-vault.ts';
import { sampleProposal } from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';
import { startProcess } from './process-to-kill.ts';
import { quickProgram } from './quick-program.ts';

const kills = choose(10, 100);
/** Libraries used in parallel: a process mostly waits, for the disk or to be started. */
const lanes = 4;
/** How long a process works at most before it is killed, in milliseconds. Opening the article takes about as long. */
const maxLifeMs = 60;

/** Every fourth process kills itself between the chunks of a file, because kills at random moments may all miss these. */
const diesByItself = (life: number) => life % 4 === 0;

/** Creates an article that has a source. Resolves to its id. */
async function createArticleWithSource(folder: string): Promise<string> {
  const { call, createArticle, core } = testCore(folder);
  const { articleId } = await createArticle(sampleProposal());
  await call('review.apply', { articleId, change: createSourceChange() });
  await core.close();
  return articleId;
}

/** Repeatedly kills a process that attaches files to one article, and verifies the vault after each kill. */
async function killRepeatedly(program: readonly string[], count: number, laneSeed: number) {
  const root = await tempFolder();
  const folder = join(root, 'library');
  const random = createRandom(laneSeed);
  const articleId = await createArticleWithSource(folder);
  const article = join(folder, 'articles', articleId);
  const own = (life: number) => join(root, `own-${life}`);
  const start = (life: number) =>
    startProcess(program, [
      folder,
      articleId,
      String(random.below(2 ** 31)),
      own(life),
      diesByItself(life) ? 'while-attaching' : '',
    ]);
  const attached = new Set<string>();
  const checksums = new Checksums();
  let tempFiles = 0;
  let running = start(0);
  for (let kill = 0; kill < count; kill += 1) {
    const next = start(kill + 1);
    const after = random.below(5) === 0 ? 'start' : 'firstWork';
    const lines = diesByItself(kill)
      ? await running.workUntilDead()
      : await running.workAndDie(random.next() * maxLifeMs, after);
    running = next;
    expect(lines.filter((line) => !line.startsWith('attached '))).toEqual([]);
    for (const line of lines) attached.add(line.slice('attached '.length));
    tempFiles += (await listFileNames(join(article, 'vault'))).filter((name) => name.endsWith('.tmp')).length;
    await verifyVault(folder, article, { attached, checksums });
    await rm(own(kill), { recursive: true });
  }
  running.kill();
  return { attached: attached.size, tempFiles };
}

/** The checksums of files. A file that was not written to since the last call is not read again. */
class Checksums {
  readonly #known = new Map<string, string>();

  async get(path: string): Promise<string> {
    const stamp = await getFileStamp(path);
    const checksum = this.#known.get(stamp) ?? computeSha256(await readFile(path));
    this.#known.set(stamp, checksum);
    return checksum;
  }
}

/** Starts anew after a crash: the vault contains every file that the history references, complete, and no other. */
async function verifyVault(
  folder: string,
  article: string,
  { attached, checksums }: { attached: ReadonlySet<string>; checksums: Checksums },
): Promise<void> {
  const { call, core, logs } = testCore(folder);
  expect((await call('library.list', null)).problems).toEqual([]);
  await core.close();
  expect(logs).toEqual([]);
  const { changes, problem } = await readHistory(join(article, 'history.jsonl'));
  expect(problem).toBeNull();
  const stored = await listFileNames(join(article, 'vault'));
  expect(stored).toEqual([...listReferencedFiles(changes)].sort());
  expect(stored).toEqual(expect.arrayContaining([...attached]));
  for (const name of stored) expect(await checksums.get(join(article, 'vault', name))).toBe(name);
}

test(`a vault contains only complete, referenced files after ${kills} kills (STET_SEED=${seed})`, {
  timeout: 600_000,
}, async () => {
  const example = await tempFolder();
  const args = [
    join(example, 'library'),
    await createArticleWithSource(join(example, 'library')),
    '1',
    join(example, 'own'),
  ];
  const program = await quickProgram('attacher.ts', await tempFolder(), args);
  const work = Array.from({ length: lanes }, (_, lane) =>
    killRepeatedly(program, kills / lanes, seed + lane),
  );
  const lives = await Promise.all(work);
  const sum = (count: (life: { attached: number; tempFiles: number }) => number) =>
    lives.map(count).reduce((all, each) => all + each, 0);
  const attached = sum((life) => life.attached);
  const tempFiles = sum((life) => life.tempFiles);
  console.log(
    `seed ${seed}: ${attached} acknowledged files, ${tempFiles} incomplete ones after ${kills} kills`,
  );
  expect(attached).toBeGreaterThan(0);
  expect(tempFiles).toBeGreaterThanOrEqual(lanes);
});
