import type { AppendixBlock } from '../../../../../shared/reports/word/word-plan';
import type { EditedPackage } from '../package/edited-package';

/**
 * Makes the paragraphs and tables of an appendix, to be inserted before the last `w:sectPr` of the body (`document` is the main
 * part). It begins on a new page. Styles are used where the file has them, else direct formatting.
 */
export function createAppendix(
  _pkg: EditedPackage,
  _mainPart: string,
  _document: Document,
  _blocks: readonly AppendixBlock[],
): Element[] {
  throw new Error('not built');
}
