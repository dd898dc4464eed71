import { getFormerWords } from '../../../shared/domain/claims/retired-claims';
import { type ClaimStatus, statusLooks, verdicts } from '../../../shared/domain/verdict';
import { formatClaimAsText } from '../../../shared/references/claim-as-text';
import { setClaimVerdict } from '../../features/claims/claim-actions';
import { askAboutLeaks } from '../../features/reports/export-draft';
import type { MenuEntry } from '../../state/context-menu';
import { copyText } from '../../state/copy-text';
import { getKeyName, nameFixedKey } from '../../state/keys';
import { clearErrors, showError } from '../../state/notices';
import type { Session } from '../../state/review/session';
import { clearSelection, setCurrentClaim } from '../../state/view/navigate';
import { useReviewView } from '../../state/view/review-view';
import { commands } from '../commands/commands';

interface ClaimSummary {
  /** The claim's text in the draft, or the last one that it had. */
  words: string;
  status: ClaimStatus;
  /** Whether it has a span in the draft, so that a verdict can be set. */
  isPlaced: boolean;
}

function summarizeClaim(session: Session, claimId: string): ClaimSummary | null {
  const listed = session.outlineById().get(claimId);
  if (listed) {
    const words = session.draft.text.slice(listed.span.start, listed.span.end);
    return { words, status: listed.status, isPlaced: true };
  }
  const unplaced = session.unplaced().find(({ claim }) => claim.id === claimId);
  return unplaced
    ? { words: getFormerWords(unplaced.placement), status: unplaced.status, isPlaced: false }
    : null;
}

/**
 * Copies the claim with its sources, unless the text would reveal something confidential. An error then says which part. A
 * dialog asks about what may reveal something; nothing can be changed while it is open, so the text stays the one that was
 * searched.
 */
async function copyWithSources(
  { review, draft }: Session,
  claimId: string,
  { words, status }: ClaimSummary,
): Promise<void> {
  clearErrors('copying');
  // Imported only here, because its lists of words are large.
  const { findLeaksInClaim } = await import('../../../shared/reports/confidential/find-leaks-in-claim');
  const leaks = findLeaksInClaim(review, draft, claimId, words, status);
  const copy = () => void copyText(formatClaimAsText(review, claimId, words, status));
  const certain = leaks.filter(({ level }) => level === 'certain').map(({ message }) => message);
  if (leaks.length === 0) copy();
  else if (certain.length === 0) askAboutLeaks({ use: 'copy', leaks, onConfirmed: copy });
  else
    showError(
      `Nothing was copied: the text would reveal something confidential. ${certain.join(' ')} Change these words or leave them out, then copy again.`,
      'copying',
    );
}

/** The context menu of a claim, which is the current one. */
export function createClaimMenu(session: Session, claimId: string): MenuEntry[][] {
  const claim = summarizeClaim(session, claimId);
  if (!claim) return [];
  const { words, isPlaced } = claim;
  const copying: MenuEntry[] = [
    { label: 'Copy text', run: () => void copyText(words) },
    {
      label: 'Copy with verdict and sources',
      run: () => void copyWithSources(session, claimId, claim),
    },
  ];
  if (session.readOnly) return [copying];
  const judging = verdicts.map((verdict) => ({
    label: statusLooks[verdict].label,
    keys: getKeyName(verdict),
    run: () => setClaimVerdict(claimId, verdict),
  }));
  return [
    isPlaced ? judging : [],
    [
      { label: 'Write a note', keys: getKeyName('note'), run: commands.note },
      { label: 'Add source', keys: getKeyName('addSource'), run: commands.addSource },
      {
        label: 'Attach the last source again',
        keys: getKeyName('attachLastSource'),
        run: commands.attachLastSource,
      },
      { label: 'Tag…', keys: getKeyName('tagClaim'), run: commands.tagClaim },
      { label: 'Paste as evidence', keys: nameFixedKey('ctrl+v'), run: commands.pasteEvidence },
      ...(isPlaced
        ? [{ label: 'Split by sentence', keys: getKeyName('splitClaim'), run: commands.splitClaim }]
        : []),
    ],
    copying,
    [{ label: 'Delete claim', keys: getKeyName('deleteClaim'), run: commands.deleteClaim }],
  ];
}

/** Entries for the claim under a selection. They clear the selection and make the claim the current one first. */
export function createMenuOfSelectedClaim(session: Session, claimId: string): MenuEntry[][] {
  const number = session.outlineById().get(claimId)?.number;
  if (number === undefined || session.readOnly || useReviewView.getState().queue) return [];
  const entry = (label: string, run: () => void): MenuEntry => ({
    label: `Claim ${number}: ${label}`,
    run: () => {
      clearSelection();
      setCurrentClaim(claimId);
      run();
    },
  });
  return [
    [
      ...verdicts.map((verdict) =>
        entry(statusLooks[verdict].inSentence, () => setClaimVerdict(claimId, verdict)),
      ),
      entry('add source', commands.addSource),
      entry('delete', commands.deleteClaim),
    ],
  ];
}
