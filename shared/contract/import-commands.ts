import { z } from 'zod';
import { longestText } from '../domain/draft';
import { idSchema, longestLine } from '../domain/primitives';
import { draftReadingSchema } from '../import/proposal';
import { nothing, task } from './command-parts';

/** Dropped and pasted files travel in pieces of at most so many bytes. */
export const largestChunk = 4 * 1024 * 1024;

/** UTF-16 units of what is pasted at once: markup around the words may take more room than they do. */
export const mostPasted = 2 * longestText;

/** A file that waits in main to be read. The page knows its name, and never its path. */
export const waitingFileSchema = z.strictObject({ fileId: idSchema, name: z.string().min(1).max(1_000) });

export type WaitingFile = z.infer<typeof waitingFileSchema>;

const file = z.strictObject({ fileId: idSchema });

/** What the window can ask about files and pages that are to become articles. */
export const importCommands = {
  /** Asks for files with the system's dialog; null when it was cancelled. */
  'import.choose': { input: nothing, output: z.array(waitingFileSchema).nullable() },
  /** A file that the page holds (dropped) comes in pieces, in order: begin, then append until it is whole. */
  'import.begin': {
    input: z.strictObject({ name: z.string().max(10_000), bytes: z.int().nonnegative() }),
    output: waitingFileSchema,
  },
  'import.append': {
    input: file.extend({ chunk: z.instanceof(Uint8Array).refine((chunk) => chunk.length <= largestChunk) }),
    output: nothing,
  },
  /** Fetches a page from the web, once the reviewer agreed; null when the dialog or the task was cancelled. */
  'import.fetch': {
    input: task.extend({ address: z.string().max(longestLine) }),
    output: waitingFileSchema.nullable(),
  },
  /** What is in a waiting file; null when the task was cancelled. A fetched page waits on, to be kept with the article. */
  'import.read': { input: task.extend({ fileId: idSchema }), output: draftReadingSchema.nullable() },
  /** What was pasted, as plain text or with its structure; null when the task was cancelled. */
  'import.paste': {
    input: task.extend({
      type: z.enum(['text/plain', 'text/html']),
      content: z.string().max(mostPasted),
    }),
    output: draftReadingSchema.nullable(),
  },
  /** Nobody waits for the file any more. */
  'import.drop': { input: file, output: nothing },
} as const;
