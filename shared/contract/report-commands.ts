import { z } from 'zod';
import { idSchema, momentSchema } from '../domain/primitives';
import { reportChoicesSchema } from '../domain/report-options';
import { nothing, task } from './command-parts';

/** A report that was written since the start, by the id that `report.export` gave it. */
const writtenReport = z.strictObject({ reportId: idSchema });

/** What the window can ask about reports. */
export const reportCommands = {
  /** Builds the report, asks where to put it, and writes it whole or not at all; null when it was cancelled. */
  'report.export': {
    input: task.extend({ articleId: idSchema, choices: reportChoicesSchema }),
    output: writtenReport.extend({ fileName: z.string(), at: momentSchema }).nullable(),
  },
  /** Opens a report in the system's program for it; the folder is shown when there is none. */
  'report.open': { input: writtenReport, output: z.strictObject({ shown: z.enum(['file', 'folder']) }) },
  'report.showInFolder': { input: writtenReport, output: nothing },
  /**
   * Prints the report as a PDF would have it, with the choices of the last one, by the system's dialog; null when the task
   * was cancelled.
   */
  'report.print': {
    input: task.extend({ articleId: idSchema }),
    output: z.strictObject({ printed: z.boolean() }).nullable(),
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
} as const;
