import type { z } from 'zod';
import { appCommands, locationCommands } from './app-commands.ts';
import { backupCommands, checkCommands } from './backup-commands.ts';
import { importCommands } from './import-commands.ts';
import { libraryCommands, overviewCommands, searchCommands } from './library-commands.ts';
import { draftCommands, reportCommands, reviewCommands } from './review-commands.ts';
import { startCommands } from './start-commands.ts';
import { vaultCommands } from './vault-commands.ts';

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
