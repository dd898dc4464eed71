import { wordsBefore } from '../../../shared/domain/claims/retired';
import { type Standing, standingLooks, verdicts } from '../../../shared/domain/verdict';
import { claimInWords } from '../../../shared/references/claim-as-text';
import { leaksInClaim } from '../../../shared/reports/confidential/leaks-in-claim';
import { judge } from '../../features/claims/claim-steps';
import { verdictKeys } from '../../features/claims/verdict-keys';
import type { MenuEntry } from '../../state/context-menu';
import { say, settleProblems } from '../../state/notices';
import { dropSelection, pickClaim, useReviewView } from '../../state/review/review-view';
import type { Session } from '../../state/review/session';
import { commands } from '../commands';
import { copyText } from './copy-text';

interface Told {
  words: string;
  standing: Standing;
  /** Whether it stands in the draft, where it can be judged. */
  isPlaced: boolean;
}

function told(session: Session, claimId: string): Told | null {
  const shown = session.shownById().get(claimId);
  if (shown) {
    const words = session.draft.text.slice(shown.span.start, shown.span.end);
    return { words, standing: shown.standing, isPlaced: true };
  }
  const waiting = session.waiting().find(({ claim }) => claim.id === claimId);
  return waiting
    ? { words: wordsBefore(waiting.placement), standing: waiting.standing, isPlaced: false }
    : null;
}

/** Copies the claim with its sources, unless a reader would learn what is confidential: then it is said which part tells it. */
function copyInWords({ review, draft }: Session, claimId: string, { words, standing }: Told): void {
  settleProblems('copying');
  const leaks = leaksInClaim(review, draft, claimId, words, standing);
  if (leaks.length === 0) void copyText(claimInWords(review, claimId, words, standing));
  else
    say(
      `Nothing was copied: the text would tell what is confidential. ${leaks.join(' ')} Change these words or leave them out, then copy again.`,
      'copying',
    );
}

/** What can be done with a claim; it is the current one. */
export function claimMenu(session: Session, claimId: string): MenuEntry[][] {
  const claim = told(session, claimId);
  if (!claim) return [];
  const { words, isPlaced } = claim;
  const copying: MenuEntry[] = [
    { label: 'Copy the words', run: () => void copyText(words) },
    {
      label: 'Copy with verdict and sources',
      run: () => copyInWords(session, claimId, claim),
    },
  ];
  if (session.readOnly) return [copying];
  const judging = verdicts.map((verdict) => ({
    label: standingLooks[verdict].label,
    keys: verdictKeys[verdict],
    run: () => judge(claimId, verdict),
  }));
  return [
    isPlaced ? judging : [],
    [
      { label: 'Write a note', keys: 'Enter', run: commands.note },
      { label: 'Add source', keys: 'S', run: commands.addSource },
      { label: 'Paste as evidence', keys: 'Ctrl+V', run: commands.pasteEvidence },
    ],
    copying,
    [{ label: 'Delete claim', keys: 'Delete', run: commands.deleteClaim }],
  ];
}

/** What can be done with the claim on which other words are selected: it becomes the current one first, and they are left. */
export function claimUnderSelection(session: Session, claimId: string): MenuEntry[][] {
  const number = session.shownById().get(claimId)?.number;
  if (number === undefined || session.readOnly || useReviewView.getState().queue) return [];
  const entry = (label: string, run: () => void): MenuEntry => ({
    label: `Claim ${number}: ${label}`,
    run: () => {
      dropSelection();
      pickClaim(claimId);
      run();
    },
  });
  return [
    [
      ...verdicts.map((verdict) => entry(standingLooks[verdict].inSentence, () => judge(claimId, verdict))),
      entry('add source', commands.addSource),
      entry('delete', commands.deleteClaim),
    ],
  ];
}
