import * as fc from 'fast-check';
import { focusKeyCommands } from './focus-keys';
import { draftCommands } from './drafts';
import { claimEditCommands } from './claim-edits';
import { navigationCommands } from './navigation';
import { verdictCommands } from './verdicts';
import { listCommands } from './lists';
import { markingCommands } from './marking';
import { contextMenuCommands } from './context-menus';
import { queueCommands } from './queue';
import { readingCommands } from './reading';
import { dropAndPasteCommands } from './sources/drop-and-paste';
import { sourceCardCommands } from './sources/source-card';
import { evidenceCommands } from './sources/evidence';
import { typingCommands } from './typing';
import { dialogCommands } from './window/dialogs';
import { printingCommands } from './window/printing';
import { reopeningCommands } from './window/reopening';
import { reviewerCommands } from './window/reviewer';
import { windowCommands } from './window/window';

/** Commands of every kind. What stands here twice comes twice as often. */
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
      ...claimEditCommands,
      ...typingCommands,
      ...listCommands,
      ...contextMenuCommands,
      ...windowCommands,
      ...dialogCommands,
      ...evidenceCommands,
      ...sourceCardCommands,
      ...dropAndPasteCommands,
      ...draftCommands,
      ...queueCommands,
      ...queueCommands,
      ...readingCommands,
      ...printingCommands,
      ...reopeningCommands,
      ...reviewerCommands,
    ],
    { maxCommands: 60, size: 'max', ...(replayPath !== undefined && { replayPath }) },
  );
