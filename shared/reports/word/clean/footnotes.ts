import { splitNote } from '../../../domain/sources/article-references';
import type { Report, ReportBlock } from '../../model/report-model';

/** The notes of a draft that become footnotes. */
export interface Footnotes {
  /** The id of the footnote that a block begins, or continues, by the id of the block. */
  ids: ReadonlyMap<string, number>;
  /** Whether a block begins one. */
  begins: (block: ReportBlock) => boolean;
}

/**
 * Finds the notes that become footnotes: those to which the text outside of notes refers. Notes without a sign that follow directly
 * are further paragraphs of theirs. The others are paragraphs where they are.
 */
export function findFootnotes({ blocks }: Pick<Report, 'blocks'>): Footnotes {
  const targets = new Set(
    blocks.flatMap(({ kind, runs }) =>
      kind === 'note'
        ? []
        : runs.flatMap(({ marks }) =>
            marks.flatMap((mark) => (mark.kind === 'noteRef' ? (mark.target ?? []) : [])),
          ),
    ),
  );
  const ids = new Map<string, number>();
  const first = new Set<string>();
  let open: number | null = null;
  for (const block of blocks) {
    const isNote = block.kind === 'note' && !block.isOwn;
    if (isNote && targets.has(block.id)) {
      first.add(block.id);
      open = first.size;
    } else if (!isNote || splitNote(block.text).sign !== '') open = null;
    if (open !== null) ids.set(block.id, open);
  }
  return { ids, begins: ({ id }) => first.has(id) };
}
