import { currentDraft } from '../../shared/domain/review/review';
import { ArticleFieldset } from '../features/article/article-fieldset';
import { DetailsDialog } from '../features/article/details-dialog';
import { CompareDialog } from '../features/drafts/compare/compare-dialog';
import { CorrectionsDialog } from '../features/drafts/dialogs/corrections-dialog';
import { DraftDialog } from '../features/drafts/dialogs/draft-dialog';
import { DraftsDialog } from '../features/drafts/dialogs/drafts-dialog';
import { AboutDialog } from '../features/help/about-dialog';
import { KeysDialog } from '../features/help/keys-dialog';
import { PasteDialog } from '../features/import/paste-dialog';
import { PreviewDialog } from '../features/import/preview-dialog';
import { ProposedBlocks } from '../features/import/proposed-blocks';
import { WebDialog } from '../features/import/web-dialog';
import { ExportDialog } from '../features/reports/export-dialog';
import { ReviewerDialog } from '../features/settings/reviewer-dialog';
import { SettingsDialog } from '../features/settings/settings-dialog';
import { MergeDialog } from '../features/sources/card/merge-dialog';
import { LinksDialog } from '../features/sources/list/links-dialog';
import { closeDialog, useDialogs } from '../state/dialogs';
import { useProposals } from '../state/drafts/proposals';
import { useOpenReview } from '../state/review/open-review';
import { reviewerAnswered } from '../state/review/reviewer';
import { commands } from './commands';
import { keyGroups } from './keyboard/key-table';
import { TaskStatus } from './status/task-status';

/** What was read and waits, as an article of its own or as the next draft of the one on the screen. */
function ProposalDialog() {
  const [first] = useProposals(({ waiting }) => waiting);
  const session = useOpenReview((open) => open.session);
  const takesDraft = session !== null && !session.readOnly;
  if (takesDraft && first?.draftOf === session.articleId)
    return <DraftDialog key={first.id} proposed={first} Blocks={ProposedBlocks} tasks={<TaskStatus />} />;
  return (
    <PreviewDialog
      Fieldset={ArticleFieldset}
      tasks={<TaskStatus />}
      nextDraft={
        takesDraft ? { articleId: session.articleId, number: currentDraft(session.review).number + 1 } : null
      }
    />
  );
}

/** The one dialog that is open, if one is. */
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
      return <ProposalDialog />;
    case 'drafts':
      return <DraftsDialog onClose={closeDialog} />;
    case 'compare':
      return <CompareDialog onClose={closeDialog} />;
    case 'corrections':
      return <CorrectionsDialog onClose={closeDialog} />;
    case 'links':
      return <LinksDialog onClose={closeDialog} />;
    case 'mergeSources':
      return <MergeDialog onUndo={commands.undo} onClose={closeDialog} />;
    case 'details':
      return <DetailsDialog onClose={closeDialog} />;
    case 'export':
      return <ExportDialog onClose={closeDialog} />;
    case 'settings':
      return <SettingsDialog onClose={closeDialog} />;
    case 'keys':
      return <KeysDialog groups={keyGroups} onClose={closeDialog} />;
    case 'about':
      return <AboutDialog onClose={closeDialog} />;
    case 'reviewer':
      return <ReviewerDialog onDone={reviewerAnswered} />;
    case null:
      return null;
  }
}
