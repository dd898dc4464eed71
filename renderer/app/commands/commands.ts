import { commandInfo, type MenuCommand } from '../../../shared/contract/menu-commands';
import { verdicts } from '../../../shared/domain/verdict';
import { createRecord, listKeys } from '../../../shared/text/sequences/records';
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
} from '../../features/claims/claim-actions';
import { deleteSelected, judgeSelected } from '../../features/claims/several/edit-selected';
import { focusTagField } from '../../features/claims/tags/tag-field';
import { setComparedDrafts } from '../../features/drafts/compared-drafts';
import { attachToSelection } from '../../features/drafts/queue/queue-actions';
import { openQueue } from '../../features/drafts/queue/queue-navigation';
import { openSample } from '../../features/import/open-articles';
import { chooseFiles } from '../../features/import/read-import';
import { dismissHere, dismissParagraph, reopenHere } from '../../features/reading/dismiss-sentences';
import { goToSpot, goToUnread } from '../../features/reading/move-to-unread';
import { exportAgain } from '../../features/reports/export-again';
import { printReport } from '../../features/reports/print-report';
import { adoptReferencesOfClaim } from '../../features/sources/article-references';
import { attachLastSource } from '../../features/sources/evidence/evidence-actions';
import { currentSession } from '../../state/article/open-review';
import { leaveArticle } from '../../state/article/show-article';
import { openDialog } from '../../state/dialogs';
import { verifyFiles } from '../../state/files/file-states';
import { explainReadOnlyArticle } from '../../state/library/library-access';
import { useLibraryView } from '../../state/library/library-view';
import { clearErrors, showNotice } from '../../state/notices';
import { updatePreferences, usePreferences } from '../../state/preferences';
import type { Session } from '../../state/review/session';
import { undoOrRedo } from '../../state/undo-redo';
import { goToNextMatch, selectCurrentMatch } from '../../state/view/find';
import { isPanelShown, showPanel, togglePanel } from '../../state/view/panels';
import { adjustReadingSize, resetReadingSize } from '../../state/view/reading-size';
import { useReviewView } from '../../state/view/review-view';
import { textFieldSelector } from '../../ui/selectors';
import { pasteEvidenceFor } from '../drop/handle-paste';
import { selectAll } from '../keyboard/select-all';
import { openPalette } from '../palette/open-palette';
import { runOnArticle, runOnCurrentClaim, runOnSelectedOr, runOnWritableLibrary } from './run-on-article';

/** Commands that need no article, or check by themselves what they need. */
const anywhere = {
  open: () => runOnWritableLibrary(() => void chooseFiles()),
  openWeb: () => runOnWritableLibrary(() => openDialog('openWeb')),
  paste: () => runOnWritableLibrary(() => openDialog('paste')),
  sample: () => runOnWritableLibrary(() => void openSample()),
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
 * The commands of the window, by the names that the menu bar, the keys and the buttons use. What they need is in their table: without it,
 * a notice says so.
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
