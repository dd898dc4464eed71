import { z } from 'zod';
import { idSchema, timestampSchema } from '../../domain/primitives';
import { reportChoicesSchema } from '../../domain/report-options';
import { nothing, taskInput } from './command-parts';

/** A report that was written since the app started, by its id from `report.export`. */
const reportInput = z.strictObject({ reportId: idSchema });

/** Commands about reports. */
export const reportCommands = {
  /** Builds the report, asks where to save it, and writes it completely or not at all; null when it was cancelled. */
  'report.export': {
    input: taskInput.extend({ articleId: idSchema, choices: reportChoicesSchema }),
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
    input: taskInput.extend({ articleId: idSchema }),
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
        /** A message for each leak of confidential information. A report with leaks cannot be saved. */
        leaks: z.array(z.string()),
      })
      .nullable(),
  },
} as const;
