import type { ImportedBlock } from '../imported-blocks';
import { readPlainText } from '../text/plain-text';
import { isHeadline } from '../title';
import { readBlocks } from './blocks';
import { findUnusedDefinitions } from './definitions';
import { parseMarkdown } from './parse-markdown';

/**
 * Reads Markdown (CommonMark 0.31 with GFM's tables and footnotes) whose line ends are \n:
 *
 * - `parse-markdown` parses it into tokens
 * - `blocks` reads their blocks, `inline` the text and marks of each, `table-row` the rows of tables
 * - `definitions` finds the text that only looks like link definitions
 *
 * A footnote is a block of its own where it is written. HTML is text, images are their alternative text, and links keep their address as data, whatever its scheme. If there is
 * no heading of level 1 and the first line reads like a headline, it becomes one. `front-matter` reads the metadata before
 * all this.
 */
export function readMarkdown(text: string): ImportedBlock[] {
  const parsed = parseMarkdown(text);
  if (!parsed) return readPlainText(text);
  const lines = text.split('\n');
  const blocks = [...readBlocks(parsed, lines), ...findUnusedDefinitions(parsed, lines)]
    .sort((a, b) => a.line - b.line)
    .map(({ line: _, ...block }): ImportedBlock => block);
  const [first, ...others] = blocks;
  const hasTitle = blocks.some((block) => block.kind === 'heading' && block.level === 1);
  if (!first || hasTitle || first.kind !== 'paragraph' || !isHeadline(first, others.length > 0))
    return blocks;
  return [{ ...first, kind: 'heading', level: 1 }, ...others];
}
