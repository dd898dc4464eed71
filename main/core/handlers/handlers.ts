import { createAppHandlers, createLinkHandlers, createSettingsHandlers, createTaskHandlers } from './app';
import { createBackupHandlers } from './backup';
import { createCheckHandlers } from './check';
import type { HandlerContext, LaterHandlers } from './context';
import { createArticleHandlers, createDraftHandlers } from './draft';
import { createImportHandlers } from './import';
import { createLibraryHandlers, createSearchHandlers } from './library';
import { createLocationHandlers } from './location';
import { createOverviewHandlers } from './overview';
import { createReportHandlers } from './report';
import { createReviewHandlers } from './review';
import { createVaultHandlers } from './vault';

/** A handler for every command of the contract but those of `start.ts`, which answers before this is loaded. */
export function createHandlers(context: HandlerContext): LaterHandlers {
  return {
    ...createAppHandlers(context),
    ...createSettingsHandlers(context),
    ...createLibraryHandlers(context),
    ...createSearchHandlers(context),
    ...createLocationHandlers(context),
    ...createImportHandlers(context),
    ...createArticleHandlers(context),
    ...createDraftHandlers(context),
    ...createReviewHandlers(context),
    ...createTaskHandlers(context),
    ...createVaultHandlers(context),
    ...createReportHandlers(context),
    ...createLinkHandlers(context),
    ...createBackupHandlers(context),
    ...createCheckHandlers(context),
    ...createOverviewHandlers(context),
  };
}
