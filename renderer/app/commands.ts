import type { MenuCommand } from '../../shared/contract/events';
import {
  deleteCurrentClaim,
  giveVerdict,
  goToNeighbour,
  markSelection,
  resizeToSelection,
} from '../features/claims/claim-steps';
import { chooseDrafts } from '../features/drafts/compare/compared-drafts';
import { openQueue } from '../features/drafts/draft-steps';
import { attachToSelection } from '../features/drafts/queue/queue-steps';
import { chooseFiles, openSample } from '../features/import/import-steps';
import { printReport } from '../features/reports/print-report';
import { takeOnClaim } from '../features/sources/list/take-references';
import { openDialog } from '../state/dialogs';
import { verifyFiles } from '../state/files/kept-states';
import { useLibraryView } from '../state/library/library-view';
import { mention, say } from '../state/notices';
import { findStep, selectFound } from '../state/reading/find';
import { isShown, showPanel, togglePanel } from '../state/reading/panels';
import { changeReadingSize, resetReadingSize } from '../state/reading/reading-size';
import { currentSession, leaveArticle } from '../state/review/open-review';
import { useReviewView } from '../state/review/review-view';
import type { Session } from '../state/review/session';
import { finishTyping } from '../state/review/typing';
import { textField } from '../ui/fields/text-field';
import { pasteOnto } from './drop/paste';
import { selectAll } from './keyboard/select-all';
import { showTouched } from './show-touched';

/** Takes a step back or forth, and shows where. */
async function step(way: 'undo' | 'redo'): Promise<void> {
  finishTyping();
  const session = currentSession();
  if (!session) return;
  const answer = await session[way]();
  // Another draft comes on the screen by itself.
  if (answer.ok && answer.value.some(({ table }) => table === 'drafts')) return;
  if (answer.ok) showTouched(session, answer.value);
  else if (answer.error.code === 'nothing') mention(way === 'undo' ? 'Nothing to undo.' : 'Nothing to redo.');
  else say(answer.error.message, answer.error.code === 'notSaved' ? 'saving' : 'step');
}

/** Runs on the current claim, or says that there is none. */
function onCurrentClaim(act: (session: Session) => void): void {
  const session = currentSession();
  if (!session) return;
  if (useReviewView.getState().current === null) mention('Go to a claim first, with J and K or a click.');
  else act(session);
}

function inArticle(act: (session: Session) => void): void {
  const session = currentSession();
  if (session) act(session);
  else mention('Open an article first.');
}

/** Runs on the newest draft of an article that may be written to, or says why not. */
function inDraft(act: (session: Session) => void): void {
  inArticle((session) => {
    const { isPast, readOnly, draft } = session;
    if (isPast) mention(`Draft ${draft.number} can only be read. Go back to the newest draft first.`);
    else if (readOnly) mention('This article can only be read.');
    else act(session);
  });
}

/** Another place that was found: selected as well, unless the words to look for are still being typed. */
function goToFound(by: 1 | -1): void {
  findStep(by);
  if (!document.activeElement?.matches(textField)) selectFound();
}

/** Claims for sources and back; first of all the panel has to be seen. */
function switchList(): void {
  const seen = isShown('claims');
  showPanel('claims');
  if (seen) useReviewView.setState(({ list }) => ({ list: list === 'claims' ? 'sources' : 'claims' }));
}

/** Everything that keys, the menu bar and the buttons of the frame can ask for. */
export const commands: Record<MenuCommand, () => void> = {
  open: () => void chooseFiles(),
  importDraft: () => inDraft(({ articleId }) => void chooseFiles(articleId)),
  pasteDraft: () => inDraft(() => openDialog('pasteDraft')),
  drafts: () => inArticle(() => openDialog('drafts')),
  compareDrafts: () =>
    inArticle(({ review }) => {
      const [after, before] = [...review.drafts.values()].sort((a, b) => b.number - a.number);
      if (!after || !before) {
        mention('There is only one draft yet. Import the next one to compare them.');
        return;
      }
      chooseDrafts({ beforeId: before.id, afterId: after.id });
      openDialog('compare');
    }),
  applyCorrections: () => inDraft(() => openDialog('corrections')),
  reviewQueue: () =>
    inDraft(() => {
      useReviewView.setState({ queue: null });
      openQueue();
      if (!useReviewView.getState().queue) mention('No claim waits for you in this draft.');
    }),
  openWeb: () => openDialog('openWeb'),
  paste: () => openDialog('paste'),
  sample: () => void openSample(),
  library: () => void leaveArticle(),
  export: () =>
    inArticle(({ isPast }) => {
      if (isPast) mention('A report is made of the newest draft. Go back to it first.');
      else openDialog('export');
    }),
  print: () =>
    inArticle((session) => {
      if (session.isPast) mention('A report is made of the newest draft. Go back to it first.');
      else void printReport(session);
    }),
  articleDetails: () => inArticle(() => openDialog('details')),
  settings: () => openDialog('settings'),
  undo: () => void step('undo'),
  redo: () => void step('redo'),
  selectAll: () => selectAll(document.activeElement),
  find: () => {
    if (currentSession()) useReviewView.setState({ focusFind: {} });
    else useLibraryView.setState({ focusSearch: {} });
  },
  findNext: () => goToFound(1),
  findPrevious: () => goToFound(-1),
  mark: () => inDraft(markSelection),
  verified: () => inDraft(() => giveVerdict('verified')),
  disputed: () => inDraft(() => giveVerdict('disputed')),
  unverifiable: () => inDraft(() => giveVerdict('unverifiable')),
  unchecked: () => inDraft(() => giveVerdict('unchecked')),
  addSource: () =>
    onCurrentClaim(({ readOnly }) => {
      if (readOnly) {
        mention('This article can only be read, so nothing can be attached.');
        return;
      }
      showPanel('card');
      useReviewView.setState({ card: { show: 'attach' } });
    }),
  pasteEvidence: () =>
    onCurrentClaim(() => {
      const { current } = useReviewView.getState();
      if (current !== null) void pasteOnto(current);
    }),
  takeReference: () => onCurrentClaim(takeOnClaim),
  links: () => inArticle(() => openDialog('links')),
  note: () =>
    onCurrentClaim(() => {
      showPanel('card');
      useReviewView.setState({ card: { show: 'claim' }, focusNote: {} });
    }),
  resize: () =>
    inArticle(() => {
      if (!attachToSelection()) resizeToSelection();
    }),
  deleteClaim: () => onCurrentClaim(() => deleteCurrentClaim(commands.undo)),
  nextClaim: () => inArticle(() => goToNeighbour(1)),
  previousClaim: () => inArticle(() => goToNeighbour(-1)),
  textLarger: () => changeReadingSize(1),
  textSmaller: () => changeReadingSize(-1),
  textUsual: resetReadingSize,
  toggleClaims: () => togglePanel('claims'),
  toggleCard: () => togglePanel('card'),
  toggleList: () => inArticle(switchList),
  verifyFiles: () => inArticle(({ articleId }) => void verifyFiles(articleId)),
  keys: () => openDialog('keys'),
  about: () => openDialog('about'),
};
