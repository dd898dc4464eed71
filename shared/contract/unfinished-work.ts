import { z } from 'zod';

/** The work that would be lost by closing the window. */
export const unfinishedWorkSchema = z.strictObject({
  /** The number of unsaved edits and partly filled forms. */
  unsavedEdits: z.int().nonnegative(),
  /** Descriptions of the running tasks, such as "Exporting the report". */
  tasks: z.array(z.string().min(1).max(200)).max(100),
  /** The number of proposals that wait to be accepted as an article or a draft. */
  pendingImports: z.int().nonnegative(),
});
