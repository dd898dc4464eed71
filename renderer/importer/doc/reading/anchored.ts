import type { CharacterRange } from './doc-text';

/** Comments, notes and text boxes by the positions of the text at which they stand. */
export interface Anchored {
  /** Called before the character at a position is read. */
  events: ReadonlyMap<number, (() => void)[]>;
  /** The note that is referred to at a position, which is read once: in a hostile file notes hold each other. */
  takeNote(position: number): CharacterRange | null;
  /** The text boxes of the drawing at a position, which is read once. */
  takeTextBoxes(position: number): CharacterRange[];
}

export const nothingAnchored: Anchored = { events: new Map(), takeNote: () => null, takeTextBoxes: () => [] };
