import {
  deleteCurrentClaim,
  explainAttaching,
  findSpotAt,
  goToAdjacentClaim,
  markSelection,
  markSpot,
  resizeToSelection,
  setCurrentVerdict,
  splitBySentence,
} from '#renderer/window/features/claims/claim-actions.ts';
import { deleteSelected, judgeSelected } from '#renderer/window/features/claims/list/edit-selected.ts';
import { focusTagField } from '#renderer/window/features/claims/tags/tag-field.tsx';
import { setComparedDrafts } from '#renderer/window/features/drafts/compared-drafts.ts';
import { attachToSelection } from '#renderer/window/features/drafts/queue/queue-actions.ts';
import { openQueue } from '#renderer/window/features/drafts/queue/queue-navigation.ts';
import { openSample } from '#renderer/window/features/import/open-articles.ts';
import { chooseFiles } from '#renderer/window/features/import/read-import.ts';
import {
  dismissHere,
  dismissParagraph,
  reopenHere,
} from '#renderer/window/features/reading/dismiss-sentences.ts';
import { goToSpot, goToUnread } from '#renderer/window/features/reading/move-to-unread.ts';
import { exportAgain } from '#renderer/window/features/reports/export-report.ts';
import { printReport } from '#renderer/window/features/reports/print-report.ts';
import { adoptReferencesOfClaim } from '#renderer/window/features/sources/evidence/article-references.ts';
import { attachLastSource } from '#renderer/window/features/sources/evidence/evidence-actions.ts';
import { leaveArticle } from '#renderer/window/state/article/show-article.ts';
import { undoOrRedo } from '#renderer/window/state/article/undo-redo.ts';
import { openDialog } from '#renderer/window/state/base/dialogs.ts';
import { clearErrors, showNotice } from '#renderer/window/state/base/notices.ts';
import { updatePreferences, usePreferences } from '#renderer/window/state/base/preferences.ts';
import { verifyFiles } from '#renderer/window/state/files/file-states.ts';
import { describeWayToClaim } from '#renderer/window/state/keys.ts';
import { useLibraryView } from '#renderer/window/state/library/library.ts';
import {
  explainReadOnlyArticle,
  explainReadOnlyLibrary,
  runIfWritable,
} from '#renderer/window/state/library/library-access.ts';
import { currentSession } from '#renderer/window/state/review/open-review.ts';
import { findListedClaim, type Session } from '#renderer/window/state/review/session.ts';
import { goToNextMatch, selectCurrentMatch } from '#renderer/window/state/view/find.ts';
import { goToListedClaim, selectText, setCurrentClaim } from '#renderer/window/state/view/navigate.ts';
import {
  adjustReadingSize,
  isPanelShown,
  resetReadingSize,
  showPanel,
  togglePanel,
} from '#renderer/window/state/view/panels.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import {
  clearSelectedClaims,
  getClaimIdOfRow,
  hasSelectedClaims,
  listMatchingClaims,
  listSelectedClaims,
  selectClaims,
} from '#renderer/window/state/view/selected-claims.ts';
import { textFieldSelector } from '#renderer/window/ui/selectors.ts';
import { type CommandNeed, commandInfo, type MenuCommand } from '#shared/contract/menu-commands.ts';
import { verdicts } from '#shared/domain/base/verdict.ts';
import { createRecord, listKeys } from '#shared/text/sequences/records.ts';
import type { Span } from '#shared/text/span.ts';
import { pasteEvidenceFor } from '../drop/handle-paste.ts';

/** The checks of what commands need. Each returns the sentence that says what is missing, or null. */
export const obstacles: Readonly<Record<CommandNeed, () => string | null>> = {
  article: () => (currentSession() ? null : 'Open an article first.'),
  newestDraft() {
    const session = currentSession();
    if (session?.isPast)
      return `Draft ${session.draft.number} is read-only. Go back to the newest draft first.`;
    if (session?.readOnly) return explainReadOnlyArticle('nothing was changed');
    return obstacles.article();
  },
  text() {
    const { queue } = useReviewView.getState();
    if (queue && !queue.isAttaching) return 'Close the queue with Escape first.';
    return obstacles.article();
  },
  newestText: () => obstacles.text() ?? obstacles.newestDraft(),
  report: () =>
    currentSession()?.isPast
      ? 'Reports are made from the newest draft. Go back to it first.'
      : obstacles.article(),
  claim() {
    if (useReviewView.getState().currentClaimId === null)
      return obstacles.article() ?? `Go to a claim first, ${describeWayToClaim()}.`;
    return obstacles.article();
  },
  claims: () => (hasSelectedClaims() ? obstacles.article() : obstacles.claim()),
  claimOfNewestDraft: () => obstacles.newestDraft() ?? obstacles.claim(),
  writableLibrary: () => explainReadOnlyLibrary(),
};

/** Runs an action on the open article. When something that it needs is missing, a notice says so. */
export function runOnArticle(need: CommandNeed, action: (session: Session) => void): void {
  const obstacle = obstacles[need]();
  const session = currentSession();
  if (obstacle !== null) showNotice(obstacle);
  else if (session) action(session);
}

/** Runs an action on the current claim. Without one, a notice says how to go to a claim. */
function runOnCurrentClaim(need: CommandNeed, action: (session: Session, claimId: string) => void): void {
  runOnArticle(need, (session) => {
    const { currentClaimId } = useReviewView.getState();
    clearSelectedClaims();
    if (currentClaimId !== null) action(session, currentClaimId);
  });
}

/** Runs an action on the claims that are selected in the list, or else another one, without which they would be left. */
function runOnSelectedOr(action: (session: Session) => void, otherwise: () => void): void {
  const session = currentSession();
  if (session && !session.readOnly && listSelectedClaims(session).length > 0) action(session);
  else otherwise();
}

/** The target of actions: the words that were selected and the row that had the focus before the palette opened. */
interface Target {
  selection: Span | null;
  /** The claim whose row had the focus. */
  claimIdOfRow: string | null;
}

let target: Target = { selection: null, claimIdOfRow: null };

/** Opens the command palette. */
function openPalette(): void {
  target = {
    selection: useReviewView.getState().selection,
    claimIdOfRow: getClaimIdOfRow(document.activeElement),
  };
  openDialog('palette');
}

/** Selects the text of the article, if the article or nothing has the focus, or all claims of the list, if one of its rows has it. */
export function selectAll(focused: Element | null): void {
  const session = currentSession();
  if (session && !session.readOnly && getClaimIdOfRow(focused) !== null) {
    const ids = listMatchingClaims(session).map(({ claim }) => claim.id);
    selectClaims(ids, ids[0] ?? null);
    return;
  }
  const isInArticle = !focused || focused === document.body || focused.closest('[data-scroller]') !== null;
  const text = document.querySelector('[data-scroller]') && session?.draft.text;
  if (isInArticle && text) selectText({ start: 0, end: text.length });
}

/** Commands that need no article, or check by themselves what they need. */
const anywhere = {
  open: () => runIfWritable(() => void chooseFiles()),
  openWeb: () => runIfWritable(() => openDialog('openWeb')),
  paste: () => runIfWritable(() => openDialog('paste')),
  sample: () => runIfWritable(() => void openSample()),
  library: () => void leaveArticle(),
  overview: () => openDialog('overview'),
  settings: () => openDialog('settings'),
  undo: () => void undoOrRedo('undo'),
  redo: () => void undoOrRedo('redo'),
  selectAll: () => selectAll(document.activeElement),
  find: () => {
    if (currentSession()) useReviewView.setState({ findFocusRequest: {} });
    else useLibraryView.setState({ searchFocusRequest: {} });
  },
  findNext: () => goToMatch(1),
  findPrevious: () => goToMatch(-1),
  librarySearch: () => openDialog('librarySearch'),
  addSource: () =>
    runOnSelectedOr(
      () => openDialog('attachSeveral'),
      () =>
        runOnCurrentClaim('claim', ({ readOnly }) => {
          if (readOnly) {
            showNotice(explainReadOnlyArticle('nothing can be attached'));
            return;
          }
          showPanel('card');
          useReviewView.setState({ card: { show: 'attach' } });
        }),
    ),
  deleteClaim: () =>
    runOnSelectedOr(
      (session) => void deleteSelected(session),
      () => runOnCurrentClaim('claim', deleteCurrentClaim),
    ),
  tagClaim: () =>
    runOnArticle('newestDraft', () =>
      runOnSelectedOr(focusTagField, () => runOnCurrentClaim('claim', focusTagField)),
    ),
  toggleColoring: () => {
    const { claimColoring } = usePreferences.getState();
    void updatePreferences({ claimColoring: claimColoring === 'source' ? 'verdict' : 'source' });
  },
  textLarger: () => adjustReadingSize(1),
  textSmaller: () => adjustReadingSize(-1),
  textUsual: resetReadingSize,
  checkLibrary: () => openDialog('check'),
  keys: () => openDialog('keys'),
  changeKeys: () => openDialog('changeKeys'),
  palette: openPalette,
  about: () => openDialog('about'),
} satisfies Partial<Record<MenuCommand, () => void>>;

/** Commands that act on the current claim. */
const onClaim = {
  attachLastSource,
  pasteEvidence: (_session, claimId) => void pasteEvidenceFor(claimId),
  adoptReferences: adoptReferencesOfClaim,
  note: () => {
    showPanel('card');
    useReviewView.setState({ card: { show: 'claim' }, noteFocusRequest: {} });
  },
  splitClaim: splitBySentence,
} satisfies Partial<Record<MenuCommand, (session: Session, claimId: string) => void>>;

type CommandOnArticle = Exclude<MenuCommand, keyof typeof anywhere | keyof typeof onClaim>;

/** Commands that act on the open article. */
const onArticle: Record<CommandOnArticle, (session: Session) => void> = {
  importDraft: ({ articleId }) => void chooseFiles(articleId),
  pasteDraft: () => openDialog('pasteDraft'),
  drafts: () => openDialog('drafts'),
  compareDrafts: ({ review }) => {
    const [after, before] = [...review.drafts.values()].sort((a, b) => b.number - a.number);
    if (!after || !before) {
      showNotice('There is only one draft yet. Import the next one to compare them.');
      return;
    }
    setComparedDrafts({ beforeId: before.id, afterId: after.id });
    openDialog('compare');
  },
  applyCorrections: () => openDialog('corrections'),
  reviewQueue: () => {
    useReviewView.setState({ queue: null });
    openQueue();
    if (!useReviewView.getState().queue) showNotice('No claims in this draft need review.');
  },
  export: () => {
    clearErrors('report');
    openDialog('export');
  },
  exportAgain: (session) => void exportAgain(session),
  print: (session) => void printReport(session),
  articleDetails: () => openDialog('details'),
  mark: markSelection,
  // The claims that are selected in the list, else the selected words or the current claim.
  ...createRecord(
    verdicts,
    (verdict) => () =>
      runOnSelectedOr(
        (session) => judgeSelected(session, verdict),
        () => setCurrentVerdict(verdict, true),
      ),
  ),
  links: () => openDialog('links'),
  resize: () => {
    if (!attachToSelection()) resizeToSelection();
  },
  manageTags: () => openDialog('tags'),
  nextClaim: () => goToAdjacentClaim(1),
  previousClaim: () => goToAdjacentClaim(-1),
  nextUnread: (session) => goToUnread(session, 'forward'),
  previousUnread: (session) => goToUnread(session, 'backward'),
  dismissHere,
  dismissParagraph,
  reopenHere,
  nextSpot: (session) => goToSpot(session, 'forward'),
  previousSpot: (session) => goToSpot(session, 'backward'),
  markSpot: markSpottedWords,
  toggleClaims: () => togglePanel('claims'),
  toggleCard: () => togglePanel('card'),
  toggleList: switchList,
  showReading: () => {
    showPanel('claims');
    useReviewView.setState(({ list }) => ({ list: list === 'reading' ? 'claims' : 'reading' }));
  },
  verifyFiles: ({ articleId }) => void verifyFiles(articleId),
};

/**
 * The commands of the window, by the names that the menu bar, the keys and the buttons use. Their table names their needs: a notice
 * says which one is missing.
 */
export const commands: Record<MenuCommand, () => void> = {
  ...anywhere,
  ...createRecord(
    listKeys(onClaim),
    (command) => () => runOnCurrentClaim(commandInfo[command].needs ?? 'claim', onClaim[command]),
  ),
  ...createRecord(
    listKeys(onArticle),
    (command) => () => runOnArticle(commandInfo[command].needs ?? 'article', onArticle[command]),
  ),
};

function markSpottedWords(session: Session): void {
  if (explainAttaching()) return;
  const { selection } = useReviewView.getState();
  const spot = selection ? findSpotAt(selection) : undefined;
  if (spot) markSpot(session, spot);
  else showNotice('Go to spotted words first, with . or N.');
}

/** Goes to the next or previous match, and selects it unless the find field has the focus. */
function goToMatch(by: 1 | -1): void {
  goToNextMatch(by);
  if (!document.activeElement?.matches(textFieldSelector)) selectCurrentMatch();
}

/** Switches between the lists of claims and sources. The first press only shows the panel if it is hidden. */
function switchList(): void {
  const wasShown = isPanelShown('claims');
  showPanel('claims');
  if (wasShown) useReviewView.setState(({ list }) => ({ list: list === 'claims' ? 'sources' : 'claims' }));
}

/** The commands that act on all claims that are selected in the list, whichever row has the focus. */
const commandsOnSelected = new Set<MenuCommand>([...verdicts, 'deleteClaim', 'addSource', 'tagClaim']);

/** Makes the claim of a row in the list the current one. */
function setCurrentClaimToRow(claimId: string): void {
  if (claimId === useReviewView.getState().currentClaimId) {
    // The card may show something else than the claim.
    setCurrentClaim(claimId);
    return;
  }
  const session = currentSession();
  const listed = session && findListedClaim(session, claimId);
  if (listed) goToListedClaim(listed);
}

/** Runs a command while the row of a claim has the focus, or none (null). Commands that act on a claim act on that one. */
export function runOnClaimOfRow(command: MenuCommand, claimId: string | null): void {
  const isForSelected = hasSelectedClaims() && commandsOnSelected.has(command);
  if (claimId !== null && commandInfo[command].actsOnClaim && !isForSelected) setCurrentClaimToRow(claimId);
  commands[command]();
}

/** Runs a command on what was selected and had the focus before the palette opened. */
export function runOnPaletteTarget(command: MenuCommand): void {
  // While the palette has the focus, the selection may change.
  useReviewView.setState({ selection: target.selection });
  runOnClaimOfRow(command, target.claimIdOfRow);
}
