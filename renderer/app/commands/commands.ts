import type { MenuCommand } from '../../../shared/contract/menu-commands';
import { type Verdict, verdicts } from '../../../shared/domain/verdict';
import { createRecord } from '../../../shared/text/sequences/records';
import { deleteCurrentClaim, explainAttaching, findSpotAt, goToAdjacentClaim, markSelection, markSpot, resizeToSelection, setCurrentVerdict, splitBySentence } from '../../features/claims/claim-actions';
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
import { attachLastSource } from '../../features/sources/evidence/attach-last-source';
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
import { runInText, runOnArticle, runOnCurrentClaim, runOnNewestDraft, runOnNewestText, runOnSelectedOr, runOnWritableLibrary, runReport } from './run-on-article';

/** The commands of the window, by the names that the menu bar, the keys and the buttons use. */
export const commands: Record<MenuCommand, () => void> = {
  open: () => runOnWritableLibrary(() => void chooseFiles()),
  importDraft: () => runOnNewestDraft(({ articleId }) => void chooseFiles(articleId)),
  pasteDraft: () => runOnNewestDraft(() => openDialog('pasteDraft')),
  drafts: () => runOnArticle(() => openDialog('drafts')),
  compareDrafts: () =>
    runOnArticle(({ review }) => {
      const [after, before] = [...review.drafts.values()].sort((a, b) => b.number - a.number);
      if (!after || !before) {
        showNotice('There is only one draft yet. Import the next one to compare them.');
        return;
      }
      setComparedDrafts({ beforeId: before.id, afterId: after.id });
      openDialog('compare');
    }),
  applyCorrections: () => runOnNewestDraft(() => openDialog('corrections')),
  reviewQueue: () =>
    runOnNewestDraft(() => {
      useReviewView.setState({ queue: null });
      openQueue();
      if (!useReviewView.getState().queue) showNotice('No claims in this draft need review.');
    }),
  openWeb: () => runOnWritableLibrary(() => openDialog('openWeb')),
  paste: () => runOnWritableLibrary(() => openDialog('paste')),
  sample: () => runOnWritableLibrary(() => void openSample()),
  library: () => void leaveArticle(),
  export: () =>
    runReport(() => {
      clearErrors('report');
      openDialog('export');
    }),
  exportAgain: () => runReport((session) => void exportAgain(session)),
  print: () => runReport((session) => void printReport(session)),
  overview: () => openDialog('overview'),
  articleDetails: () => runOnArticle(() => openDialog('details')),
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
  mark: () => runOnNewestDraft(markSelection),
  ...createRecord(verdicts, (verdict) => () => judge(verdict)),
  addSource: () =>
    runOnSelectedOr(
      () => openDialog('attachSeveral'),
      () =>
        runOnCurrentClaim(({ readOnly }) => {
          if (readOnly) {
            showNotice(explainReadOnlyArticle('nothing can be attached'));
            return;
          }
          showPanel('card');
          useReviewView.setState({ card: { show: 'attach' } });
        }),
    ),
  attachLastSource: () =>
    runOnNewestDraft(() =>
      runOnCurrentClaim(attachLastSource),
    ),
  pasteEvidence: () => runOnCurrentClaim((_session, claimId) => void pasteEvidenceFor(claimId)),
  adoptReferences: () => runOnCurrentClaim(adoptReferencesOfClaim),
  links: () => runOnArticle(() => openDialog('links')),
  note: () =>
    runOnCurrentClaim(() => {
      showPanel('card');
      useReviewView.setState({ card: { show: 'claim' }, noteFocusRequest: {} });
    }),
  resize: () =>
    runOnArticle(() => {
      if (!attachToSelection()) resizeToSelection();
    }),
  splitClaim: () =>
    runOnNewestDraft(() =>
      runOnCurrentClaim(splitBySentence),
    ),
  deleteClaim: () =>
    runOnSelectedOr(
      (session) => void deleteSelected(session),
      () => runOnCurrentClaim(deleteCurrentClaim),
    ),
  tagClaim: () =>
    runOnNewestDraft(() => runOnSelectedOr(focusTagField, () => runOnCurrentClaim(focusTagField))),
  manageTags: () => runOnArticle(() => openDialog('tags')),
  toggleColoring: () => {
    const { claimColoring } = usePreferences.getState();
    void updatePreferences({ claimColoring: claimColoring === 'source' ? 'verdict' : 'source' });
  },
  nextClaim: () => runOnArticle(() => goToAdjacentClaim(1)),
  previousClaim: () => runOnArticle(() => goToAdjacentClaim(-1)),
  nextUnread: () => runInText((session) => goToUnread(session, 'forward')),
  previousUnread: () => runInText((session) => goToUnread(session, 'backward')),
  dismissHere: () => runOnNewestText(dismissHere),
  dismissParagraph: () => runOnNewestText(dismissParagraph),
  reopenHere: () => runOnNewestText(reopenHere),
  nextSpot: () => runInText((session) => goToSpot(session, 'forward')),
  previousSpot: () => runInText((session) => goToSpot(session, 'backward')),
  markSpot: () => runOnNewestText(markSpottedWords),
  textLarger: () => adjustReadingSize(1),
  textSmaller: () => adjustReadingSize(-1),
  textUsual: resetReadingSize,
  toggleClaims: () => runOnArticle(() => togglePanel('claims')),
  toggleCard: () => runOnArticle(() => togglePanel('card')),
  toggleList: () => runOnArticle(switchList),
  showReading: () =>
    runOnArticle(() => {
      showPanel('claims');
      useReviewView.setState(({ list }) => ({ list: list === 'reading' ? 'claims' : 'reading' }));
    }),
  verifyFiles: () => runOnArticle(({ articleId }) => void verifyFiles(articleId)),
  checkLibrary: () => openDialog('check'),
  keys: () => openDialog('keys'),
  changeKeys: () => openDialog('changeKeys'),
  palette: openPalette,
  about: () => openDialog('about'),
};

function markSpottedWords(session: Session): void {
  if (explainAttaching()) return;
  const { selection } = useReviewView.getState();
  const spot = selection ? findSpotAt(selection) : undefined;
  if (spot) markSpot(session, spot);
  else showNotice('Go to spotted words first, with . or N.');
}

/** Sets the verdict on the claims that are selected in the list, else on the selected words or the current claim. */
function judge(verdict: Verdict): void {
  runOnNewestDraft(() =>
    runOnSelectedOr(
      (session) => judgeSelected(session, verdict),
      () => setCurrentVerdict(verdict, true),
    ),
  );
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
