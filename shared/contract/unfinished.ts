import { z } from 'zod';

/** What closing the window would cost, as the window tells it. */
export const unfinishedSchema = z.strictObject({
  /** Edits that are not saved, and forms that are half filled in. */
  unsaved: z.int().nonnegative(),
  /** What is under way, in words such as "Exporting the report". */
  tasks: z.array(z.string().min(1).max(200)).max(100),
  /** What was read and waits to be opened as an article or taken as a draft. */
  waiting: z.int().nonnegative(),
});
