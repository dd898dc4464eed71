import { z } from 'zod';
import { draftSchema } from '../domain/draft';
import { changeSchema, proposedChangeSchema } from '../domain/history/change';
import { historyEntrySchema } from '../domain/history/claim-history';
import { libraryEntrySchema } from '../domain/library/library-entry';
import { idSchema, lineSchema, longestLine, momentSchema } from '../domain/primitives';
import { reviewDataSchema } from '../domain/review/review-data';
import { preferencesSchema } from '../domain/settings';
import { sourceSchema } from '../domain/source';
import { urlSchema } from '../domain/url';
import { draftProposalSchema } from '../import/proposal';
import { article, nothing, task } from './command-parts';
import { draftCommands } from './draft-commands';
import { importCommands } from './import-commands';
import { reportCommands } from './report-commands';
import { unfinishedSchema } from './unfinished';
import { vaultCommands } from './vault-commands';

const undoState = { canUndo: z.boolean(), canRedo: z.boolean() };

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
  /** Answers the event `closing`: the window may go once nothing is unfinished, or the reviewer says so. */
  'app.close': { input: unfinishedSchema, output: nothing },

  /**
   * Pastes into the field that has the focus, as Ctrl+V does. The page has no permission to read the clipboard; what is
   * pasted comes to it as an event of the field. False when nothing is pasted: the window is not in front, or nobody pressed
   * a key or a button just before.
   */
  'app.paste': { input: nothing, output: z.boolean() },

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
  /**
   * Deletes an article of the bin with all its files; there is no way back. `isWhole` is false when some of its files are
   * removed only by the next start.
   */
  'library.delete': { input: article, output: z.strictObject({ isWhole: z.boolean() }) },

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

  /** Cancels a task. One that is over, or was never begun, is cancelled already. */
  'task.cancel': { input: task, output: nothing },

  ...importCommands,
  ...draftCommands,
  ...vaultCommands,
  ...reportCommands,

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
