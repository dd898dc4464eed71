import { collapseWhitespace } from '../../../../shared/text/format/collapse-whitespace';
import type { FileProperties } from '../../document/title-and-byline';
import { findChild } from '../../xml';

/** Reads the properties of a file (ECMA-376, part 2: 11). */
export function readProperties(properties: Element | null): FileProperties & { language: string } {
  const read = (name: string) => collapseWhitespace(findChild(properties, name)?.textContent ?? '');
  return { title: read('title'), creator: read('creator'), language: read('language') };
}
