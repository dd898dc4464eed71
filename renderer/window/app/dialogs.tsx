import type { ComponentType } from 'react';
import type { FoundPlace } from '../../../shared/contract/commands/library-commands';
import { getArticle, getNewestDraft } from '../../../shared/domain/review/review';
import { ArticleFieldset } from '../features/article/article-fieldset';
import { DetailsDialog } from '../features/article/details-dialog';
import { BackupsPart } from '../features/backups/backups-part';
import { RestoreDialog } from '../features/backups/restore-dialog';
import { CheckDialog } from '../features/check/check-dialog';
import { AttachDialog } from '../features/claims/list/attach-dialog';
import { TagsDialog } from '../features/claims/tags/tags-dialog';
import { AddDraftDialog } from '../features/drafts/add-draft-dialog';
import { CompareDialog } from '../features/drafts/compare-dialog';
import { CorrectionsDialog } from '../features/drafts/corrections-dialog';
import { DraftsDialog } from '../features/drafts/drafts-dialog';
import { AboutDialog } from '../features/help/about-dialog';
import { ShortcutsDialog } from '../features/help/shortcuts-dialog';
import { BlockEditor } from '../features/import/block-editor';
import { PreviewDialog } from '../features/import/import-preview';
import { AnnotationQuestions, EncodingField, KnownDrafts } from '../features/import/import-questions';
import { PasteDialog } from '../features/import/paste-dialog';
import { WebDialog } from '../features/import/web-dialog';
import { ArticleOverview } from '../features/overview/article-overview';
import { LibraryOverview } from '../features/overview/library-overview';
import { ExportDialog } from '../features/reports/export-dialog';
import { LeakDialog } from '../features/reports/leak-dialog';
import { SearchDialog } from '../features/search/search-dialog';
import { KeysDialog } from '../features/settings/keys-dialog';
import { ReviewerDialog } from '../features/settings/reviewer-dialog';
import { SettingsDialog } from '../features/settings/settings-dialog';
import { LinksDialog } from '../features/sources/links-dialog';
import { MergeDialog } from '../features/sources/merge-dialog';
import { showArticle } from '../state/article/show-article';
import { closeDialog, type DialogName, useDialogs } from '../state/base/dialogs';
import { usePendingImports } from '../state/drafts/pending-imports';
import { currentSession, useOpenReview } from '../state/review/open-review';
import { findListedClaim } from '../state/review/session';
import { goToListedClaim, revealSpan, selectText, showSource } from '../state/view/navigate';
import { showPanel } from '../state/view/panels';
import { focusMainArea } from '../state/view/viewport';
import { Palette } from './commands/palette';
import { createShortcutGroups } from './commands/shortcut-groups';
import { TaskStatus } from './status/task-status';

/** Opens an article where the search of the library found something in it. */
async function openFoundPlace(articleId: string, place: FoundPlace): Promise<void> {
  closeDialog();
  const before = currentSession();
  const isShown = before?.articleId === articleId && !before.isPast;
  if (!isShown && !(await showArticle(articleId))) return;
  const session = currentSession();
  if (session?.articleId !== articleId) return;
  const { kind, refId, span } = place;
  if (span && span.end <= session.draft.text.length) {
    revealSpan(span);
    selectText(span);
    focusMainArea();
  } else if (kind === 'source' && refId !== null && session.review.sources.has(refId)) {
    showPanel('card');
    showSource(refId);
  } else if (refId !== null) {
    const claim = findListedClaim(session, refId);
    if (!claim) return;
    showPanel('card');
    goToListedClaim(claim);
  }
}

/** The preview of the first pending import: an article of its own, or the next draft of the article on the screen. */
function ImportDialog() {
  const [first] = usePendingImports(({ pending }) => pending);
  const session = useOpenReview((open) => open.session);
  const canAddDraft = session !== null && !session.readOnly;
  if (canAddDraft && first?.draftOf === session.articleId)
    return (
      <AddDraftDialog
        pendingImport={first}
        Blocks={BlockEditor}
        Annotations={AnnotationQuestions}
        Encoding={EncodingField}
        Known={KnownDrafts}
        tasks={<TaskStatus />}
      />
    );
  return (
    <PreviewDialog
      Fieldset={ArticleFieldset}
      tasks={<TaskStatus />}
      nextDraft={
        canAddDraft
          ? {
              articleId: session.articleId,
              title: getArticle(session.review).title,
              number: getNewestDraft(session.review).number + 1,
            }
          : null
      }
    />
  );
}

interface ClosableProps {
  onClose: () => void;
}

function PasteDraftDialog({ onClose }: ClosableProps) {
  const articleId = useOpenReview(({ session }) => session?.articleId ?? null);
  return <PasteDialog target={articleId} tasks={<TaskStatus />} onClose={onClose} />;
}

function OverviewDialog({ onClose }: ClosableProps) {
  const isInLibrary = useOpenReview(({ session }) => session === null);
  return isInLibrary ? <LibraryOverview onClose={onClose} /> : <ArticleOverview onClose={onClose} />;
}

const dialogs: Readonly<Record<DialogName, ComponentType<ClosableProps>>> = {
  paste: (props) => <PasteDialog target={null} tasks={<TaskStatus />} {...props} />,
  pasteDraft: PasteDraftDialog,
  openWeb: WebDialog,
  preview: ImportDialog,
  drafts: DraftsDialog,
  compare: CompareDialog,
  corrections: CorrectionsDialog,
  links: LinksDialog,
  mergeSources: MergeDialog,
  tags: TagsDialog,
  attachSeveral: AttachDialog,
  details: DetailsDialog,
  export: ExportDialog,
  librarySearch: (props) => (
    <SearchDialog onOpen={(id, place) => void openFoundPlace(id, place)} {...props} />
  ),
  overview: OverviewDialog,
  leaks: LeakDialog,
  settings: (props) => <SettingsDialog backups={<BackupsPart tasks={<TaskStatus />} />} {...props} />,
  restore: (props) => <RestoreDialog tasks={<TaskStatus />} {...props} />,
  check: (props) => <CheckDialog tasks={<TaskStatus />} {...props} />,
  keys: (props) => <ShortcutsDialog groups={createShortcutGroups()} {...props} />,
  changeKeys: KeysDialog,
  palette: Palette,
  about: AboutDialog,
  reviewer: ReviewerDialog,
};

/** Renders the dialog that is open. */
export function Dialogs() {
  const { open } = useDialogs();
  if (open === null) return null;
  const Dialog = dialogs[open];
  return <Dialog onClose={closeDialog} />;
}
