import type { z } from 'zod';
import { appCommands, locationCommands } from './app-commands';
import { backupCommands, checkCommands } from './backup-commands';
import { importCommands } from './import-commands';
import { libraryCommands, overviewCommands, searchCommands } from './library-commands';
import { draftCommands, reportCommands, reviewCommands } from './review-commands';
import { startCommands } from './start-commands';
import { vaultCommands } from './vault-commands';

/**
 * Every command that the window can send to main, written once: the client, the handlers and the validation derive from it.
 * Values are plain data: JSON types, and `Uint8Array` for bytes.
 */
export const commands = {
  ...startCommands,
  ...appCommands,
  ...libraryCommands,
  ...searchCommands,
  ...locationCommands,
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
