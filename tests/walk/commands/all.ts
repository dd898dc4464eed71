import * as fc from 'fast-check';
import { arrows } from './arrows';
import { dialogCommands } from './dialogs';
import { draftCommands } from './drafts';
import { editing } from './editing';
import { going } from './going';
import { judging } from './judging';
import { lists } from './lists';
import { marking } from './marking';
import { menuCommands } from './menus';
import { queueCommands } from './queue';
import { reading } from './reading';
import { restarting } from './restarting';
import { sourceCardCommands } from './source-card';
import { sourceCommands } from './sources';
import { windowCommands } from './window';

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
      ...lists,
      ...menuCommands,
      ...windowCommands,
      ...dialogCommands,
      ...sourceCommands,
      ...sourceCardCommands,
      ...draftCommands,
      ...queueCommands,
      ...queueCommands,
      ...reading,
      ...restarting,
    ],
    { maxCommands: 60, size: 'max', ...(replayPath !== undefined && { replayPath }) },
  );
