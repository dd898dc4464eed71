import { z } from 'zod';
import { maxTextLength } from '#shared/domain/base/draft.ts';
import { idSchema, maxLineLength } from '#shared/domain/base/primitives.ts';
import { encodings } from '#shared/import/base/encoding-names.ts';
import { readResultSchema } from '#shared/import/base/proposal.ts';
import { articleInput, editedProposalInput, nothing, proposalInput, taskInput } from './command-parts.ts';

/**
 * Largest chunk in which files that the window holds are sent to main, in bytes. Each is copied several times on its way, so
 * larger ones cost main more memory and save little time.
 */
export const maxChunkBytes = 1024 * 1024;

export const chunkSchema = z.instanceof(Uint8Array).refine((chunk) => chunk.length <= maxChunkBytes);

/** Longest pasted content, in UTF-16 code units. Its markup may be longer than its text. */
export const maxPastedLength = 2 * maxTextLength;

/** A file that waits in main to be imported. The window knows its name, but never its path. */
export const waitingFileSchema = z.strictObject({ fileId: idSchema, name: z.string().min(1).max(1_000) });

export type WaitingFile = z.infer<typeof waitingFileSchema>;

const fileInput = z.strictObject({ fileId: idSchema });

const [accepted, refused] = readResultSchema.options;

/** The result of reading a file or paste, with the id under which main keeps the proposal. */
const importedSchema = z.discriminatedUnion('ok', [
  accepted.omit({ textMap: true }).extend(proposalInput.shape),
  refused,
]);

export type Imported = z.infer<typeof importedSchema>;

/** At most this many drafts that repeat an import are named. */
export const maxKnownDrafts = 3;

const knownDraftSchema = z.strictObject({
  articleId: idSchema,
  /** The title of the article. */
  title: z.string(),
  /** Null for the newest draft. */
  draftId: idSchema.nullable(),
  number: z.int().positive(),
  /**
   * Whether it has the same text, was read from the same file, or has the claims to which comments of the import belong: a Word report
   * that comes back. Then it is the newest draft.
   */
  same: z.enum(['text', 'file', 'claims']),
  /** How many comments belong to its claims; absent where that is not what they share. */
  comments: z.int().positive().optional(),
});

/** A draft in the library that an import repeats, or answers. */
export type KnownDraft = z.infer<typeof knownDraftSchema>;

/** Commands about files and web pages that are to become articles or drafts, and the creation of the article. */
export const importCommands = {
  /** Shows the system's dialog for opening files; null when it was cancelled. */
  'import.choose': { input: nothing, output: z.array(waitingFileSchema).nullable() },
  /** A dropped file is sent in chunks, in order: `begin`, then `append` until it is complete. */
  'import.begin': {
    input: z.strictObject({ name: z.string().max(10_000), bytes: z.int().nonnegative() }),
    output: waitingFileSchema,
  },
  'import.append': { input: fileInput.extend({ chunk: chunkSchema }), output: nothing },
  /** Fetches a web page after the reviewer agreed; null when the dialog or the task was cancelled. */
  'import.fetch': {
    input: taskInput.extend({ address: z.string().max(maxLineLength) }),
    output: waitingFileSchema.nullable(),
  },
  /**
   * Reads a waiting file, which does not wait any more once it was read as a draft; null when the task was cancelled. `draftOf` is the
   * article whose next draft it is to be, whose reports are recognised then; absent for an article of its own.
   */
  'import.read': {
    input: taskInput.extend(fileInput.shape).extend({ draftOf: idSchema.optional() }),
    output: importedSchema.nullable(),
  },
  /** Reads pasted content; null when the task was cancelled. */
  'import.paste': {
    input: taskInput.extend({
      type: z.enum(['text/plain', 'text/html']),
      content: z.string().max(maxPastedLength),
    }),
    output: importedSchema.nullable(),
  },
  /**
   * Reads the file of a proposal in another encoding, when its own is not certain. The new proposal takes the place of the old one,
   * unless the file can't be read so; null when the task was cancelled.
   */
  'import.readAgain': {
    input: taskInput.extend(proposalInput.shape).extend({ encoding: z.enum(encodings) }),
    output: importedSchema.nullable(),
  },
  /** The drafts in the library that have the text of a proposal, or were read from the same file, or that it answers. */
  'import.findKnown': { input: proposalInput, output: z.array(knownDraftSchema).max(maxKnownDrafts) },
  /** Discards a waiting file or a proposal. One that is gone counts as discarded. */
  'import.discard': { input: z.union([fileInput, proposalInput]), output: nothing },
  /** Creates an article from a proposal, which is dropped then. */
  'article.create': { input: editedProposalInput, output: articleInput },
  'article.createSample': { input: nothing, output: articleInput },
} as const;
