import type { AppEvent } from '../../../shared/contract/events';
import type { Dialogs } from '../dialogs';
import type { NextLibrary } from '../system';
import type { UnfinishedWork } from './closing';
import type { ShownSettings } from './shown-settings';

/** The window, and the programs of the system that it opens. */
export interface WindowShell {
  /** Pastes into the focused field; false when the window is not in front or no person has just asked for it. */
  paste(): boolean;
  /** Sends an event to the window. */
  emit(event: AppEvent): void;
  about(): { version: string; electron: string; chrome: string; platform: string };
  /** Shows settings that were changed in the window: the theme, and the keys in the menu bar. */
  applySettings(settings: ShownSettings): void;
  /** Passes on the window's answer to the event `closing`. */
  answerClosing(unfinished: UnfinishedWork): void;
  /**
   * Leaves the open library as closing the window does: what is being typed is saved, unfinished work is asked about, the core
   * is closed. Then a new core opens the next library, and the page is loaded again. Does nothing without a window.
   */
  reopen(next: NextLibrary): void;
  /** Opens an address in the reviewer's browser or mail program. */
  openLink(href: string): Promise<void>;
  /** Opens a file in the system's program for it. Rejects when there is none. */
  openFile(path: string): Promise<void>;
  /** Shows a file in the system's file manager. */
  showInFolder(path: string): void;
  dialogs: Dialogs;
}
