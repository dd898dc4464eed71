import { z } from 'zod';
import { idSchema } from '../domain/base/primitives.ts';
import { settingsSchema } from '../domain/settings/settings.ts';
import { waitingFileSchema } from './commands/import-commands.ts';
import { libraryAccessSchema } from './commands/library-commands.ts';
import { menuCommands } from './menu-commands.ts';

/** Everything that main sends to the window without being asked. */
export const eventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('menu'), command: z.enum(menuCommands) }),
  /** A file was named on the command line or opened from the system's file manager. */
  z.strictObject({ type: z.literal('fileOpened'), file: waitingFileSchema }),
  /** Something failed that the window did not ask for. The message is to be shown. */
  z.strictObject({ type: z.literal('problem'), message: z.string() }),
  /**
   * Changes that were made elsewhere are part of a review now, or damage was found after it was opened. It has to be loaded again.
   * The message, if there is one, is to be shown.
   */
  z.strictObject({ type: z.literal('reviewChanged'), articleId: idSchema, message: z.string().nullable() }),
  /** Another Stet took the library over, gave it back, or gives no sign of life any more. */
  z.strictObject({ type: z.literal('accessChanged'), access: libraryAccessSchema }),
  /** The Stet that may write to the library changed articles that this one lists. */
  z.strictObject({ type: z.literal('libraryChanged') }),
  /** Escape was pressed while the frame of a preview had the focus, where the page does not get the key. */
  z.strictObject({ type: z.literal('escape') }),
  /** A theme was chosen in the menu bar. It is already stored. */
  z.strictObject({ type: z.literal('themeChosen'), theme: settingsSchema.shape.theme }),
  /** The progress of a task, in bytes or other units. `name` is the item that it is working on, if there are several. */
  z.strictObject({
    type: z.literal('progress'),
    taskId: idSchema,
    name: z.string(),
    done: z.number().nonnegative(),
    total: z.number().nonnegative(),
  }),
  /** A backup is due. The window runs it with `backup.run`, so that it is shown and can be cancelled as other tasks are. */
  z.strictObject({ type: z.literal('backupDue') }),
  /** The window is about to close. It has to save what is being typed, then answer with `app.close`. */
  z.strictObject({ type: z.literal('closing') }),
]);

export type AppEvent = z.infer<typeof eventSchema>;
