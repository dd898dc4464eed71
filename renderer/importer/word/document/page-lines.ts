import { legalLine } from '../../../../shared/reports/wording/reader-lines';
import type { PackageParts } from '../../unpack-parts';
import { parseXml } from '../../xml';
import { findMainPart, findRelatedParts } from '../office-package';
import { readParagraphTexts } from '../paragraph-texts';

/** The paragraphs of each page header and footer that has any words. They are no text of the article. */
export function readPageLines(parts: PackageParts): string[][] {
  const main = findMainPart(parts);
  return ['header', 'footer']
    .flatMap((type) => findRelatedParts(parts, main, type))
    .map((name) => {
      const root = parseXml(parts.get(name));
      return root ? readParagraphTexts(root) : [];
    })
    .filter((texts) => texts.some((text) => text.trim() !== ''));
}

/** Whether page headers or footers have the line of a report for lawyers, which may name confidential sources anywhere. */
export function haveLegalLine(pageLines: readonly (readonly string[])[]): boolean {
  return pageLines.some((texts) => texts.some((text) => text.trim() === legalLine));
}
