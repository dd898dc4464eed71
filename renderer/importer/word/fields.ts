import { attribute } from './xml';

/** A complex field that is being read (ECMA-376, part 1: 17.16.18): its instruction first, then what it shows. */
export interface Field {
  instruction: string;
  shown: boolean;
  href: string | null;
}

/**
 * The signs of those fields that are whole, each in the story that it stands in. A field whose end is missing would hide
 * all that follows, and one that was deleted shows nothing.
 */
export function wholeFields(root: Element): Set<Element> {
  const whole = new Set<Element>();
  const open = new Map<Element | null, Element[][]>();
  for (const sign of root.querySelectorAll('fldChar')) {
    if (sign.closest('del, moveFrom')) continue;
    const story = sign.closest('txbxContent, footnote, endnote');
    const fields = open.get(story) ?? [];
    open.set(story, fields);
    const type = attribute(sign, 'fldCharType');
    if (type === 'begin') fields.push([sign]);
    else if (type === 'separate') fields.at(-1)?.push(sign);
    else for (const part of [...(fields.pop() ?? []), sign]) whole.add(part);
  }
  return whole;
}

/** Where a HYPERLINK field leads; null for every other, and for one that leads to a place in the document. */
export function linkOfField(instruction: string): string | null {
  const [, quoted, bare] = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]\S*))/i.exec(instruction) ?? [];
  const address = quoted ?? bare ?? '';
  if (address === '') return null;
  const [, place] = /\\l\s+"([^"]*)"/i.exec(instruction) ?? [];
  return place === undefined ? address : `${address}#${place}`;
}
