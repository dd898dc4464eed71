import { wordsBefore } from '../../../shared/domain/let-go';
import { type Standing, standingLooks, verdicts } from '../../../shared/domain/verdict';
import { claimInWords } from '../../../shared/references/claim-in-words';
import { judge } from '../../features/claims/claim-steps';
import { verdictKeys } from '../../features/claims/verdict-keys';
import type { MenuEntry } from '../../state/context-menu';
import type { Session } from '../../state/session';
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

/** What can be done with a claim; it is the current one. */
export function claimMenu(session: Session, claimId: string): MenuEntry[][] {
  const claim = told(session, claimId);
  if (!claim) return [];
  const { words, standing, isPlaced } = claim;
  const copying: MenuEntry[] = [
    { label: 'Copy the words', run: () => void copyText(words) },
    {
      label: 'Copy with verdict and sources',
      run: () => void copyText(claimInWords(session.review, claimId, words, standing)),
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
