import { z } from 'zod';
import { idSchema, timestampSchema } from '../../domain/primitives';
import { rememberedChoicesSchema, reportChoicesSchema } from '../../domain/report-options';
import { missingFieldSchema } from '../../reports/claim-review/missing-field';
import { leakSchema } from '../../reports/confidential/leak';
import { nothing, taskInput } from './command-parts';

/** A report that was written since the app started, by its id from `report.export`. */
const reportInput = z.strictObject({ reportId: idSchema });

/**
 * The ids of possible leaks of this report that the reviewer confirmed to be none, one by one. They count for this command alone:
 * main searches the report again, and a leak whose words or place changed has another id.
 */
const confirmed = z.array(z.string().max(64)).max(10_000);

/**
 * A report that was written. `furtherNames` are those of the files beside the chosen one. `place` says whether the reviewer chose it
 * in the dialog, or the last report's name was used `again`, or a new one `beside` it, because that file was changed since.
 */
const exported = reportInput.extend({
  fileName: z.string(),
  furtherNames: z.array(z.string()),
  place: z.enum(['chosen', 'again', 'beside']),
  at: timestampSchema,
});

/** Commands about reports. */
export const reportCommands = {
  /** The choices to begin with: those of the article's last report, else of the last one of any article. Never those for lawyers. */
  'report.choices': {
    input: z.strictObject({ articleId: idSchema }),
    output: z.strictObject({ choices: rememberedChoicesSchema }),
  },
  /** Builds the report, asks where to save it, and writes it completely or not at all; null when it was cancelled. */
  'report.export': {
    input: taskInput.extend({ articleId: idSchema, choices: reportChoicesSchema, confirmed }),
    output: exported.nullable(),
  },
  /**
   * Repeats the last export of an article with the same choices, without a dialog: its files are replaced if nobody changed them, else
   * the report gets a new name beside them. It asks where to save when their folder is gone. `notRepeated` when none is known, or it
   * was for lawyers, which is decided anew each time; null when it was cancelled.
   */
  'report.exportAgain': {
    input: taskInput.extend({ articleId: idSchema }),
    output: z
      .discriminatedUnion('state', [
        exported.extend({ state: z.literal('saved'), choices: reportChoicesSchema }),
        z.strictObject({ state: z.literal('notRepeated'), why: z.enum(['unknown', 'legal']) }),
      ])
      .nullable(),
  },
  /** Opens a report in the system's program for its type; shows it in its folder when there is none. */
  'report.open': { input: reportInput, output: z.strictObject({ shown: z.enum(['file', 'folder']) }) },
  'report.showInFolder': { input: reportInput, output: nothing },
  /**
   * Prints the report, laid out as its PDF, with the choices of the article's last report and the system's dialog; null when the
   * task was cancelled.
   */
  'report.print': {
    input: taskInput.extend({ articleId: idSchema, confirmed }),
    output: z.strictObject({ printed: z.boolean() }).nullable(),
  },
  /**
   * The address of a page with the beginning of a long report, for a format that is previewed as a page, and how many claims it has. It is
   * there sooner than the preview of the whole, and nothing is searched for in it; null when the report is short, or it was cancelled.
   */
  'report.previewBeginning': {
    input: taskInput.extend({ articleId: idSchema, choices: reportChoicesSchema }),
    output: z.strictObject({ url: z.string(), claimCount: z.int().nonnegative() }).nullable(),
  },
  /**
   * Previews the report: the address of a page for HTML and PDF, of its tables, or of the same report as a page for Word, the beginning of
   * the text for the others; null when it was cancelled. `confidentialCount` counts the confidential sources of its claims.
   */
  'report.preview': {
    input: taskInput.extend({ articleId: idSchema, choices: reportChoicesSchema }),
    output: z
      .strictObject({
        shown: z.union([z.strictObject({ url: z.string() }), z.strictObject({ text: z.string() })]),
        claimCount: z.int().nonnegative(),
        confidentialCount: z.int().nonnegative(),
        /** A report with a certain leak, or with a possible one that is not confirmed, cannot be saved. */
        leaks: z.array(leakSchema),
        /** The fields that have to be filled in before the report can be saved. */
        missing: z.array(missingFieldSchema),
        /** The document that a Word report is written into, and why not into the original, as a sentence; absent for other formats. */
        word: z.strictObject({ base: z.enum(['original', 'clean']), why: z.string().nullable() }).optional(),
      })
      .nullable(),
  },
} as const;
