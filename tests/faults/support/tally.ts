import { z } from 'zod';

/** Runs a task for each item, a few at a time: a process mostly waits, for the disk or to be started. In the order of the items. */
export async function inLanes<T, R>(
  items: readonly T[],
  lanes: number,
  task: (item: T, lane: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const work = async (lane: number) => {
    for (let at = next++; at < items.length; at = next++) {
      const item = items[at];
      if (item !== undefined) results[at] = await task(item, lane);
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, lane) => work(lane)));
  return results;
}

/** Counts of what became of changes under one kind of fault. */
const tallySchema = z.strictObject({
  /** How often the fault was produced. */
  faults: z.int(),
  /** Changes that were acknowledged. */
  acknowledged: z.int(),
  /** Acknowledged changes that were gone afterwards. */
  lost: z.int(),
  /** How often a file could not be read afterwards. */
  unreadable: z.int(),
  /** Losses that nothing reported: no error, no message. */
  silent: z.int(),
  /** How often damage was done to what Stet could not have again from memory, and was named, with nothing overwritten. */
  named: z.int().default(0),
  /** How often damage was named and nothing is missing all the same. */
  repaired: z.int().default(0),
  /** How often what was missing came back from a second copy, after a question or a check of the library. */
  restored: z.int().default(0),
  /** How often a change was refused and may be there all the same, because the disk failed at the very end. */
  unsure: z.int().default(0),
  /** Anything else that must not happen, in a few words each. */
  wrong: z.array(z.string()),
});

export type Tally = z.infer<typeof tallySchema>;

/** Lines of the table: a fault, and what became of changes. */
export const rowsSchema = z.array(z.strictObject({ fault: z.string(), tally: tallySchema }));

export type Row = z.infer<typeof rowsSchema>[number];

const noCounts = {
  faults: 0,
  acknowledged: 0,
  lost: 0,
  unreadable: 0,
  silent: 0,
  named: 0,
  repaired: 0,
  restored: 0,
  unsure: 0,
};

export const createTally = (): Tally => ({ ...noCounts, wrong: [] });

export function addTally(sum: Tally, more: Tally): void {
  for (const key of Object.keys(noCounts) as (keyof typeof noCounts)[]) sum[key] += more[key];
  sum.wrong.push(...more.wrong);
}

export function sumTallies(tallies: readonly Tally[]): Tally {
  const sum = createTally();
  for (const tally of tallies) addTally(sum, tally);
  return sum;
}

/** How often something happened that must not happen. */
export function countFailures({ lost, unreadable, silent, wrong }: Tally): number {
  return lost + unreadable + silent + wrong.length;
}

export type Print = (line: string) => void;

/** Prints what was lost, and up to `maxWrong` of the things that were wrong. Returns how many failures there were. */
export function printTable(print: Print, rows: readonly Row[]): number {
  const width = Math.max(...rows.map(({ fault }) => fault.length));
  for (const { fault, tally } of rows) print(`  ${fault.padEnd(width)}   ${formatTally(tally)}`);
  const wrong = groupWrong(rows);
  for (const line of wrong.slice(0, maxWrong)) print(`  WRONG ${line}`);
  if (wrong.length > maxWrong) print(`  … and ${wrong.length - maxWrong} more`);
  return rows.reduce((sum, { tally }) => sum + countFailures(tally), 0);
}

const maxWrong = 60;

/** Everything that was wrong, once for each fault, with the first place where it was. */
function groupWrong(rows: readonly Row[]): string[] {
  const groups = new Map<string, { first: string; count: number }>();
  for (const { fault, tally } of rows)
    for (const wrong of tally.wrong) {
      const [, place = '', what = wrong] = /^((?:call|kill\w+) [^:]*): ([\s\S]*)$/.exec(wrong) ?? [];
      const group = groups.get(`${fault}: ${what}`) ?? { first: place, count: 0 };
      groups.set(`${fault}: ${what}`, { ...group, count: group.count + 1 });
    }
  return Array.from(
    groups,
    ([what, { first, count }]) => `${what} (${count} x${first && `, first at ${first}`})`,
  );
}

function formatTally(tally: Tally): string {
  const { faults, acknowledged, lost, unreadable, silent, named, repaired, restored, unsure, wrong } = tally;
  const parts = [`${lost} of ${acknowledged} lost`, `${unreadable} unreadable`, `${silent} silent`];
  if (named > 0) parts.push(`${named} named`);
  if (repaired > 0) parts.push(`${repaired} repaired`);
  if (restored > 0) parts.push(`${restored} restored`);
  if (unsure > 0) parts.push(`${unsure} unsure`);
  if (wrong.length > 0) parts.push(`${wrong.length} wrong`);
  return `${faults} x: ${parts.join(', ')}`;
}
