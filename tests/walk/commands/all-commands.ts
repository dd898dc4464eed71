import * as fc from 'fast-check';
import { arrows } from './focus-keys';
import { draftCommands } from './drafts';
import { editing } from './claim-edits';
import { going } from './navigation';
import { judging } from './verdicts';
import { lists } from './lists';
import { marking } from './marking';
import { menuCommands } from './context-menus';
import { queueCommands } from './queue';
import { reading } from './reading';
import { givingCommands } from './sources/drop-and-paste';
import { sourceCardCommands } from './sources/source-card';
import { sourceCommands } from './sources/evidence';
import { typing } from './typing';
import { dialogCommands } from './window/dialogs';
import { printing } from './window/printing';
import { restarting } from './window/reopening';
import { reviewerCommands } from './window/reviewer';
import { windowCommands } from './window/window';

/** Commands of every kind. What stands here twice comes twice as often. */
export const allCommands = (replayPath?: string) =>
  fc.commands(
    [
      ...marking,
      ...marking,
      ...judging,
      ...judging,
      ...arrows,
      ...arrows,
      ...going,
      ...going,
      ...editing,
      ...editing,
      ...typing,
      ...lists,
      ...menuCommands,
      ...windowCommands,
      ...dialogCommands,
      ...sourceCommands,
      ...sourceCardCommands,
      ...givingCommands,
      ...draftCommands,
      ...queueCommands,
      ...queueCommands,
      ...reading,
      ...printing,
      ...restarting,
      ...reviewerCommands,
    ],
    { maxCommands: 60, size: 'max', ...(replayPath !== undefined && { replayPath }) },
  );
