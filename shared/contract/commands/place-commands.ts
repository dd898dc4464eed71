import { z } from 'zod';
import { isShownPlace, type ShownPlace } from '../shown-place';
import { nothing, taskInput } from './command-parts';

/** Whether a folder was chosen. Then the window is about to save what is open and to load its page again. */
const chosen = z.boolean();

/** Commands about the place of the library. Main asks for folders by the system's dialogs. */
export const placeCommands = {
  'place.showInFolder': { input: nothing, output: nothing },
  /** Asks for the folder of another library, or an empty one for a new library. */
  'place.openOther': { input: nothing, output: chosen },
  /** Starts a new library in the usual folder, or in an empty one that main asks for. */
  'place.startNew': { input: z.strictObject({ where: z.enum(['usual', 'chosen']) }), output: chosen },
  /** Asks for an empty folder to move the library to. The page is loaded again to show the progress, and begins the move. */
  'place.chooseTarget': { input: nothing, output: chosen },
  /** Moves the library to the chosen folder; null when it was cancelled, and then it is where it was. */
  'place.move': {
    input: taskInput,
    output: z.strictObject({ folder: z.string() }).nullable(),
  },
  /** Looks for the library again. If it is there, the page is loaded again. */
  'place.reopen': { input: nothing, output: z.custom<ShownPlace>(isShownPlace) },
} as const;
