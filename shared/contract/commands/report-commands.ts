import { z } from 'zod';
import { idSchema, timestampSchema } from '../../domain/primitives';
import { reportChoicesSchema } from '../../domain/report-options';
import { leakSchema } from '../../reports/confidential/leak';
import { nothing, taskInput } from './command-parts';

/** A report that was written since the app started, by its id from `report.export`. */
const reportInput = z.strictObject({ reportId: idSchema });

/**
 * The ids of possible leaks of this report that the reviewer confirmed to be none, one by one. They count for this command alone:
 * main searches the report again, and a leak whose words or place changed has another id.
 */
const confirmed = z.array(z.string().max(64)).max(10_000);

/** Commands about reports. */
export const reportCommands = {
  /** Builds the report, asks where to save it, and writes it completely or not at all; null when it was cancelled. */
  'report.export': {
    input: taskInput.extend({ articleId: idSchema, choices: reportChoicesSchema, confirmed }),
    output: reportInput.extend({ fileName: z.string(), at: timestampSchema }).nullable(),
  },
  /** Opens a report in the system's program for its type; shows it in its folder when there is none. */
  'report.open': { input: reportInput, output: z.strictObject({ shown: z.enum(['file', 'folder']) }) },
  'report.showInFolder': { input: reportInput, output: nothing },
  /**
   * Prints the report, laid out as its PDF, with the choices of the last report and the system's dialog; null when the
   * task was cancelled.
   */
  'report.print': {
    input: taskInput.extend({ articleId: idSchema, confirmed }),
    output: z.strictObject({ printed: z.boolean() }).nullable(),
  },
  /**
   * Previews the report: the address of a page for HTML and PDF, the beginning of the text for the others; null when it was
   * cancelled. `confidentialCount` counts the confidential sources of its claims.
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
        /** Sentences about fields that have to be filled in before the report can be saved, and where. */
        missing: z.array(z.string()),
      })
      .nullable(),
  },
} as const;
