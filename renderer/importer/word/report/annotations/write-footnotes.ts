import type { PlanLine } from '../../../../../shared/reports/word/word-plan';
import type { EditedPackage } from '../package/edited-package';

export interface PreparedFootnote {
  /** `w:id`, from `getNextFootnoteId` on. */
  id: number;
  lines: readonly PlanLine[];
}

/** The first id from which on no footnote of the file, and no reference to one, has one. */
export function getNextFootnoteId(_pkg: EditedPackage, _mainPart: string): number {
  throw new Error('not built');
}

/** The run that refers to a footnote, to be inserted into the text of the main part (`document`). */
export function createFootnoteReference(
  _pkg: EditedPackage,
  _mainPart: string,
  _document: Document,
  _id: number,
): Element {
  throw new Error('not built');
}

/** Adds footnotes to the part of the file, or to a new one. Changes of that part must be set before. */
export function writeFootnotes(
  _pkg: EditedPackage,
  _mainPart: string,
  _notes: readonly PreparedFootnote[],
): void {
  throw new Error('not built');
}
