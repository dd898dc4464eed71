import { z } from 'zod';
import { storedFileSchema, storedFileStates } from '#shared/domain/base/attachment.ts';
import { idSchema, maxProseLength } from '#shared/domain/base/primitives.ts';
import { sourceSchema } from '#shared/domain/base/source.ts';
import { quoteLocationSchema } from '#shared/import/base/document-text.ts';
import { nothing, taskInput } from './command-parts.ts';
import { chunkSchema } from './import-commands.ts';

/** Identifies a stored file by the id of an attachment, or of the draft that was read from it. */
const keptInput = z.strictObject({ articleId: idSchema, keptId: idSchema });

/** Commands about the files in an article's vault. */
export const vaultCommands = {
  /** Copies files into the vault that are chosen in the system's dialog; null when the dialog or the task was cancelled. */
  'vault.pick': {
    input: taskInput.extend({ articleId: idSchema }),
    output: z.strictObject({ files: z.array(storedFileSchema), problems: z.array(z.string()) }).nullable(),
  },
  /** A dropped or pasted file is sent in chunks, in order: `begin`, `append` until it is complete, `commit`. */
  'vault.begin': {
    input: taskInput.extend({
      articleId: idSchema,
      name: z.string().max(10_000),
      bytes: z.int().nonnegative(),
    }),
    output: nothing,
  },
  'vault.append': { input: taskInput.extend({ chunk: chunkSchema }), output: nothing },
  'vault.commit': { input: taskInput, output: storedFileSchema },
  /**
   * Verifies the checksum of every file in the vault; null when the task was cancelled. `keptId` is the id of an
   * attachment, or of a draft that was fetched as a web page.
   */
  'vault.verify': {
    input: taskInput.extend({ articleId: idSchema }),
    output: z.array(z.strictObject({ keptId: idSchema, state: z.enum(storedFileStates) })).nullable(),
  },
  /**
   * Opens a read-only copy in the system's program for its type. A file whose type could run code (`type`) is only shown in its
   * folder, and one for which there is no program is not shown.
   */
  'vault.open': {
    input: keptInput,
    output: z.strictObject({
      shown: z.enum(['file', 'folder', 'nothing']),
      /** Why the file is not opened; null when it is. */
      why: z.enum(['type', 'noProgram']).nullable(),
    }),
  },
  /** Shows a read-only copy in its folder. */
  'vault.showInFolder': { input: keptInput, output: nothing },
  /** Saves a copy where the reviewer chooses. Returns the name that it has there; null when the dialog was cancelled. */
  'vault.saveCopy': { input: keptInput, output: z.string().nullable() },
  /** Searches the files of a source for a quote, with a result for each file; null when the task was cancelled. */
  'vault.findQuote': {
    input: taskInput.extend({
      articleId: idSchema,
      sourceId: idSchema,
      quote: z.string().min(1).max(maxProseLength),
    }),
    output: z
      .array(
        z.strictObject({
          attachmentId: idSchema,
          place: quoteLocationSchema,
          /** The problem of the file in the vault; null when none is known. */
          fileState: z.enum(['altered', 'missing']).nullable(),
        }),
      )
      .nullable(),
  },
  /**
   * Copies the files of another article's source into this article's vault; null when the task was cancelled. `missing`
   * lists the names of the files that are missing or altered there.
   */
  'vault.adopt': {
    input: taskInput.extend({
      articleId: idSchema,
      from: z.strictObject({ articleId: idSchema, sourceId: idSchema }),
    }),
    output: z
      .strictObject({ source: sourceSchema, files: z.array(storedFileSchema), missing: z.array(z.string()) })
      .nullable(),
  },
} as const;
