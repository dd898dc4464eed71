import * as fc from 'fast-check';
import { claimEditCommands } from './claims/claim-edits';
import { markingCommands } from './claims/marking';
import { severalCommands } from './claims/several';
import { splitCommands } from './claims/split';
import { tagCommands } from './claims/tags';
import { verdictCommands } from './claims/verdicts';
import { contextMenuCommands } from './context-menus';
import { coverageCommands } from './coverage';
import { draftCommands } from './drafts';
import { findingCommands } from './finding';
import { focusKeyCommands } from './focus-keys';
import { listCommands } from './lists';
import { navigationCommands } from './navigation';
import { noticeCommands } from './notices';
import { queryCommands } from './queries';
import { queueCommands } from './queue';
import { readingCommands } from './reading';
import { returningCommands } from './returning';
import { dropAndPasteCommands } from './sources/drop-and-paste';
import { evidenceCommands } from './sources/evidence';
import { proposedEvidenceCommands } from './sources/proposed-evidence';
import { sourceCardCommands } from './sources/source-card';
import { typingCommands } from './typing';
import { undoCommands } from './undo';
import { dialogCommands } from './window/dialogs';
import { exportingCommands } from './window/exporting';
import { importDialogCommands } from './window/import-dialogs';
import { linkCommands } from './window/links';
import { printingCommands } from './window/printing';
import { reopeningCommands } from './window/reopening';
import { reviewerCommands } from './window/reviewer';
import { windowCommands } from './window/window';

/** Sequences of all commands. Commands that are listed twice come twice as often. The order is part of what a seed means. */
export const createCommands = (replayPath?: string) =>
  fc.commands(
    [
      ...markingCommands,
      ...markingCommands,
      ...verdictCommands,
      ...verdictCommands,
      ...focusKeyCommands,
      ...focusKeyCommands,
      ...navigationCommands,
      ...navigationCommands,
      ...claimEditCommands,
      ...undoCommands,
      ...claimEditCommands,
      ...undoCommands,
      ...typingCommands,
      ...listCommands,
      ...contextMenuCommands,
      ...windowCommands,
      ...dialogCommands,
      ...importDialogCommands,
      ...evidenceCommands,
      ...proposedEvidenceCommands,
      ...splitCommands,
      ...sourceCardCommands,
      ...dropAndPasteCommands,
      ...draftCommands,
      ...queueCommands,
      ...queueCommands,
      ...readingCommands,
      ...coverageCommands,
      ...queryCommands,
      ...severalCommands,
      ...tagCommands,
      ...printingCommands,
      ...reopeningCommands,
      ...reviewerCommands,
      ...exportingCommands,
      ...returningCommands,
      ...findingCommands,
      ...noticeCommands,
      ...linkCommands,
    ],
    { maxCommands: 60, size: 'max', ...(replayPath !== undefined && { replayPath }) },
  );
