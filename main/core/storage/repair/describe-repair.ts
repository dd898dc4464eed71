import type { RepairChoice, RepairChoiceId } from '../../../../shared/contract/repair';
import { formatCount } from '../../../../shared/text/format/format-count';
import { formatNumber } from '../../../../shared/text/format/format-number';
import type { AssembledHistory } from './assemble-history';
import type { DamagedHistory } from './lines/read-damaged-history';
import type { RecoveredLine } from './lines/recover-line';

const recoveryWords: Record<RecoveredLine['kind'], string> = {
  head: 'its beginning is known from the lines around it',
  bit: 'one bit of it had flipped, which was found by its checksum',
  byte: 'one character of it was another, which was found by its checksum',
};

/** Says how a history was repaired of which nothing is lost. */
export function describeRecovered({ recovered, isDisordered }: DamagedHistory): string {
  const sentences = recovered.map(
    ({ line, kind }) =>
      `Change ${formatNumber(line.seq)} was damaged and is as it was before: ${recoveryWords[kind]}.`,
  );
  if (isDisordered)
    sentences.push('Changes that stood in another order, or twice, are in their order again.');
  if (sentences.length === 0) sentences.push('The character that ends a change was another one.');
  const beginning = 'The history of this article (history.jsonl) was damaged and is repaired.';
  return [beginning, ...sentences, 'Nothing is lost.'].join(' ');
}

interface DamageContext {
  isMissing: boolean;
  /** Whether the history is that of another article. */
  isForeign: boolean;
  /** The number of the last change in the history, and of the last one that is known of. */
  lastSeq: number;
  knownSeq: number;
}

/** Says what is damaged when it can't be repaired without a question. */
export function describeDamage(
  { parts, others, endBytes }: DamagedHistory,
  { isMissing, isForeign, lastSeq, knownSeq }: DamageContext,
): string {
  if (isMissing) return 'The history of this article (history.jsonl) is missing.';
  if (isForeign) return 'The history in this article’s folder (history.jsonl) is that of another article.';
  if (lastSeq === 0) return 'Nothing in the history of this article (history.jsonl) can be read.';
  const lostRanges = parts.flatMap((part) => ('lost' in part ? [part.lost] : []));
  const sentences = lostRanges.map(({ firstSeq, lastSeq }) =>
    firstSeq === lastSeq
      ? `Change ${formatNumber(firstSeq)} in the history of this article is damaged or missing.`
      : `Changes ${formatNumber(firstSeq)} to ${formatNumber(lastSeq)} in the history of this article are damaged or missing.`,
  );
  if (knownSeq > lastSeq)
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

type ChoiceWords = Omit<RepairChoice, 'id'> & { account: string };

/** Says what a choice keeps and loses, and afterwards what was done. `knownSeq` is the number of all changes that are known of. */
export function describeChoice(
  id: RepairChoiceId,
  assembled: AssembledHistory,
  knownSeq: number,
): ChoiceWords {
  const { kept, leftOut, lost } = assembled;
  const words = choiceWords[id];
  const gone = id === 'keepBefore' ? knownSeq - kept : lost;
  const keeps = words.keeps(kept);
  const lostWords = gone === 0 ? 'What stood at the damaged end of the file.' : words.loses(gone);
  const loses = [lostWords, leftOut > 0 ? ` ${describeLeftOut(leftOut)}` : ''].join('');
  const account = `The history of this article (history.jsonl) was damaged and is repaired, as you chose (“${words.label}”). Kept: ${keeps} Lost: ${loses}`;
  return { label: words.label, keeps, loses, account };
}

function describeLeftOut(count: number): string {
  return `So ${count === 1 ? 'is' : 'are'} ${formatCount(count, 'change')} that can’t be made without ${count === 1 ? 'it' : 'them'}.`;
}

interface Words {
  label: string;
  /** The sentence for a number of whole changes that are kept. */
  keeps: (kept: number) => string;
  /** The sentence for a number of changes that are lost, at least one. */
  loses: (lost: number) => string;
}

const choiceWords: Record<RepairChoiceId, Words> = {
  fromSnapshot: {
    label: 'Repair from the snapshot',
    keeps: () =>
      'Everything that was saved. What the damaged part did is worked out from the snapshot (review.json).',
    loses: (lost) =>
      `Who made ${formatCount(lost, 'change')}, and when. ${lost === 1 ? 'It' : 'They'} can only be undone in one step.`,
  },
  keepLater: {
    label: 'Leave out only what is damaged',
    keeps: (kept) => `${formatCount(kept, 'change')}, before and after the damage.`,
    loses: (lost) => `What ${formatCount(lost, 'change')} did.`,
  },
  keepBefore: {
    label: 'Go back to before the damage',
    keeps: (kept) => `${formatCount(kept, 'change')} before the damage.`,
    loses: (lost) => `${formatCount(lost, 'change')}, from the damage to the end.`,
  },
  startAgain: {
    label: 'Go on from the snapshot',
    keeps: () => 'The text, all claims, sources and files, as the snapshot (review.json) has them.',
    loses: (lost) =>
      `Who made ${formatCount(lost, 'change')}, and when. What was done before can’t be undone.`,
  },
};
