import { z } from 'zod';
import { keptFileSchema, keptStates } from '../domain/attachment';
import { changeSchema, proposedChangeSchema } from '../domain/change';
import { historyEntrySchema } from '../domain/claim-history';
import { draftSchema } from '../domain/draft';
import { libraryEntrySchema } from '../domain/library-entry';
import { idSchema, lineSchema, longestLine, longestProse, momentSchema } from '../domain/primitives';
import { reviewDataSchema } from '../domain/review-data';
import { preferencesSchema } from '../domain/settings';
import { sourceSchema } from '../domain/source';
import { urlSchema } from '../domain/url';
import { draftProposalSchema } from '../import/proposal';
import { reportChoicesSchema } from '../reports/options';
import { quotePlaceSchema } from '../text/quote-place';

const nothing = z.null();
const article = z.strictObject({ articleId: idSchema });
/** Long work: the window gives it an id, hears of its progress by the event `progress`, and can cancel it. */
const task = z.strictObject({ taskId: idSchema });
const undoState = { canUndo: z.boolean(), canRedo: z.boolean() };

/** A file as main read it: its name without the folder, and its bytes. The page never gets a path. */
export const openedFileSchema = z.strictObject({
  name: z.string().min(1).max(1_000),
  bytes: z.instanceof(Uint8Array),
});

export type OpenedFile = z.infer<typeof openedFileSchema>;

/** Dropped and pasted files travel in pieces of at most so many bytes. */
export const largestChunk = 4 * 1024 * 1024;

/** A source that another article of the library has. */
export const knownSourceSchema = z.strictObject({
  articleId: idSchema,
  articleTitle: z.string(),
  source: sourceSchema,
  files: z.int().nonnegative(),
});

export type KnownSource = z.infer<typeof knownSourceSchema>;

/** The change that took a step back or forth again, as it stands in the history. */
const stepped = z.strictObject({ change: changeSchema, ...undoState });

/**
 * Everything the window can ask of main, written once: client, handlers and validation derive from it. Values are plain
 * data: JSON types, and `Uint8Array` for bytes; a command without input takes null.
 */
export const commands = {
  'app.about': {
    input: nothing,
    output: z.strictObject({
      version: z.string(),
      electron: z.string(),
      chrome: z.string(),
      platform: z.string(),
    }),
  },
  /** Answers the event `closing`: the window may go once nothing is waiting to be saved, or the reviewer says so. */
  'app.close': { input: z.strictObject({ unsaved: z.int().nonnegative() }), output: nothing },

  'settings.get': { input: nothing, output: preferencesSchema },
  'settings.change': { input: preferencesSchema.partial(), output: preferencesSchema },

  'library.list': {
    input: nothing,
    output: z.strictObject({
      articles: z.array(libraryEntrySchema),
      /** Damage that was found, in plain words: what happened, what was kept. */
      problems: z.array(z.string()),
    }),
  },
  'library.bin': { input: article, output: nothing },
  'library.restore': { input: article, output: nothing },

  /** Shows the system's dialog; null when it was cancelled. */
  'file.open': { input: nothing, output: openedFileSchema.nullable() },

  'article.create': { input: draftProposalSchema, output: article },

  'review.open': {
    input: article,
    output: z.strictObject({
      review: reviewDataSchema,
      /** The newest draft with its text. */
      draft: draftSchema,
      ...undoState,
      readOnly: z.boolean(),
      problems: z.array(z.string()),
    }),
  },
  /** Answered once the change is on the disk: when and by whom it stands in the history. */
  'review.apply': {
    input: z.strictObject({ articleId: idSchema, change: proposedChangeSchema }),
    output: z.strictObject({ at: momentSchema, by: lineSchema, ...undoState }),
  },
  /** Takes back the last step that can be; the answer is the change that does it. */
  'review.undo': { input: article, output: stepped },
  'review.redo': { input: article, output: stepped },
  /** The changes that concern one claim, oldest first. */
  'review.history': {
    input: z.strictObject({ articleId: idSchema, claimId: idSchema }),
    output: z.array(historyEntrySchema),
  },
  /** Writes the snapshot and lets go of the review. */
  'review.close': { input: article, output: nothing },

  /** Sources of other articles whose title, author, publisher or address holds these words; the best first. */
  'library.sources': {
    input: z.strictObject({ articleId: idSchema, query: z.string().min(1).max(longestLine) }),
    output: z.array(knownSourceSchema).max(20),
  },

  /** Calls a task off. One that is over, or was never begun, is called off already. */
  'task.cancel': { input: task, output: nothing },

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
  /** Reads every file of the article again and compares it with its sum; null when the task was cancelled. */
  'vault.verify': {
    input: task.extend({ articleId: idSchema }),
    output: z.array(z.strictObject({ attachmentId: idSchema, state: z.enum(keptStates) })).nullable(),
  },
  /**
   * Shows a read-only copy in the program for its type; what could act by itself (`type`), or what no program takes, is only
   * shown in its folder.
   */
  'vault.open': {
    input: z.strictObject({ articleId: idSchema, attachmentId: idSchema }),
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
    output: z.array(z.strictObject({ attachmentId: idSchema, place: quotePlaceSchema })).nullable(),
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

  /** Builds the report, asks where to put it, and writes it whole or not at all; null when it was cancelled. */
  'report.export': {
    input: task.extend({ articleId: idSchema, choices: reportChoicesSchema }),
    output: z.strictObject({ fileName: z.string(), at: momentSchema }).nullable(),
  },
  /**
   * What the report would look like: the address of a page for HTML and PDF, the beginning of the text for the others; null
   * when it was cancelled. `confidential` counts the confidential sources of the claims in it.
   */
  'report.preview': {
    input: task.extend({ articleId: idSchema, choices: reportChoicesSchema }),
    output: z
      .strictObject({
        shown: z.union([z.strictObject({ url: z.string() }), z.strictObject({ text: z.string() })]),
        claims: z.int().nonnegative(),
        confidential: z.int().nonnegative(),
        /** A sentence for each place where it would tell what is confidential; it can't be saved then. */
        leaks: z.array(z.string()),
      })
      .nullable(),
  },

  /** Shows the host of an outside link, and opens the browser only when the reviewer agrees. */
  'link.open': { input: z.strictObject({ url: urlSchema }), output: z.strictObject({ opened: z.boolean() }) },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

type Commands = typeof commands;
export type CommandName = keyof Commands;
export type Input<N extends CommandName> = z.infer<Commands[N]['input']>;
export type Output<N extends CommandName> = z.infer<Commands[N]['output']>;

/** Whether the name is one of a command. */
export function isCommandName(name: unknown): name is CommandName {
  return typeof name === 'string' && Object.hasOwn(commands, name);
}
