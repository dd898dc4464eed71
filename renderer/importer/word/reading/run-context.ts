import type { FormField } from '../../fields';
import type { TextStyle } from '../../text/styled-text';
import { findChild, findChildren, getAttribute, getChildValue } from '../../xml';
import { plainRunStyle, readStrike, readToggle, type RunStyle } from '../document/styles';
import type { TextPiece } from './inlines';
import type { LeftOut, ReadingState } from './reading-state';

/** A complex field that is being read (ECMA-376, part 1: 17.16.18): first its instruction, then its result. */
export interface ComplexField {
  instruction: string;
  isInResult: boolean;
  href: string | null;
  /** Whether its result is a table of contents. */
  isContents: boolean;
  /** Whether its result is a value for other fields, which is not shown. */
  isUnshown: boolean;
  /** The list or check box that it is; null for any other field. */
  form: FormField | null;
  /** The last visible text before the field. */
  textBefore: TextPiece | null;
}

/**
 * Finds the field characters (begin, separate, end) of all complete fields, story by story. A field without an end would hide all
 * text after it, and a deleted field shows nothing.
 */
export function findCompleteFields(root: Element): Set<Element> {
  const complete = new Set<Element>();
  const open = new Map<Element | null, Element[][]>();
  for (const character of root.querySelectorAll('fldChar')) {
    if (character.closest('del, moveFrom')) continue;
    const story = character.closest('txbxContent, footnote, endnote');
    const fields = open.get(story) ?? [];
    open.set(story, fields);
    const type = getAttribute(character, 'fldCharType');
    if (type === 'begin') fields.push([character]);
    else if (type === 'separate') fields.at(-1)?.push(character);
    else for (const own of [...(fields.pop() ?? []), character]) complete.add(own);
  }
  return complete;
}

/** Reads the list or check box that the first character of a field holds (17.16.17); null for any other field. */
export function readFormData(begin: Element): FormField | null {
  const data = findChild(begin, 'ffData');
  const list = findChild(data, 'ddList');
  const box = findChild(data, 'checkBox');
  if (list) {
    const result = getChildValue(list, 'result') ?? getChildValue(list, 'default');
    const entries = findChildren(list, 'listEntry').map((entry) => getAttribute(entry, 'val') ?? '');
    return { entries, result: result === null ? null : Number(result) };
  }
  if (!box) return null;
  const isChecked = readToggle(box, 'checked') ?? readToggle(box, 'default') ?? false;
  return { entries: null, result: isChecked ? 1 : 0 };
}

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
  ...{ bold: false, italic: false, href: null, leftOut: null },
  ...{ style: plainRunStyle, font: null, isRaised: false, isStruck: false },
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
