import type { ImportedBlock } from './imported-blocks';

/** The text of a block without its references to notes. */
export function removeNoteReferences({ text, marks }: Pick<ImportedBlock, 'text' | 'marks'>): string {
  let without = text;
  for (const { kind, start, end } of marks.toReversed())
    if (kind === 'noteRef') without = without.slice(0, start) + without.slice(end);
  return without;
}
