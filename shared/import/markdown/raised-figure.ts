import type { StateInline } from 'markdown-it';
import { raiseDigits } from '../../text/characters/raised-digits';

/** A superscript as Pandoc writes it (its manual, `superscript`), and as HTML. */
const superscript = /\^([^\s^<>]{1,5})\^|<sup>([^\s<>]{1,5})<\/sup>/iy;

/** Reads a raised figure at the place of the parser: `10^9^` or `10<sup>9</sup>`. Any other superscript stays as it is written. */
export function readRaisedFigure(state: StateInline, silent: boolean): boolean {
  superscript.lastIndex = state.pos;
  const [all, ofPandoc, ofHtml] = superscript.exec(state.src.slice(0, state.posMax)) ?? [];
  if (all === undefined) return false;
  const figure = raiseDigits(ofPandoc ?? ofHtml ?? '', state.src.slice(0, state.pos));
  if (figure === null) return false;
  if (!silent) state.pending += figure;
  state.pos += all.length;
  return true;
}
