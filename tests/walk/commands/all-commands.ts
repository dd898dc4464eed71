import * as fc from 'fast-check';
import { claimEditCommands, splitCommands } from './claim-edits';
import { contextMenuCommands } from './context-menus';
import { coverageCommands } from './coverage';
import { dialogCommands, importDialogCommands, linkCommands } from './dialogs';
import { draftCommands, returningCommands } from './drafts';
import { dropAndPasteCommands } from './drop-and-paste';
import { evidenceCommands, proposedEvidenceCommands } from './evidence';
import { exportingCommands, printingCommands } from './exporting';
import { markingCommands } from './marking';
import { findingCommands, focusKeyCommands, navigationCommands } from './navigation';
import { queryCommands } from './queries';
import { queueCommands } from './queue';
import { listCommands, readingCommands } from './reading';
import { reviewerCommands } from './reviewer';
import { severalCommands, tagCommands } from './several-claims';
import { sourceCardCommands } from './source-card';
import { typingCommands } from './typing';
import { noticeCommands, undoCommands } from './undo';
import { verdictCommands } from './verdicts';
import { reopeningCommands, windowCommands } from './window';

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
