import { applyEdits } from '#shared/domain/review/apply-edits.ts';
import type { Change } from '#shared/domain/review/change.ts';
import { createEmptyReview, getArticle, type Review } from '#shared/domain/review/review.ts';
import { reviewFromData } from '#shared/domain/review/review-data.ts';
import { diffReviews } from '#shared/domain/review/step.ts';
import { formatDateTime } from '#shared/text/format/format-dates.ts';
import { formatCount, formatNumber } from '#shared/text/format/numbers.ts';
import {
  findArticleId,
  firstPrev,
  formatHistoryLine,
  isTornLine,
  type LineName,
  lineBeginning,
  newline,
  parseHead,
  parseHistoryLine,
} from '../history/history-format.ts';
import { isTakenOver, type Snapshot } from '../history/snapshot-file.ts';

/** A line that matches its own checksum, at any place in a file. */
interface WholeLine extends LineName {
  prev: string;
  /** The bytes without the newline. */
  content: Buffer;
  /** Null for a line of a newer Stet. */
  change: Change | null;
}

/** A line of a repaired history, and the time of the backup that it comes from; null for a line of the damaged file. */
interface LinkedLine {
  line: WholeLine;
  takenAt: string | null;
}

interface WholeLines {
  /** In the order of the file, without an unfinished last line. */
  lines: WholeLine[];
  /** Whether the bytes behind the last of them are neither a line nor the beginning of one. */
  hasDamagedEnd: boolean;
}

/** Finds the intact lines of a damaged history. */
function findWholeLines(bytes: Buffer): WholeLines {
  const lines: WholeLine[] = [];
  let end = 0;
  const beginnings = findBeginnings(bytes);
  for (const [index, start] of beginnings.entries()) {
    if (start < end) continue;
    const line = findWholeLine(bytes, start, beginnings[index + 1] ?? bytes.length);
    if (!line) continue;
    lines.push(line);
    end = start + line.content.length + 1;
  }
  const rest = bytes.subarray(end);
  return { lines, hasDamagedEnd: rest.includes(newline) || !isTornLine(rest) };
}

function findBeginnings(bytes: Buffer): number[] {
  const beginnings: number[] = [];
  for (let at = bytes.indexOf(lineBeginning); at !== -1; at = bytes.indexOf(lineBeginning, at + 1))
    beginnings.push(at);
  return beginnings;
}

/** The whole line that begins at `start`, whose newline may have become another byte. `next` is the next beginning. */
function findWholeLine(bytes: Buffer, start: number, next: number): WholeLine | null {
  const lineEnd = bytes.indexOf(newline, start);
  const ends = lineEnd === -1 || lineEnd > next ? [next - 1] : [lineEnd, next - 1];
  for (const end of ends) {
    const line = parseWholeLine(bytes.subarray(start, end));
    if (line) return line;
  }
  return null;
}

/** Parses the bytes of one line. Null when it does not match its own checksum. */
function parseWholeLine(content: Buffer): WholeLine | null {
  const head = parseHead(content);
  if (!head) return null;
  const line = parseHistoryLine(content, head.seq, head.prev);
  if (line.state === 'damaged') return null;
  const [sha256, change] = line.state === 'read' ? [line.sha256, line.change] : [head.sha256, null];
  return { ...head, sha256, content, change };
}

/** Indexes whole lines by the line that they follow. */
class LinesByPrevious {
  readonly #lines: ReadonlyMap<string, WholeLine>;
  /** The checksums of the lines with each number. */
  readonly #sums = new Map<number, Set<string>>();

  /** The first of two lines that follow the same one counts: a process that was paused may have written the other later. */
  constructor(lines: readonly WholeLine[]) {
    this.#lines = new Map(lines.toReversed().map((line) => [`${line.seq - 1} ${line.prev}`, line]));
    for (const { seq, sha256 } of lines) this.#sums.set(seq, (this.#sums.get(seq) ?? new Set()).add(sha256));
  }

  /** Whether a line follows another one. */
  hasBehind({ seq, sha256 }: LineName): boolean {
    return this.#lines.has(`${seq} ${sha256}`);
  }

  /** The lines behind another one that follow each other. */
  follow(end: LineName): WholeLine[] {
    const lines: WholeLine[] = [];
    let next = this.#lines.get(`${end.seq} ${end.sha256}`);
    for (; next; next = this.#lines.get(`${next.seq} ${next.sha256}`)) lines.push(next);
    return lines;
  }

  /** Whether there are lines with the number of this one, but not this one. */
  contradict({ seq, sha256 }: LineName): boolean {
    return this.#sums.get(seq)?.has(sha256) === false;
  }
}

interface Range {
  firstSeq: number;
  lastSeq: number;
}

interface RepairFacts {
  isMissing: boolean;
  /** Whether the history was that of another article. */
  isForeign: boolean;
  /** The lines that follow each other from the first one on. */
  kept: readonly LinkedLine[];
  /** Whether the last of them come from a backup. */
  endsInBackup: boolean;
  /** The changes behind them whose result is in the snapshot; null when they are not needed. */
  fromSnapshot: Range | null;
  /** The last change before a loss, and the number of whole changes that are left out; null when nothing is lost. */
  lost: { lastSeq: number; leftOut: number } | null;
  timeZone: string;
}

/** Describes the damage, where the repaired parts come from, what is lost, and what to do then. */
function describeRepair(facts: RepairFacts): string {
  const { isMissing, isForeign, kept, fromSnapshot, lost, timeZone } = facts;
  const beginning = isMissing
    ? 'The history of this article (history.jsonl) was missing and is there again.'
    : isForeign
      ? 'In the place of this article’s history (history.jsonl) was that of another article. It is there again.'
      : 'The history of this article (history.jsonl) was damaged and is repaired.';
  const origins = [
    ...groupByBackup(kept).map((group) => describeBackup(group, timeZone)),
    ...(fromSnapshot ? [describeSnapshot(fromSnapshot)] : []),
  ];
  if (origins.length === 0 && !lost) origins.push('All its changes could be read, and are in their order.');
  return [beginning, ...origins, describeLoss(facts)].join(' ');
}

function describeRange({ firstSeq, lastSeq }: Range): string {
  return firstSeq === lastSeq
    ? `change ${formatNumber(firstSeq)}`
    : `changes ${formatNumber(firstSeq)} to ${formatNumber(lastSeq)}`;
}

function describeBackup({ takenAt, ...range }: Range & { takenAt: string }, timeZone: string): string {
  const time = formatDateTime(takenAt, timeZone);
  return `The backup of ${time} had ${describeRange(range)}, and ${range.firstSeq === range.lastSeq ? 'it was' : 'they were'} taken from there.`;
}

function describeSnapshot(range: Range): string {
  return `What was done in ${describeRange(range)} was taken from the snapshot (review.json); who did it and when is not known any more, and it can’t be undone.`;
}

function describeLoss({ lost, fromSnapshot, endsInBackup }: RepairFacts): string {
  if (!lost)
    return fromSnapshot || endsInBackup ? 'Nothing else that is known of is lost.' : 'Nothing is lost.';
  const { lastSeq, leftOut } = lost;
  const rest =
    leftOut === 0
      ? ''
      : ` ${formatCount(leftOut, 'change')} behind it ${leftOut === 1 ? 'does' : 'do'} not fit without it, and ${leftOut === 1 ? 'is' : 'are'} left out.`;
  return `What stands behind change ${formatNumber(lastSeq)} can’t be read, and no copy of it was found.${rest} Look through what you did last, and do again what is missing.`;
}

/** Ranges of changes that came from one backup. */
function groupByBackup(lines: readonly LinkedLine[]): (Range & { takenAt: string })[] {
  const groups: (Range & { takenAt: string })[] = [];
  for (const { line, takenAt } of lines) {
    if (takenAt === null) continue;
    const last = groups.at(-1);
    if (last && last.takenAt === takenAt && last.lastSeq + 1 === line.seq) last.lastSeq = line.seq;
    else groups.push({ firstSeq: line.seq, lastSeq: line.seq, takenAt });
  }
  return groups;
}

/** The whole history of an article in a backup. */
export interface BackedUpHistory {
  /** When it was backed up, as `timestampSchema` requires it. */
  takenAt: string;
  bytes: Buffer;
}

/** The part of a snapshot that a repair needs. */
export type RepairSnapshot = Pick<Snapshot, 'lastSeq' | 'lastSum' | 'review'>;

export interface RepairInput {
  articleId: string;
  /** The bytes of history.jsonl; null when the file is missing. */
  history: Buffer | null;
  /** The snapshot, if it can be read. */
  snapshot: RepairSnapshot | null;
  /** The whole histories of the article that backups have, the newest first. */
  backups: readonly BackedUpHistory[];
  /** The id and the time of a change that the repair makes, and the reviewer's name. */
  stamp: Pick<Change, 'id' | 'at' | 'by'>;
  /** IANA name of the time zone in which times of backups are written. */
  timeZone: string;
}

export interface RepairPlan {
  bytes: Buffer;
  /** The account: the damage, where the repaired parts come from, and what is lost, in plain words. */
  account: string;
  /** Whether changes without a copy may be lost. */
  isLossy: boolean;
}

const firstEnd: LineName = { seq: 0, sha256: firstPrev };

/**
 * Plans how to repair the history of an article from what is whole. Null when nothing is damaged, when a newer Stet wrote to it,
 * or when too little is left.
 *
 * 1. The whole lines that follow each other from the first one on stay byte for byte, wherever they stand in the file. A line
 *    that is missing between them, or behind them, is taken from a backup that has it.
 * 2. When the snapshot is newer than the last of them, one change takes the article to its state. Whole lines behind the last one
 *    that the snapshot knows are written again behind that change.
 * 3. Otherwise the history goes on from the last line of the first step. The rest stays in the damaged file, which is kept.
 */
export function planRepair({
  articleId,
  history,
  snapshot: stored,
  backups,
  stamp,
  timeZone,
}: RepairInput): RepairPlan | null {
  const { lines: found, hasDamagedEnd } = findWholeLines(history ?? Buffer.alloc(0));
  if (found.some(({ change }) => change === null)) return null;
  const firstForeign = found.filter((line) => isFirstOfOther(line, articleId));
  const all = new LinesByPrevious(found);
  const foreign = new Set(firstForeign.flatMap((line) => [line, ...all.follow(line)]));
  const own = found.filter((line) => !foreign.has(line));
  const isForeign = foreign.size > 0 && !own.some(({ seq }) => seq === 1);
  const snapshot = stored && isReviewOf(reviewFromData(stored.review), articleId) ? stored : null;
  const sources = { own: new LinesByPrevious(own), backups: indexBackups(backups, articleId), snapshot };

  const review = createEmptyReview();
  const kept = takeFitting(review, linkLines(firstEnd, sources));
  const end = kept.at(-1)?.line ?? firstEnd;
  const contents = kept.map(({ line }) => line.content);
  const changes = kept.flatMap(({ line }) => line.change ?? []);
  const newer = snapshot && snapshot.lastSeq > end.seq && !isTakenOver(snapshot, changes) ? snapshot : null;
  const later = newer ? continueFrom(newer, { review, contents, end, stamp, sources }) : [];
  const bytes = joinLines(contents);
  if (!isReviewOf(review, articleId)) return null;
  if (history && !hasDamagedEnd && isIntact(history, bytes)) return null;

  const used = new Set([...kept, ...later].map(({ line }) => line.sha256));
  const leftOut = own.filter(({ seq, sha256 }) => !used.has(sha256) && !(newer && seq <= newer.lastSeq));
  const endsInBackup = (kept.at(-1)?.takenAt ?? null) !== null;
  const isEndLost = hasDamagedEnd && !newer && !endsInBackup && !isForeign;
  const isLossy = leftOut.length > 0 || isEndLost;
  const account = describeRepair({
    isMissing: history === null,
    isForeign,
    kept,
    timeZone,
    endsInBackup,
    fromSnapshot: newer && { firstSeq: end.seq + 1, lastSeq: newer.lastSeq },
    lost: isLossy
      ? { lastSeq: (newer ?? { lastSeq: end.seq }).lastSeq + later.length, leftOut: leftOut.length }
      : null,
  });
  return { bytes, account, isLossy };
}

/** Whether a review is one of the article, with a text. */
function isReviewOf(review: Review, articleId: string): boolean {
  return review.article.size === 1 && getArticle(review).id === articleId && review.drafts.size > 0;
}

function isFirstOfOther({ seq, change }: WholeLine, articleId: string): boolean {
  const writtenId = seq === 1 && change ? findArticleId([change]) : null;
  return writtenId !== null && writtenId !== articleId;
}

interface Sources {
  /** The whole lines of the damaged file. */
  own: LinesByPrevious;
  backups: readonly { lines: LinesByPrevious; takenAt: string }[];
  snapshot: RepairSnapshot | null;
}

function indexBackups(backups: readonly BackedUpHistory[], articleId: string): Sources['backups'] {
  return backups.map(({ bytes, takenAt }) => {
    const { lines } = findWholeLines(bytes);
    const known = lines.filter((line) => line.change !== null && !isFirstOfOther(line, articleId));
    return { lines: new LinesByPrevious(known), takenAt };
  });
}

/** The lines behind one line that follow each other: those of the damaged file, and where they end, those of a backup. */
function linkLines(start: LineName, { own, backups, snapshot }: Sources): LinkedLine[] {
  const linked: LinkedLine[] = [];
  let end = start;
  const push = (lines: readonly WholeLine[], takenAt: string | null) => {
    for (const line of lines) linked.push({ line, takenAt });
    end = lines.at(-1) ?? end;
    return lines.length > 0;
  };
  const isInSnapshot = ({ seq, sha256 }: LineName) =>
    snapshot?.lastSeq === seq ? snapshot.lastSum === sha256 : null;
  const isNamed = (line: WholeLine) => own.hasBehind(line) || isInSnapshot(line) === true;
  // Without this check, lines of a backup could replace a different continuation of the article.
  const isContradicted = (line: WholeLine) => own.contradict(line) || isInSnapshot(line) === false;
  const pushBackedUp = () => {
    const runs = backups.map(({ lines, takenAt }) => ({ lines: lines.follow(end), takenAt }));
    for (const { lines, takenAt } of runs) {
      const named = lines.slice(0, lines.findLastIndex(isNamed) + 1);
      if (named.length > 0) return push(named, takenAt);
    }
    const fitting = runs.filter(({ lines }) => !lines.some(isContradicted));
    const [longest] = fitting.sort((a, b) => b.lines.length - a.lines.length);
    return longest !== undefined && push(longest.lines, longest.takenAt);
  };
  do push(own.follow(end), null);
  while (pushBackedUp());
  return linked;
}

/** Applies the changes of lines to a review, and returns the lines up to the first that does not fit. */
function takeFitting(review: Review, lines: readonly LinkedLine[]): LinkedLine[] {
  const misfit = lines.findIndex(({ line }) => !line.change || !applyEdits(review, line.change.edits).ok);
  return lines.slice(0, misfit === -1 ? lines.length : misfit);
}

interface Beginning {
  /** The review after the last line. */
  review: Review;
  /** The lines, without their newlines. */
  contents: Buffer[];
  end: LineName;
  stamp: RepairInput['stamp'];
  sources: Sources;
}

/**
 * Takes a beginning, in place, to the state of a newer snapshot, and then on with the changes behind that. Returns the lines with
 * these changes.
 */
function continueFrom(
  { lastSeq, lastSum, review: data }: RepairSnapshot,
  { review, contents, end, stamp, sources }: Beginning,
): LinkedLine[] {
  const edits = diffReviews(review, reviewFromData(data));
  if (!applyEdits(review, edits).ok) throw new Error('the state of a snapshot does not fit its history');
  const continues = { lastSeq, sha256: lastSum };
  const repair: Change = {
    ...stamp,
    needs: 2,
    action: 'history.repair',
    edits,
    undoes: null,
    repair: { standsFor: null, continues },
  };
  const later = takeFitting(review, linkLines({ seq: lastSeq, sha256: lastSum }, sources));
  let last = end;
  for (const change of [repair, ...later.flatMap(({ line }) => line.change ?? [])]) {
    const { line, sha256 } = formatHistoryLine(last.seq + 1, last.sha256, change);
    contents.push(Buffer.from(line));
    last = { seq: last.seq + 1, sha256: change.repair?.standsFor ?? sha256 };
  }
  return later;
}

function joinLines(contents: readonly Buffer[]): Buffer {
  return Buffer.concat(contents.flatMap((content) => [content, Buffer.from('\n')]));
}

/** Whether the file holds these lines already, and behind them at most one that was never finished. */
function isIntact(history: Buffer, bytes: Buffer): boolean {
  return history.subarray(0, bytes.length).equals(bytes) && !history.includes('\n', bytes.length);
}
