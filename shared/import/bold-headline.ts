import type { ImportedBlock } from './imported-blocks';
import { isHeadline } from './title';

/**
 * Whether the blocks of a document begin with a bold line that reads like a headline, and no heading of level 1 follows. That
 * line is then read as the heading of level 1.
 */
export function beginsWithBoldHeadline([first, ...others]: readonly ImportedBlock[]): boolean {
  if (first?.kind !== 'paragraph' || !isHeadline(first, others.length > 0)) return false;
  const isBold = first.marks.some(
    ({ kind, start, end }) => kind === 'bold' && start === 0 && end === first.text.length,
  );
  return isBold && others.every(({ kind, level }) => kind !== 'heading' || level !== 1);
}
