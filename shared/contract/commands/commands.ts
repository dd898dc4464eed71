import type { z } from 'zod';
import { appCommands } from './app-commands';
import { backupCommands } from './backup-commands';
import { checkCommands } from './check-commands';
import { draftCommands } from './draft-commands';
import { importCommands } from './import-commands';
import { libraryCommands } from './library-commands';
import { overviewCommands } from './overview-commands';
import { placeCommands } from './place-commands';
import { reportCommands } from './report-commands';
import { reviewCommands } from './review-commands';
import { searchCommands } from './search-commands';
import { startCommands } from './start-commands';
import { vaultCommands } from './vault-commands';

/**
 * Every command that the window can send to main, written once: the client, the handlers and the validation derive from it.
 * Values are plain data: JSON types, and `Uint8Array` for bytes. The folder above:
 *
 * - `events` are what main sends to the window without being asked
 * - `result` is what a command answers: a value or a failure
 * - `client` sends commands and listens to events, over the `bridge` that the preload exposes
 * - `importer-bridge` connects main and the hidden window that reads untrusted files
 */
export const commands = {
  ...startCommands,
  ...appCommands,
  ...libraryCommands,
  ...searchCommands,
  ...placeCommands,
  ...reviewCommands,
  ...importCommands,
  ...draftCommands,
  ...vaultCommands,
  ...reportCommands,
  ...backupCommands,
  ...checkCommands,
  ...overviewCommands,
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

type Commands = typeof commands;
export type CommandName = keyof Commands;
export type Input<N extends CommandName> = z.infer<Commands[N]['input']>;
export type Output<N extends CommandName> = z.infer<Commands[N]['output']>;
