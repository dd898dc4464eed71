import { listTextElements } from '#renderer/documents/read/word/document/word-document.ts';

/** The texts of the text elements of a part of a file, as `rebuildText` takes them. */
export function readElementTexts(root: Element): string[] {
  return listTextElements(root).map((element) => element.textContent ?? '');
}
