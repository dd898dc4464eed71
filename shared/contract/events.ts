import { z } from 'zod';
import { idSchema } from '../domain/primitives';
import { settingsSchema } from '../domain/settings';
import { waitingFileSchema } from './import-commands';

/** What the menu bar can ask the window to do. The window has a key for most of them as well. */
export const menuCommands = [
  'open',
  'importDraft',
  'pasteDraft',
  'drafts',
  'compareDrafts',
  'applyCorrections',
  'reviewQueue',
  'openWeb',
  'paste',
  'sample',
  'library',
  'export',
  'print',
  'articleDetails',
  'settings',
  'undo',
  'redo',
  'selectAll',
  'find',
  'findNext',
  'findPrevious',
  'mark',
  'verified',
  'disputed',
  'unverifiable',
  'unchecked',
  'addSource',
  'pasteEvidence',
  'takeReference',
  'links',
  'note',
  'resize',
  'deleteClaim',
  'nextClaim',
  'previousClaim',
  'textLarger',
  'textSmaller',
  'textUsual',
  'toggleClaims',
  'toggleCard',
  'toggleList',
  'verifyFiles',
  'keys',
  'about',
] as const;

const menuCommandSchema = z.enum(menuCommands);

export type MenuCommand = z.infer<typeof menuCommandSchema>;

/** Everything main tells the window without being asked. */
export const eventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('menu'), command: menuCommandSchema }),
  /** A file named on the command line or opened from the system's file manager. */
  z.strictObject({ type: z.literal('fileOpened'), file: waitingFileSchema }),
  /** Something did not work that the page did not ask for: a sentence to show. */
  z.strictObject({ type: z.literal('problem'), message: z.string() }),
  /** Escape was pressed. The page hears it by itself, unless the frame of a preview has the focus. */
  z.strictObject({ type: z.literal('escape') }),
  /** The theme was chosen in the menu bar, and is stored and shown already. */
  z.strictObject({ type: z.literal('themeChosen'), theme: settingsSchema.shape.theme }),
  /** How far a task is, in bytes or other steps; `name` says of what, when it works through several things. */
  z.strictObject({
    type: z.literal('progress'),
    taskId: idSchema,
    name: z.string(),
    done: z.number().nonnegative(),
    total: z.number().nonnegative(),
  }),
  /** The window is about to close: save what is being typed, then answer with `app.close`. */
  z.strictObject({ type: z.literal('closing') }),
]);

export type AppEvent = z.infer<typeof eventSchema>;
