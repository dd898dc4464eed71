import type { TextStyle } from '../../text/styled-text';
import { findChild, getAttribute, getChildValue } from '../../xml';
import { plainRunStyle, type RunStyle, readStrike, readToggle } from '../document/styles';
import type { LeftOut, ReadingState } from './reading-state';

/** How text in a paragraph is set, and how the style of the paragraph itself sets it. */
export interface RunContext extends TextStyle {
  /** Why the text is left out; null for text that is kept. */
  leftOut: LeftOut | null;
  style: RunStyle;
  /** The font that the text itself is set in; null for the usual one. */
  font: string | null;
  /** Whether it is a superscript. */
  isRaised: boolean;
  isStruck: boolean;
  /** Whether deleted text is read, because the deletion is read as not made. */
  keepsDeleted: boolean;
}

export const plainRunContext: RunContext = {
  bold: false,
  italic: false,
  href: null,
  leftOut: null,
  style: plainRunStyle,
  font: null,
  isRaised: false,
  isStruck: false,
  keepsDeleted: false,
};

export function getRunContext(state: ReadingState, run: Element, context: RunContext): RunContext {
  const properties = findChild(run, 'rPr');
  const style = state.document.styles.character(getChildValue(properties, 'rStyle'));
  // A character style that sets bold in a paragraph that is bold by style undoes it (ECMA-376, part 1: 17.7.3).
  const isOn = (name: string, key: keyof RunStyle) =>
    readToggle(properties, name) ?? style[key] !== context.style[key];
  const fonts = findChild(properties, 'rFonts');
  return {
    ...context,
    font: getAttribute(fonts, 'ascii') ?? getAttribute(fonts, 'hAnsi') ?? context.font,
    isRaised: getChildValue(properties, 'vertAlign') === 'superscript',
    isStruck: readStrike(properties) ?? style.isStruck !== context.style.isStruck,
    bold: isOn('b', 'bold'),
    italic: isOn('i', 'italic'),
    leftOut: context.leftOut ?? (isOn('vanish', 'isHidden') ? 'hidden' : null),
  };
}

/** The link that text is part of: that of a field, else that of the elements around it. */
export function getLink({ fields }: ReadingState, { href }: RunContext): string | null {
  return fields.findLast((field) => field.href !== null)?.href ?? href;
}
