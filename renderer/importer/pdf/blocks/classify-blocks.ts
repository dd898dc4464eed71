import { isHeading } from './headings';
import type { LayoutBlock, LineGroup } from './layout-block';
import { endsSentence, isCaption, isContentsEntry, matchBullet, matchListNumber } from './markers';
import type { DocumentMetrics } from './metrics/document-metrics';

/** Decides the kind of each group of lines by its own form and that of its neighbours. */
export function classifyBlocks(groups: readonly LineGroup[], metrics: DocumentMetrics): LayoutBlock[] {
  const blocks = groups.map((group): LayoutBlock => {
    const text = group.lines.map((line) => metrics.lineTexts.get(line) ?? '').join(' ');
    return {
      ...group,
      kind: 'paragraph',
      level: null,
      text,
      size: group.lines[0]?.size ?? 0,
      isBold: group.lines.every(({ isBold }) => isBold),
      note: null,
    };
  });
  for (const [index, block] of blocks.entries())
    block.kind = classifyBlock(block, blocks[index - 1], blocks[index + 1], metrics);
  return blocks;
}

function classifyBlock(
  block: LayoutBlock,
  before: LayoutBlock | undefined,
  after: LayoutBlock | undefined,
  metrics: DocumentMetrics,
): LayoutBlock['kind'] {
  const { text, lines, isTableRow, size } = block;
  if (isTableRow || isContentsEntry(text)) return 'tableRow';
  const [firstRun] = lines[0]?.cells[0] ?? [];
  const isSetApart =
    size < 0.95 * metrics.bodySize || (firstRun?.style.bold ?? false) || (firstRun?.style.italic ?? false);
  if (isCaption(text, isSetApart)) return 'caption';
  if (matchBullet(text) !== '') return 'listItem';
  if (isHeading(block, before, after, metrics)) return 'heading';
  if (matchListNumber(text) !== '') return 'listItem';
  return isQuote(block, before, metrics) ? 'quote' : 'paragraph';
}

const abstract = /^(?:abstract|summary)/i;

/**
 * Whether a block has at least two lines, all indented from both sides. An abstract is set like that as well, and is no quote.
 */
function isQuote(
  { lines, text, size }: LayoutBlock,
  before: LayoutBlock | undefined,
  metrics: DocumentMetrics,
): boolean {
  if (lines.length < 2 || size > metrics.bodySize * 1.05) return false;
  if (abstract.test(text) || (before && abstract.test(before.text))) return false;
  const [, ...others] = lines;
  const left = Math.min(...others.map((line) => line.left));
  return (
    /\p{L}{2}/u.test(text) &&
    (endsSentence.test(text) || lines.length > 2) &&
    others.every((line) => Math.abs(line.left - left) < 0.2 * size) &&
    lines.every(
      (line) => line.left - line.bounds.left > 1.4 * size && line.bounds.right - line.right > 1.2 * size,
    )
  );
}
