import { appendixBookmark } from '../../../../../shared/domain/word-comments/appendix-bookmark';
import type { AppendixBlock } from '../../../../../shared/reports/word/word-plan';
import { findChild } from '../../../xml';
import { readStyleIds } from '../markup/find-style';
import { createLineParagraph, type LineLook, type LineTools } from '../markup/line-runs';
import { createWordMarkup } from '../markup/word-markup';
import type { EditedPackage } from '../package/edited-package';
import { createAppendixTable, createPlainSetting } from './appendix-table';
import { readTextWidth } from './text-width';

/** A heading looks as such without a style too. A number that the style gives to headings of the text is not for this one. */
function createHeadingLook(
  { markup: { create }, findStyle }: LineTools<Element>,
  isFirst: boolean,
): LineLook<Element> {
  const style = findStyle('paragraph', 'heading 1');
  return {
    style,
    before: [
      create('keepNext'),
      ...(isFirst ? [create('pageBreakBefore')] : []),
      create('numPr', {}, [create('ilvl', { val: 0 }), create('numId', { val: 0 })]),
    ],
    after:
      style === null
        ? [create('spacing', { before: 240, after: 120 }), create('outlineLvl', { val: 0 })]
        : [],
  };
}

/** Puts the hidden bookmark around the appendix, from its first paragraph to its last. */
function addBookmark(
  pkg: EditedPackage,
  { markup }: LineTools<Element>,
  blocks: readonly Element[],
  id: number,
): void {
  const isTaken = (name: string) => Array.from(pkg.parts.values()).some((xml) => xml.includes(`"${name}"`));
  let name = appendixBookmark;
  for (let number = 2; isTaken(name); number += 1) name = `${appendixBookmark}${number}`;
  const [first] = blocks;
  const properties = findChild(first ?? null, 'pPr');
  const start = markup.create('bookmarkStart', { id, name });
  if (properties) properties.after(start);
  else first?.prepend(start);
  blocks.at(-1)?.append(markup.create('bookmarkEnd', { id }));
}

/**
 * Makes the paragraphs and tables of an appendix, to be inserted before the last `w:sectPr` of the body (`document` is the main
 * part). It begins on a new page. Styles are used where the file has them, else direct formatting.
 */
export function createAppendix(
  pkg: EditedPackage,
  mainPart: string,
  document: Document,
  blocks: readonly AppendixBlock[],
  nextId: () => number,
): Element[] {
  const root = document.documentElement;
  const markup = createWordMarkup(root);
  const tools: LineTools<Element> = {
    markup,
    findStyle: readStyleIds(pkg, mainPart),
    addLink: (href) => pkg.addRelationship(mainPart, 'hyperlink', href, true),
  };
  const textWidth = readTextWidth(findChild(findChild(root, 'body'), 'sectPr'));
  const elements = blocks.flatMap((block, index) => {
    const isFirst = index === 0;
    const pageBreak = isFirst ? [markup.create('pageBreakBefore')] : [];
    if (block.kind === 'heading') {
      const line = [{ text: block.text, isBold: true, href: null }];
      return [createLineParagraph(tools, line, createHeadingLook(tools, isFirst))];
    }
    if (block.kind === 'paragraph') {
      const after = createPlainSetting(tools, 60);
      return [createLineParagraph(tools, block.line, { before: pageBreak, after })];
    }
    const table = createAppendixTable(tools, block.rows, textWidth);
    const empty = createLineParagraph(tools, []);
    return isFirst ? [createLineParagraph(tools, [], { before: pageBreak }), table, empty] : [table, empty];
  });
  addBookmark(pkg, tools, elements, nextId());
  return elements;
}
