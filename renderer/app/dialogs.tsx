import { ArticleFieldset } from '../features/article/article-fieldset';
import { DetailsDialog } from '../features/article/details-dialog';
import { AboutDialog } from '../features/help/about-dialog';
import { KeysDialog } from '../features/help/keys-dialog';
import { PasteDialog } from '../features/import/paste-dialog';
import { PreviewDialog } from '../features/import/preview-dialog';
import { WebDialog } from '../features/import/web-dialog';
import { ExportDialog } from '../features/reports/export-dialog';
import { ReviewerDialog } from '../features/settings/reviewer-dialog';
import { SettingsDialog } from '../features/settings/settings-dialog';
import { LinksDialog } from '../features/sources/links-dialog';
import { closeDialog, useDialogs } from '../state/dialogs';
import { reviewerAnswered } from '../state/reviewer';
import { keyGroups } from './key-table';
import { TaskStatus } from './task-status';

/** The one dialog that is open, if one is. */
export function Dialogs() {
  const { open } = useDialogs();
  switch (open) {
    case 'paste':
      return <PasteDialog tasks={<TaskStatus />} onClose={closeDialog} />;
    case 'openWeb':
      return <WebDialog onClose={closeDialog} />;
    case 'preview':
      return <PreviewDialog Fieldset={ArticleFieldset} tasks={<TaskStatus />} />;
    case 'links':
      return <LinksDialog onClose={closeDialog} />;
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
