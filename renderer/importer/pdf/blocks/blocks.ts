import type { Block as DraftBlock } from '../../../../shared/domain/draft';
import { endsSentence, type Group } from './groups';
import { looksLikeHeading } from './headings';
import { bulletOf, isCaption, isContentsLine, numberOf } from './markers';
import type { Measures } from './measures';

/** A block of the draft in the making. */
export interface PdfBlock extends Group {
  kind: DraftBlock['kind'];
  level: number | null;
  text: string;
  size: number;
  bold: boolean;
  /** Of a note with a sign: the sign, and its name for references. */
  note: { sign: string; name: string } | null;
}

/** What each group of lines is, as far as it shows by itself. */
export function blocksOf(groups: readonly Group[], measures: Measures): PdfBlock[] {
  const blocks = groups.map((group): PdfBlock => {
    const text = group.lines.map((line) => measures.texts.get(line) ?? '').join(' ');
    return {
      ...group,
      kind: 'paragraph',
      level: null,
      text,
      size: group.lines[0]?.size ?? 0,
      bold: group.lines.every(({ bold }) => bold),
      note: null,
    };
  });
  for (const [at, block] of blocks.entries())
    block.kind = kindOf(block, blocks[at - 1], blocks[at + 1], measures);
  return blocks;
}

function kindOf(
  block: PdfBlock,
  before: PdfBlock | undefined,
  after: PdfBlock | undefined,
  measures: Measures,
): PdfBlock['kind'] {
  const { text, lines, isRow, size } = block;
  if (isRow || isContentsLine(text)) return 'tableRow';
  const [first] = lines[0]?.cells[0] ?? [];
  const setApart =
    size < 0.95 * measures.size || (first?.look.bold ?? false) || (first?.look.italic ?? false);
  if (isCaption(text, setApart)) return 'caption';
  if (bulletOf(text) !== '') return 'listItem';
  if (looksLikeHeading(block, before, after, measures)) return 'heading';
  if (numberOf(text) !== '') return 'listItem';
  return isQuote(block, before, measures) ? 'quote' : 'paragraph';
}

/** Two lines or more, set in from both sides by the same. An abstract is so as well. */
function isQuote({ lines, text, size }: PdfBlock, before: PdfBlock | undefined, measures: Measures): boolean {
  if (lines.length < 2 || size > measures.size * 1.05 || /^(?:abstract|summary)/i.test(text)) return false;
  if (before && /^(?:abstract|summary)/i.test(before.text)) return false;
  const [, ...others] = lines;
  const left = Math.min(...others.map((line) => line.left));
  return (
    /\p{L}{2}/u.test(text) &&
    (endsSentence.test(text) || lines.length > 2) &&
    others.every((line) => Math.abs(line.left - left) < 0.2 * size) &&
    lines.every(
      ({ left, right, edges }) => left - edges.left > 1.4 * size && edges.right - right > 1.2 * size,
    )
  );
}
