import { getArticle, getNewestDraft } from '../../shared/domain/review/review';
import { ArticleFieldset } from '../features/article/article-fieldset';
import { DetailsDialog } from '../features/article/details-dialog';
import { BackupsPart } from '../features/backups/backups-part';
import { RestoreDialog } from '../features/backups/restore-dialog';
import { CheckDialog } from '../features/check/check-dialog';
import { AttachDialog } from '../features/claims/several/attach-dialog';
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
import { LeakDialog } from '../features/reports/leaks/leak-dialog';
import { SearchDialog } from '../features/search/search-dialog';
import { KeysDialog } from '../features/settings/keys-dialog';
import { ReviewerDialog } from '../features/settings/reviewer-dialog';
import { SettingsDialog } from '../features/settings/settings-dialog';
import { LinksDialog } from '../features/sources/links-dialog';
import { MergeDialog } from '../features/sources/merge-dialog';
import { useOpenReview } from '../state/article/open-review';
import { closeDialog, useDialogs } from '../state/dialogs';
import { usePendingImports } from '../state/drafts/pending-imports';
import { openFoundPlace } from './commands/open-found-place';
import { createShortcutGroups } from './keyboard/shortcut-groups';
import { Palette } from './palette/palette';
import { TaskStatus } from './status/task-status';

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

/** Renders the dialog that is open. */
export function Dialogs() {
  const { open } = useDialogs();
  const articleId = useOpenReview(({ session }) => session?.articleId ?? null);
  switch (open) {
    case 'paste':
      return <PasteDialog target={null} tasks={<TaskStatus />} onClose={closeDialog} />;
    case 'pasteDraft':
      return <PasteDialog target={articleId} tasks={<TaskStatus />} onClose={closeDialog} />;
    case 'openWeb':
      return <WebDialog onClose={closeDialog} />;
    case 'preview':
      return <ImportDialog />;
    case 'drafts':
      return <DraftsDialog onClose={closeDialog} />;
    case 'compare':
      return <CompareDialog onClose={closeDialog} />;
    case 'corrections':
      return <CorrectionsDialog onClose={closeDialog} />;
    case 'links':
      return <LinksDialog onClose={closeDialog} />;
    case 'mergeSources':
      return <MergeDialog onClose={closeDialog} />;
    case 'tags':
      return <TagsDialog onClose={closeDialog} />;
    case 'attachSeveral':
      return <AttachDialog onClose={closeDialog} />;
    case 'details':
      return <DetailsDialog onClose={closeDialog} />;
    case 'export':
      return <ExportDialog onClose={closeDialog} />;
    case 'librarySearch':
      return <SearchDialog onOpen={(id, place) => void openFoundPlace(id, place)} onClose={closeDialog} />;
    case 'overview':
      return articleId === null ? (
        <LibraryOverview onClose={closeDialog} />
      ) : (
        <ArticleOverview onClose={closeDialog} />
      );
    case 'leaks':
      return <LeakDialog onClose={closeDialog} />;
    case 'settings':
      return <SettingsDialog backups={<BackupsPart tasks={<TaskStatus />} />} onClose={closeDialog} />;
    case 'restore':
      return <RestoreDialog tasks={<TaskStatus />} onClose={closeDialog} />;
    case 'check':
      return <CheckDialog tasks={<TaskStatus />} onClose={closeDialog} />;
    case 'keys':
      return <ShortcutsDialog groups={createShortcutGroups()} onClose={closeDialog} />;
    case 'changeKeys':
      return <KeysDialog onClose={closeDialog} />;
    case 'palette':
      return <Palette />;
    case 'about':
      return <AboutDialog onClose={closeDialog} />;
    case 'reviewer':
      return <ReviewerDialog onClose={closeDialog} />;
    case null:
      return null;
  }
}
