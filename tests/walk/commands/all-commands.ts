import * as fc from 'fast-check';
import { claimEditCommands, splitCommands } from './claim-edits.ts';
import { contextMenuCommands } from './context-menus.ts';
import { coverageCommands } from './coverage.ts';
import { dialogCommands, importDialogCommands, linkCommands } from './dialogs.ts';
import { draftCommands, returningCommands } from './drafts.ts';
import { dropAndPasteCommands } from './drop-and-paste.ts';
import { evidenceCommands, proposedEvidenceCommands } from './evidence.ts';
import { exportingCommands, printingCommands } from './exporting.ts';
import { markingCommands } from './marking.ts';
import { findingCommands, focusKeyCommands, navigationCommands } from './navigation.ts';
import { queryCommands } from './queries.ts';
import { queueCommands } from './queue.ts';
import { listCommands, readingCommands } from './reading.ts';
import { reviewerCommands } from './reviewer.ts';
import { severalCommands, tagCommands } from './several-claims.ts';
import { sourceCardCommands } from './source-card.ts';
import { typingCommands } from './typing.ts';
import { noticeCommands, undoCommands } from './undo.ts';
import { verdictCommands } from './verdicts.ts';
import { reopeningCommands, windowCommands } from './window.ts';

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
