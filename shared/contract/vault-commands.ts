import { z } from 'zod';
import { keptFileSchema, keptStates } from '../domain/attachment';
import { idSchema, longestProse } from '../domain/primitives';
import { sourceSchema } from '../domain/source';
import { quotePlaceSchema } from '../quotes/quote-location';
import { nothing, task } from './command-parts';
import { largestChunk } from './import-commands';

/** What the window can ask about the files kept with an article's sources. */
export const vaultCommands = {
  /** Asks for files with the system's dialog and copies them into the vault; null when dialog or task was cancelled. */
  'vault.pick': {
    input: task.extend({ articleId: idSchema }),
    output: z.strictObject({ files: z.array(keptFileSchema), problems: z.array(z.string()) }).nullable(),
  },
  /** A file that the page holds (dropped, pasted) comes in pieces, in order: begin, append until it is whole, commit. */
  'vault.begin': {
    input: task.extend({
      articleId: idSchema,
      name: z.string().max(10_000),
      bytes: z.int().nonnegative(),
    }),
    output: nothing,
  },
  'vault.append': {
    input: task.extend({ chunk: z.instanceof(Uint8Array).refine((chunk) => chunk.length <= largestChunk) }),
    output: nothing,
  },
  'vault.commit': { input: task, output: keptFileSchema },
  /**
   * Reads every file that is kept for the article again and compares it with its sum; null when the task was cancelled.
   * `keptId` is the id of an attachment, or of a draft that was fetched from the web.
   */
  'vault.verify': {
    input: task.extend({ articleId: idSchema }),
    output: z.array(z.strictObject({ keptId: idSchema, state: z.enum(keptStates) })).nullable(),
  },
  /**
   * Shows a read-only copy in the program for its type; what could act by itself (`type`), or what no program takes, is only
   * shown in its folder.
   */
  'vault.open': {
    input: z.strictObject({ articleId: idSchema, keptId: idSchema }),
    output: z.strictObject({
      shown: z.enum(['file', 'folder']),
      /** Why it is the folder; null when it is the file. */
      why: z.enum(['type', 'noProgram']).nullable(),
    }),
  },
  /** Whether words really stand in the files of a source, and where: one answer a file; null when the task was cancelled. */
  'vault.findQuote': {
    input: task.extend({
      articleId: idSchema,
      sourceId: idSchema,
      quote: z.string().min(1).max(longestProse),
    }),
    output: z
      .array(
        z.strictObject({
          attachmentId: idSchema,
          place: quotePlaceSchema,
          /** What the copy in the vault was found to be; null as long as nothing speaks against it. */
          kept: z.enum(['altered', 'missing']).nullable(),
        }),
      )
      .nullable(),
  },
  /**
   * Copies the files of another article's source into this one's vault; null when the task was cancelled. `missing` are the
   * names of those that are gone or altered.
   */
  'vault.adopt': {
    input: task.extend({
      articleId: idSchema,
      from: z.strictObject({ articleId: idSchema, sourceId: idSchema }),
    }),
    output: z
      .strictObject({
        source: sourceSchema,
        files: z.array(keptFileSchema),
        missing: z.array(z.string()),
      })
      .nullable(),
  },
} as const;
