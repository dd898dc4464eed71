import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createRandom, type Random } from '../bench/support/random.ts';
import { quickProgram } from '../unit/main/storage/crash/quick-program.ts';
import { raceMachines } from './races/race-machines.ts';
import { viewLibrary } from './support/describe-library.ts';
import {
  copyFolders,
  type Folders,
  foldersIn,
  readChangeIds,
  withTempFolder,
} from './support/library-folders.ts';
import {
  createTally,
  inLanes,
  type Print,
  printTable,
  type Row,
  sumTallies,
  type Tally,
} from './support/tally.ts';
import { createLibrary } from './support/test-library.ts';

/** A process of `writer.ts`. */
interface WritingProcess {
  /** Lets it begin. */
  begin(): void;
  /** Stops it as a computer that goes to sleep does. */
  pause(): void;
  resume(): void;
  /** Resolves once it has printed this many lines that begin with the word, or has ended. */
  waitFor(word: string, times: number): Promise<void>;
  /** Resolves to the lines that it printed, once it has ended. */
  end(): Promise<string[]>;
  kill(): void;
}

/** Starts a program of `quickProgram`, which prints `ready` and waits for a line on stdin. Resolves once it is ready. */
async function startWriter(program: readonly string[], args: readonly string[]): Promise<WritingProcess> {
  const child = spawn(process.execPath, [...program, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stdin.on('error', () => undefined);
  let hasEnded = false;
  const closed = once(child, 'close').then(() => {
    hasEnded = true;
  });
  const count = (word: string) => output.split('\n').filter((line) => line.startsWith(word)).length;
  const waitFor = async (word: string, times: number) => {
    while (count(word) < times && !hasEnded) await Promise.race([once(child.stdout, 'data'), closed]);
  };
  await waitFor('ready', 1);
  return {
    begin: () => void child.stdin.write('go\n'),
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    waitFor,
    async end() {
      await closed;
      return output.split('\n').slice(1, -1);
    },
    kill: () => void child.kill('SIGKILL'),
  };
}

const edits = 6;

/** Two processes of one computer on one folder. */
interface RaceContext {
  program: readonly string[];
  library: Folders;
  /** A folder for this race alone. */
  folder: string;
  random: Random;
}

/** Both start at the same moment and edit. */
async function startTogether({ program, library, folder }: RaceContext): Promise<Tally> {
  const folders = await copyFolders(library, folder);
  const writers = await Promise.all(
    ['a', 'b'].map((word) => startWriter(program, argsOf(folders, word, ''))),
  );
  for (const writer of writers) writer.begin();
  return judge(folders, writers);
}

/** One is stopped while it writes, the other takes the library over and edits, and the first goes on in the middle of that. */
async function pauseAndTakeOver({ program, library, folder, random }: RaceContext): Promise<Tally> {
  const folders = await copyFolders(library, folder);
  const paused = await startWriter(program, argsOf(folders, 'a', ''));
  const other = await startWriter(program, argsOf(folders, 'b', 'takesOver'));
  paused.begin();
  await paused.waitFor('saved', 1 + random.below(edits - 1));
  paused.pause();
  other.begin();
  await other.waitFor(random.below(4) === 0 ? 'taken' : 'saved', 1 + random.below(3));
  paused.resume();
  return judge(folders, [paused, other]);
}

const argsOf = ({ library, userData, base }: Folders, word: string, mode: string) => [
  ...[library, userData, base, word],
  ...[String(edits), mode],
];

/** Every acknowledged change has to be in the article or in a kept copy of it, and every other one was refused with a reason. */
async function judge(folders: Folders, writers: readonly WritingProcess[]): Promise<Tally> {
  const lines = (await Promise.all(writers.map((writer) => writer.end()))).flat();
  const saved = lines.filter((line) => line.startsWith('saved ')).map((line) => line.slice('saved '.length));
  const refused = lines.filter((line) => line.startsWith('refused '));
  const { messages, leftovers } = await viewLibrary(folders);
  // Read after the library was opened, which sorts out what the two have left.
  const kept = await readChangeIds(folders.library);
  const lost = saved.filter((id) => !kept.has(id));
  const tally = {
    ...createTally(),
    faults: 1,
    acknowledged: saved.length,
    lost: lost.length,
    silent: lost.length,
  };
  const isKept = (line: string) => /Nothing is lost: (it is|they are) in the library as/.test(line);
  tally.named = messages.some(isKept) ? 1 : 0;
  tally.wrong.push(
    ...messages.filter((line) => !isKept(line)).map((line) => `message afterwards: ${line}`),
    ...leftovers.map((name) => `left behind: ${name}`),
  );
  const reason = /This library is (open|locked by)|was changed outside Stet|nothing changed/;
  tally.wrong.push(...refused.filter((line) => !reason.test(line)));
  if (lines.filter((line) => line === 'closed').length + refused.length === 0) tally.wrong.push('both died');
  return tally;
}

/** A folder for a race that runs beside others. */
const raceFolder = (folder: string, lane: number) => join(folder, `race-${lane}`);

const lanes = 2;

/** Lets two processes, and two computers, write to one library at the same time. Resolves to the failures. */
export async function run(print: Print, { seed }: { seed: number }): Promise<number> {
  return withTempFolder(async (folder) =>
    printTable(print, await raceAll(folder, seed, { together: 250, paused: 250, machines: 200 })),
  );
}

export async function raceAll(
  folder: string,
  seed: number,
  counts: { together: number; paused: number; machines: number },
): Promise<Row[]> {
  const library = foldersIn(join(folder, 'library'));
  await createLibrary(library);
  const example = await copyFolders(library, join(folder, 'example'));
  const args = [example.library, example.userData, example.base, 'example', '3', ''];
  const program = await quickProgram(
    join(import.meta.dirname, 'races/writer.ts'),
    join(folder, 'program'),
    args,
  );
  const race = async (fault: string, times: number, kind: typeof startTogether): Promise<Row> => {
    const all = Array.from({ length: times }, (_, time) => time);
    const tallies = await inLanes(all, lanes, (time, lane) =>
      kind({ program, library, folder: raceFolder(folder, lane), random: createRandom(seed + time) }),
    );
    return { fault, tally: sumTallies(tallies) };
  };
  return [
    await race('two processes start together', counts.together, startTogether),
    await race('paused, taken over, continued', counts.paused, pauseAndTakeOver),
    await race('two computers and a sync tool', counts.machines, (context) =>
      raceMachines(library, context.folder, context.random),
    ),
  ];
}
