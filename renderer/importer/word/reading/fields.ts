import type { FormField } from '../../fields';
import { findChild, findChildren, getAttribute, getChildValue } from '../../xml';
import { readToggle } from '../document/styles';
import type { TextPiece } from './inlines';

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
