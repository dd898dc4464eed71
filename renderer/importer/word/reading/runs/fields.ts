import { getAttribute } from '../../../xml';
import type { TextPiece } from '../inlines';

/** A complex field that is being read (ECMA-376, part 1: 17.16.18): first its instruction, then its result. */
export interface ComplexField {
  instruction: string;
  isInResult: boolean;
  href: string | null;
  /** Whether its result is a table of contents. */
  isContents: boolean;
  /** Whether its result is a value for other fields, which is not shown. */
  isUnshown: boolean;
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
