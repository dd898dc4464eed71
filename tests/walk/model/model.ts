import type { Span } from '../../../shared/text/span';
import type { Content } from './review-content';

/** The id of what a command has just made, until the disk tells its own. */
export const fresh = 'fresh';

/** Which claims are listed, by the words of the filters: one verdict, and any of the others. */
export interface Filter {
  verdict: string;
  extras: string[];
}

export const noFilter: Filter = { verdict: 'All', extras: [] };

/** What the walk keeps in mind: what it has asked for so far, and so what has to be there. */
export interface World {
  content: Content;
  /** The contents before each step that can be undone, the newest last; and those that can be done again. */
  undo: Content[];
  redo: Content[];
  /**
   * The steps that the command under way asked for, by the names of their actions. With a question mark: a step that need
   * not be there, such as a verdict that is confirmed.
   */
  asked: string[];
  /** The claim that the card shows; `asSeen` when the command does not say. */
  current: string | null | typeof asSeen;
  /** The words selected in the article; `asSeen` when the command does not say. */
  selection: Span | null | typeof asSeen;
  /** The claim whose row the keyboard went to, for as long as it stays there: keys act on it. */
  row: string | null;
  /** Whether the command under way moves the focus by key, maybe to a row. */
  movesFocus: boolean;
  filter: Filter;
  list: 'claims' | 'sources';
  /** Whether the claims of a draft are gone through one by one, instead of the article; `asSeen` until it was looked. */
  inQueue: boolean | typeof asSeen;
  /** An offset of the text that the command under way brings into view; null when it does not say. */
  leadsTo: number | null;
  /** What the command under way does not foretell of the content, and takes over from the disk. */
  adopts: ('places' | 'corrections')[];
}

/** Stands for what is taken over from the screen instead of being foretold. */
export const asSeen = 'as seen';

export function newWorld(content: Content): World {
  return {
    ...{ content, undo: [], redo: [], asked: [], current: null, selection: null },
    ...{ row: null, movesFocus: false, filter: noFilter, list: 'claims', inQueue: false },
    ...{ leadsTo: null, adopts: [] },
  };
}

/** The article was put on the screen anew, as after a start or with another draft. */
export function reopened(world: World): void {
  Object.assign(world, newWorld(world.content), { undo: world.undo, redo: world.redo, asked: world.asked });
}

/** A step that can be undone, and what stands after it. */
export function take(world: World, action: string, content: Content): void {
  world.asked.push(action);
  world.undo.push(world.content);
  world.redo = [];
  world.content = content;
}
