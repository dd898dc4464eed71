import { killPlainWriter } from './kills/kill-plain-writer';
import { killReviewers } from './kills/kill-repeatedly';
import { withTempFolder } from './support/library-folders';
import { plainLowdb, plainWriteFile } from './support/plain-stores';
import { type Print, printTable } from './support/tally';

const kills = 1_000;

/** Kills Stet, and programs with plain stores, at random moments while they save. Resolves to the failures. */
export async function run(print: Print, { seed }: { seed: number }): Promise<number> {
  return withTempFolder(async (folder) => {
    const stet = await killReviewers(folder, seed, kills);
    const lowdb = await killPlainWriter(folder, plainLowdb, seed, kills);
    const writeFile = await killPlainWriter(folder, plainWriteFile, seed, kills);
    return printTable(print, [{ fault: 'killed at a random moment', stet, lowdb, writeFile }]);
  });
}
