import type { AnchoredBlock } from '../comments/anchored-block';
import type { ImportedBlock } from '../imported-blocks';
import { readPlainText } from '../text/plain-text';
import { isHeadline } from '../title';
import { readBlocks } from './blocks';
import { findUnusedDefinitions } from './definitions';
import { parseMarkdown } from './parse-markdown';
import type { TrackedResult } from './tracked/tracked-text';

/** A document as Markdown has it: with its tracked changes accepted, and its comments apart. */
interface MarkdownDocument extends TrackedResult {
  blocks: AnchoredBlock[];
}

/**
 * Reads Markdown (CommonMark 0.31 with GFM's tables and footnotes) whose line ends are \n:
 *
 * - `parse-markdown` parses it into tokens, `tracked/` its tracked changes and comments
 * - `hidden-comments` finds the comments that are not shown
 * - `blocks` reads their blocks, `inline` the text and marks of each, `table-row` the rows of tables
 * - `definitions` finds the text that only looks like link definitions
 *
 * A footnote is a block of its own where it is written. HTML is text, images are their alternative text, and links keep their address as data, whatever its scheme. If there is
 * no heading of level 1 and the first line reads like a headline, it becomes one. `front-matter` reads the metadata before
 * all this.
 */
export function readMarkdownDocument(text: string): MarkdownDocument {
  const parsed = parseMarkdown(text);
  if (!parsed) {
    const plain = readPlainText(text).map((block) => ({ ...block, anchors: [] }));
    return { blocks: plain, comments: [], changeCount: 0, hiddenCount: 0, struckCount: 0 };
  }
  const lines = text.split('\n');
  const read = readBlocks(parsed, lines);
  const blocks = [...read.blocks, ...findUnusedDefinitions(parsed, lines)]
    .sort((a, b) => a.line - b.line)
    .map(({ line: _, ...block }): AnchoredBlock => block);
  const [first, ...others] = blocks;
  const hasTitle = blocks.some((block) => block.kind === 'heading' && block.level === 1);
  const isTitle = first?.kind === 'paragraph' && !hasTitle && isHeadline(first, others.length > 0);
  return {
    blocks: first && isTitle ? [{ ...first, kind: 'heading', level: 1 }, ...others] : blocks,
    ...read.tracked,
  };
}

/** Reads the blocks of Markdown without comments. */
export function readMarkdown(text: string): ImportedBlock[] {
  return readMarkdownDocument(text).blocks.map(({ anchors: _, ...block }) => block);
}
