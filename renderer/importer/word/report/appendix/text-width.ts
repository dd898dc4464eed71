import { findChild, getAttribute } from '../../../xml';

/** Word's own page where the section does not say it: Letter with margins of an inch, in twips. */
const usualPage = 12_240;
const usualMargin = 1_440;
const leastWidth = 2_000;

/** The width of the text in a section, in twips; of one column where it has several. */
export function readTextWidth(section: Element | null): number {
  const read = (name: string, attribute: string, usual: number) => {
    const value = Number.parseInt(getAttribute(findChild(section, name), attribute) ?? '', 10);
    return Number.isNaN(value) ? usual : value;
  };
  const margins =
    read('pgMar', 'left', usualMargin) + read('pgMar', 'right', usualMargin) + read('pgMar', 'gutter', 0);
  const width = read('pgSz', 'w', usualPage) - margins;
  const columns = Math.max(1, read('cols', 'num', 1));
  return Math.max(leastWidth, Math.floor((width - (columns - 1) * read('cols', 'space', 720)) / columns));
}
