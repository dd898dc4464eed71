import type { RepairChoice, RepairChoiceId } from '../../../../shared/contract/repair';
import { formatCount } from '../../../../shared/text/format/format-count';
import { formatDateTime } from '../../../../shared/text/format/format-dates';
import type { AssembledHistory } from './assemble-history';

type ChoiceWords = Omit<RepairChoice, 'id'> & { account: string };

interface ChoiceContext {
  /** The number of all changes that are known of. */
  knownSeq: number;
  /** When the backup was made that changes were taken from; null without one. */
  takenAt: string | null;
  timeZone: string;
}

/** Says what a choice keeps and loses, and afterwards what was done. */
export function describeChoice(
  id: RepairChoiceId,
  assembled: AssembledHistory,
  { knownSeq, takenAt, timeZone }: ChoiceContext,
): ChoiceWords {
  const { kept, leftOut, lost } = assembled;
  const words = choiceWords[id];
  const gone = id === 'keepBefore' || id === 'fromBackup' ? knownSeq - kept : lost;
  const label =
    id === 'fromBackup' && takenAt !== null
      ? `${words.label} of ${formatDateTime(takenAt, timeZone)}`
      : words.label;
  const keeps = words.keeps(kept);
  const lostWords = gone === 0 ? words.losesUnknown : words.loses(gone);
  const loses = [lostWords, leftOut > 0 ? ` ${describeLeftOut(leftOut)}` : ''].join('');
  const account = `The history of this article (history.jsonl) was damaged and is repaired, as you chose (“${label}”). Kept: ${keeps} Lost: ${loses}`;
  return { label, keeps, loses, account };
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
  /** The sentence when it is not known how many. */
  losesUnknown: string;
}

const choiceWords: Record<RepairChoiceId, Words> = {
  fromSnapshot: {
    label: 'Repair from the snapshot',
    keeps: () =>
      'Everything that was saved. What the damaged part did is worked out from the snapshot (review.json).',
    loses: (lost) =>
      `Who made ${formatCount(lost, 'change')}, and when. ${lost === 1 ? 'It' : 'They'} can only be undone in one step.`,
    losesUnknown: 'What stood at the damaged end of the file.',
  },
  fromBackup: {
    label: 'Go back to the backup',
    keeps: (kept) => `${formatCount(kept, 'change')}, up to that backup.`,
    loses: (lost) => `${formatCount(lost, 'change')} that ${lost === 1 ? 'was' : 'were'} made since.`,
    losesUnknown: 'What was changed since that backup, if anything.',
  },
  keepLater: {
    label: 'Leave out only what is damaged',
    keeps: (kept) => `${formatCount(kept, 'change')}, before and after the damage.`,
    loses: (lost) => `What ${formatCount(lost, 'change')} did.`,
    losesUnknown: 'What stood at the damaged end of the file.',
  },
  keepBefore: {
    label: 'Go back to before the damage',
    keeps: (kept) => `${formatCount(kept, 'change')} before the damage.`,
    loses: (lost) => `${formatCount(lost, 'change')}, from the damage to the end.`,
    losesUnknown: 'What stood at the damaged end of the file.',
  },
  startAgain: {
    label: 'Go on from the snapshot',
    keeps: () => 'The text, all claims, sources and files, as the snapshot (review.json) has them.',
    loses: (lost) =>
      `Who made ${formatCount(lost, 'change')}, and when. What was done before can’t be undone.`,
    losesUnknown: 'What stood at the damaged end of the file.',
  },
};
