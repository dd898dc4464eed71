import type { Block } from '../../../../shared/domain/draft/draft';
import type { Line } from '../lines/build-lines';

/** Lines that belong to one block of the draft. */
export interface LineGroup {
  lines: Line[];
  /** The lines that the author began on a new line. */
  breaks: Set<Line>;
  isTableRow: boolean;
}

/** A block of the draft while its kind and its lines are being worked out. */
export interface LayoutBlock extends LineGroup {
  kind: Block['kind'];
  /** Level of a heading, 1 to 6. */
  level: number | null;
  text: string;
  /** Font size of the first line, in points. */
  size: number;
  isBold: boolean;
  /** Label of a note, by which references find it; null for a note without one. */
  note: { label: string; name: string } | null;
}
