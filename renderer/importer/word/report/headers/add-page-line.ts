import type { EditedPackage } from '../package/edited-package';

/**
 * Puts a line at the top of every page: into each header part that a section uses, and into new ones where a section has none.
 * Sections are changed in `document`, the main part, which the caller sets afterwards. This is the only change of headers.
 */
export function addPageLine(
  _pkg: EditedPackage,
  _mainPart: string,
  _document: Document,
  _text: string,
): void {
  throw new Error('not built');
}
