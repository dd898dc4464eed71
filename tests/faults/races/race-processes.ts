import { join } from 'node:path';
import type { Random } from '../../bench/support/random';
import { viewLibrary } from '../support/describe-library';
import { copyFolders, type Folders } from '../support/library-folders';
import { readChangeIds } from '../support/read-changes';
import { createTally, type Tally } from '../support/tally';
import { startWriter, type WritingProcess } from './writing-process';

const edits = 6;

/** Two processes of one computer on one folder. */
export interface RaceContext {
  program: readonly string[];
  library: Folders;
  /** A folder for this race alone. */
  folder: string;
  random: Random;
}

/** Both start at the same moment and edit. */
export async function startTogether({ program, library, folder }: RaceContext): Promise<Tally> {
  const folders = await copyFolders(library, folder);
  const writers = await Promise.all(
    ['a', 'b'].map((word) => startWriter(program, argsOf(folders, word, ''))),
  );
  for (const writer of writers) writer.begin();
  return judge(folders, writers);
}

/** One is stopped while it writes, the other takes the library over and edits, and the first goes on in the middle of that. */
export async function pauseAndTakeOver({ program, library, folder, random }: RaceContext): Promise<Tally> {
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
export const raceFolder = (folder: string, lane: number) => join(folder, `race-${lane}`);
