import type { ComponentType } from 'react';
import type { FoundPlace } from '#shared/contract/commands/library-commands.ts';
import { getArticle, getNewestDraft } from '#shared/domain/review/review.ts';
import { ArticleFieldset } from '../features/article/article-fieldset.tsx';
import { DetailsDialog } from '../features/article/details-dialog.tsx';
import { BackupsPart } from '../features/backups/backups-part.tsx';
import { RestoreDialog } from '../features/backups/restore-dialog.tsx';
import { CheckDialog } from '../features/check/check-dialog.tsx';
import { AttachDialog } from '../features/claims/list/attach-dialog.tsx';
import { TagsDialog } from '../features/claims/tags/tags-dialog.tsx';
import { AddDraftDialog } from '../features/drafts/add-draft-dialog.tsx';
import { CompareDialog } from '../features/drafts/compare-dialog.tsx';
import { CorrectionsDialog } from '../features/drafts/corrections-dialog.tsx';
import { DraftsDialog } from '../features/drafts/drafts-dialog.tsx';
import { AboutDialog } from '../features/help/about-dialog.tsx';
import { ShortcutsDialog } from '../features/help/shortcuts-dialog.tsx';
import { BlockEditor } from '../features/import/block-editor.tsx';
import { PreviewDialog } from '../features/import/import-preview.tsx';
import { AnnotationQuestions, EncodingField, KnownDrafts } from '../features/import/import-questions.tsx';
import { PasteDialog } from '../features/import/paste-dialog.tsx';
import { WebDialog } from '../features/import/web-dialog.tsx';
import { ArticleOverview } from '../features/overview/article-overview.tsx';
import { LibraryOverview } from '../features/overview/library-overview.tsx';
import { ExportDialog } from '../features/reports/export-dialog.tsx';
import { LeakDialog } from '../features/reports/leak-dialog.tsx';
import { SearchDialog } from '../features/search/search-dialog.tsx';
import { KeysDialog } from '../features/settings/keys-dialog.tsx';
import { ReviewerDialog } from '../features/settings/reviewer-dialog.tsx';
import { SettingsDialog } from '../features/settings/settings-dialog.tsx';
import { LinksDialog } from '../features/sources/links-dialog.tsx';
import { MergeDialog } from '../features/sources/merge-dialog.tsx';
import { showArticle } from '../state/article/show-article.ts';
import { closeDialog, type DialogName, useDialogs } from '../state/base/dialogs.ts';
import { usePendingImports } from '../state/drafts/pending-imports.ts';
import { currentSession, useOpenReview } from '../state/review/open-review.ts';
import { findListedClaim } from '../state/review/session.ts';
import { goToListedClaim, revealSpan, selectText, showSource } from '../state/view/navigate.ts';
import { showPanel } from '../state/view/panels.ts';
import { focusMainArea } from '../state/view/viewport.ts';
import { Palette } from './commands/palette.tsx';
import { createShortcutGroups } from './commands/shortcut-groups.ts';
import { TaskStatus } from './status/task-status.tsx';

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
