/** The facts of a backup that are in its name. */
export interface BackupStamp {
  /** Counts up with every backup of a library. The order of backups, because clocks may go back. */
  number: number;
  /** When it was made, in milliseconds since 1970 in UTC, by the clock of that time. */
  at: number;
}

/** The newest backups, all of which are kept. */
const keptNewest = 10;
/** For how many days that have a backup, and for how many such weeks, the last one is kept. */
const keptDays = 14;
const keptWeeks = 8;

const dayMs = 24 * 60 * 60 * 1000;

function getDay({ at }: BackupStamp): number {
  return Math.floor(at / dayMs);
}

/** Weeks begin on Monday; 1 January 1970 was a Thursday. */
function getWeek(stamp: BackupStamp): number {
  return Math.floor((getDay(stamp) + 3) / 7);
}

/**
 * Chooses which backups to keep: the last 10, the last one of each of the last 14 days that have one, and the last one of
 * each of the last 8 weeks that have one. Days and weeks are counted by the backups themselves and not from today, so neither a
 * long holiday nor a clock that is years ahead removes what there is. Days are those of UTC.
 */
export function chooseKept<S extends BackupStamp>(backups: readonly S[]): Set<S> {
  const newestFirst = [...backups].sort((a, b) => b.number - a.number);
  return new Set([
    ...newestFirst.slice(0, keptNewest),
    ...chooseLastOfEach(newestFirst, getDay, keptDays),
    ...chooseLastOfEach(newestFirst, getWeek, keptWeeks),
  ]);
}

/** The last backup of each of the latest `count` periods that have any. */
function chooseLastOfEach<S extends BackupStamp>(
  newestFirst: readonly S[],
  getPeriod: (stamp: S) => number,
  count: number,
): S[] {
  const lastOf = new Map<number, S>();
  for (const stamp of newestFirst) {
    const period = getPeriod(stamp);
    if (!lastOf.has(period)) lastOf.set(period, stamp);
  }
  return [...lastOf]
    .sort(([a], [b]) => b - a)
    .slice(0, count)
    .map(([, stamp]) => stamp);
}
