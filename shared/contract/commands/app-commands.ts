import { z } from 'zod';
import { urlSchema } from '#shared/domain/base/primitives.ts';
import { preferencesSchema } from '#shared/domain/settings/settings.ts';
import { nothing, taskInput } from './command-parts.ts';
import { isShownLocation, type ShownLocation } from './shown-location.ts';

/** Whether a folder was chosen. Then the window is about to save what is open and to load its page again. */
const chosen = z.boolean();

/** Commands about the location of the library. Main asks for folders by the system's dialogs. */
export const locationCommands = {
  'location.showInFolder': { input: nothing, output: nothing },
  /** Asks for the folder of another library, or an empty one for a new library. */
  'location.openOther': { input: nothing, output: chosen },
  /** Starts a new library in the usual folder, or in an empty one that main asks for. */
  'location.startNew': { input: z.strictObject({ where: z.enum(['usual', 'chosen']) }), output: chosen },
  /** Asks for an empty folder to move the library to. The page is loaded again to show the progress, and begins the move. */
  'location.chooseTarget': { input: nothing, output: chosen },
  /** Moves the library to the chosen folder; null when it was cancelled, and then it is where it was. */
  'location.move': { input: taskInput, output: z.strictObject({ folder: z.string() }).nullable() },
  /** Looks for the library again. If it is there, the page is loaded again. */
  'location.reopen': { input: nothing, output: z.custom<ShownLocation>(isShownLocation) },
} as const;

/** The work that would be lost by closing the window. */
export const unfinishedWorkSchema = z.strictObject({
  /** The number of unsaved edits and partly filled forms. */
  unsavedEdits: z.int().nonnegative(),
  /** Descriptions of the running tasks, such as "Exporting the report". */
  tasks: z.array(z.string().min(1).max(200)).max(100),
  /** The number of proposals that wait to be accepted as an article or a draft. */
  pendingImports: z.int().nonnegative(),
});

/** Commands about the app itself: its window, its settings, its tasks. */
export const appCommands = {
  'app.about': {
    input: nothing,
    output: z.strictObject({
      version: z.string(),
      electron: z.string(),
      chrome: z.string(),
      platform: z.string(),
    }),
  },
  /** Answers the event `closing`. The window closes once there is no unfinished work, or the reviewer agrees. */
  'app.close': { input: unfinishedWorkSchema, output: nothing },

  /**
   * Pastes into the focused field, as Ctrl+V does. The page has no permission to read the clipboard; the pasted content
   * arrives as an event of the field. False when nothing is pasted, because the window is not in front or no key or button
   * was pressed just before.
   */
  'app.paste': { input: nothing, output: z.boolean() },

  'settings.change': { input: preferencesSchema.partial(), output: preferencesSchema },

  /** Cancels a task. A task that has ended, or never began, counts as cancelled. */
  'task.cancel': { input: taskInput, output: nothing },

  /** Shows the host of an external link, and opens the browser only if the reviewer agrees. */
  'link.open': { input: z.strictObject({ url: urlSchema }), output: z.strictObject({ opened: z.boolean() }) },
} as const;
