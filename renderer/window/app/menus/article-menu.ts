import {
  findSpotAt,
  markSelection,
  markSpot,
  setClaimVerdict,
  setCurrentVerdict,
} from '#renderer/window/features/claims/claim-actions.ts';
import {
  dismissSentences,
  dismissWords,
  getSetAsideExtentAt,
  hasDismissedAt,
  labelNothingToCheck,
  reopenSentences,
} from '#renderer/window/features/reading/dismiss-sentences.ts';
import { askAboutLeaks } from '#renderer/window/features/reports/export-draft.ts';
import type { MenuEntry } from '#renderer/window/state/base/dialogs.ts';
import { clearErrors, showError } from '#renderer/window/state/base/notices.ts';
import { copyText } from '#renderer/window/state/desktop.ts';
import { getKeyName, nameFixedKey } from '#renderer/window/state/keys.ts';
import { findListedClaim, type Session } from '#renderer/window/state/review/session.ts';
import { findText } from '#renderer/window/state/view/find.ts';
import { clearSelection, setCurrentClaim } from '#renderer/window/state/view/navigate.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import type { MenuCommand } from '#shared/contract/menu-commands.ts';
import { type ClaimStatus, judgedVerdicts, statusLooks, verdicts } from '#shared/domain/base/verdict.ts';
import { getPlacementWords } from '#shared/domain/review/placed-claims.ts';
import { formatClaimAsText } from '#shared/references/claim-as-text.ts';
import { getSpotKindLabel } from '#shared/spotting/rules/spotted-span.ts';
import type { Span } from '#shared/text/span.ts';
import { commands } from '../commands/commands.ts';

/** The entry for a command, with its key. */
export function ofCommand(label: string, command: MenuCommand): MenuEntry {
  return { label, keys: getKeyName(command), run: commands[command] };
}

/** The entries about whether the sentences at a span were read, and about the spotted words there. */
export function createReadingMenu(session: Session, span: Readonly<Span>): MenuEntry[][] {
  if (session.readOnly) return [];
  const spot = findSpotAt(span);
  const ofSpot: MenuEntry[] = spot
    ? [
        {
          label: `Mark as claim (${getSpotKindLabel(spot.kind).toLowerCase()})`,
          run: () => markSpot(session, spot),
        },
        { label: 'Nothing to check in these words', run: () => dismissWords(session, spot.span) },
      ]
    : [];
  const ofSentence: MenuEntry[] = [];
  const extent = getSetAsideExtentAt(span);
  if (extent)
    ofSentence.push({ label: labelNothingToCheck(extent), run: () => dismissSentences(session, span) });
  if (hasDismissedAt(session, span))
    ofSentence.push({ label: 'Look at again', run: () => reopenSentences(session, span) });
  return [ofSpot, ofSentence].filter((group) => group.length > 0);
}

/** The context menu of the words selected in the article. */
export function createSelectionMenu(session: Session): MenuEntry[][] {
  const { draft, readOnly } = session;
  const { selection, currentClaimId, queue } = useReviewView.getState();
  if (!selection) return [];
  const words = draft.text.slice(selection.start, selection.end);
  // While the menu has the focus, the selection may change, so the entries restore it.
  const onSelection = (run: () => void) => () => {
    useReviewView.setState({ selection });
    run();
  };
  const marking: MenuEntry[][] = [
    [
      { label: 'Mark as claim', keys: getKeyName('mark'), run: onSelection(markSelection) },
      ...(currentClaimId === null
        ? []
        : [
            {
              label: 'Resize the current claim to this',
              keys: getKeyName('resize'),
              run: onSelection(commands.resize),
            },
          ]),
    ],
    judgedVerdicts.map((verdict) => ({
      label: statusLooks[verdict].label,
      keys: getKeyName(verdict),
      run: onSelection(() => setCurrentVerdict(verdict)),
    })),
  ];
  const attaching = [
    [{ label: 'Attach the claim here', keys: getKeyName('resize'), run: onSelection(commands.resize) }],
  ];
  const changing = queue ? attaching : [...marking, ...createReadingMenu(session, selection)];
  return [
    ...(readOnly ? [] : changing),
    [
      { label: 'Copy', keys: nameFixedKey('ctrl+c'), run: () => void copyText(words) },
      {
        label: 'Find in the article',
        keys: getKeyName('find'),
        run: () => {
          findText(draft, words);
          commands.find();
        },
      },
    ],
  ];
}

interface ClaimSummary {
  /** The claim's text in the draft, or the last one that it had. */
  words: string;
  status: ClaimStatus;
  /** Whether it has a span in the draft, so that a verdict can be set. */
  isPlaced: boolean;
}

function summarizeClaim(session: Session, claimId: string): ClaimSummary | null {
  const listed = findListedClaim(session, claimId);
  if (!listed) return null;
  const { placement, status, span } = listed;
  return { words: getPlacementWords(placement, session.draft.text), status, isPlaced: span !== null };
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
  const { findLeaksInClaim } = await import('#shared/reports/confidential/find-leaks-in-claim.ts');
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
    { label: 'Copy with verdict and sources', run: () => void copyWithSources(session, claimId, claim) },
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
      ofCommand('Write a note', 'note'),
      ofCommand('Add source', 'addSource'),
      ofCommand('Attach the last source again', 'attachLastSource'),
      ofCommand('Tag…', 'tagClaim'),
      { label: 'Paste as evidence', keys: nameFixedKey('ctrl+v'), run: commands.pasteEvidence },
      ...(isPlaced ? [ofCommand('Split by sentence', 'splitClaim')] : []),
    ],
    copying,
    [ofCommand('Delete claim', 'deleteClaim')],
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
