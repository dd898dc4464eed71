import { formatCount } from '../../../../shared/text/format/format-count';
import { formatDateTime } from '../../../../shared/text/format/format-dates';
import { formatNumber } from '../../../../shared/text/format/format-number';
import type { DamagedHistory } from './lines/read-damaged-history';
import type { RecoveredLine } from './lines/recover-line';

const recoveryWords: Record<RecoveredLine['kind'], string> = {
  head: 'its beginning is known from the lines around it',
  bit: 'one bit of it had flipped, which was found by its checksum',
  byte: 'one character of it was another, which was found by its checksum',
};

/** Says how a history was repaired of which nothing is lost. */
export function describeRecovered(
  { parts, recovered, fromBackup, isDisordered }: DamagedHistory,
  { isMissing, isForeign, timeZone }: Pick<DamageContext, 'isMissing' | 'isForeign' | 'timeZone'>,
): string {
  const sentences = groupByBackup(fromBackup).map(({ firstSeq, lastSeq, takenAt }) => {
    const [changes, are] = firstSeq === lastSeq ? ['Change', 'is'] : ['Changes', 'are'];
    const range = formatRange(firstSeq, lastSeq);
    return `${changes} ${range} ${are} as the backup of ${formatDateTime(takenAt, timeZone)} has ${firstSeq === lastSeq ? 'it' : 'them'}, and the checksums say that nothing else stood there.`;
  });
  sentences.unshift(
    ...recovered.map(
      ({ line, kind }) =>
        `Change ${formatNumber(line.seq)} was damaged and is as it was before: ${recoveryWords[kind]}.`,
    ),
  );
  if (isDisordered)
    sentences.push('Changes that stood in another order, or twice, are in their order again.');
  if (sentences.length === 0) sentences.push('The character that ends a change was another one.');
  const beginning = isMissing
    ? 'The history of this article (history.jsonl) was missing and is there again.'
    : isForeign
      ? 'In the place of this article’s history (history.jsonl) was that of another article. It is there again.'
      : 'The history of this article (history.jsonl) was damaged and is repaired.';
  const last = parts.at(-1);
  // Nothing says whether a change followed that not even the snapshot has.
  const endsWithBackup = last && 'line' in last && fromBackup.some(({ line }) => line === last.line);
  return [
    beginning,
    ...sentences,
    endsWithBackup ? 'Nothing that is known of is lost.' : 'Nothing is lost.',
  ].join(' ');
}

/** Ranges of changes that came from one backup. */
function groupByBackup(lines: DamagedHistory['fromBackup']) {
  const groups: { firstSeq: number; lastSeq: number; takenAt: string }[] = [];
  for (const { line, takenAt } of lines) {
    const last = groups.at(-1);
    if (last && last.takenAt === takenAt && last.lastSeq + 1 === line.seq) last.lastSeq = line.seq;
    else groups.push({ firstSeq: line.seq, lastSeq: line.seq, takenAt });
  }
  return groups;
}

const formatRange = (firstSeq: number, lastSeq: number) =>
  firstSeq === lastSeq ? formatNumber(firstSeq) : `${formatNumber(firstSeq)} to ${formatNumber(lastSeq)}`;

interface DamageContext {
  isMissing: boolean;
  /** Whether the history is that of another article. */
  isForeign: boolean;
  /** Whether lines of the article are left in the file. */
  hasOwnLines: boolean;
  /** The number of the last change in the history, and of the last one that is known of. */
  lastSeq: number;
  knownSeq: number;
  /** IANA name of the time zone in which times of backups are written. */
  timeZone: string;
}

/** Says what is damaged when it can't be repaired without a question. */
export function describeDamage(damaged: DamagedHistory, context: DamageContext): string {
  const backups = groupByBackup(damaged.fromBackup).map(
    ({ firstSeq, lastSeq, takenAt }) =>
      `The backup of ${formatDateTime(takenAt, context.timeZone)} has ${firstSeq === lastSeq ? 'change' : 'changes'} ${formatRange(firstSeq, lastSeq)}.`,
  );
  return [describeFile(damaged, context), ...backups].join(' ');
}

function describeFile(
  { parts, others, endBytes, unnamed }: DamagedHistory,
  { isMissing, isForeign, hasOwnLines, lastSeq, knownSeq }: DamageContext,
): string {
  if (isMissing) return 'The history of this article (history.jsonl) is missing.';
  if (isForeign) return 'The history in this article’s folder (history.jsonl) is that of another article.';
  if (!hasOwnLines) return 'Nothing in the history of this article (history.jsonl) can be read.';
  const lostRanges = parts.flatMap((part) => ('lost' in part ? [part.lost] : []));
  const sentences = lostRanges.map(({ firstSeq, lastSeq }) =>
    firstSeq === lastSeq
      ? `Change ${formatNumber(firstSeq)} in the history of this article is damaged or missing.`
      : `Changes ${formatNumber(firstSeq)} to ${formatNumber(lastSeq)} in the history of this article are damaged or missing.`,
  );
  if (unnamed > 0)
    sentences.push(
      `What follows change ${formatNumber(lastSeq - unnamed)} in the history of this article is damaged or missing.`,
    );
  else if (knownSeq > lastSeq)
    sentences.push(
      `The history of this article ends with change ${formatNumber(lastSeq)}, although ${formatNumber(knownSeq)} were saved.`,
    );
  else if (endBytes > 0)
    sentences.push(`The last ${formatCount(endBytes, 'byte')} of this article’s history can’t be read.`);
  if (others > 0)
    sentences.push(
      `${formatCount(others, 'change')} in the file ${others === 1 ? 'belongs' : 'belong'} to another history.`,
    );
  return sentences.length > 0
    ? sentences.join(' ')
    : 'Changes in the history of this article do not fit together.';
}
