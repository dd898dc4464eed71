import type { BlockPart } from '../draft-body';
import { plainTextParts } from '../text/plain-text';
import { isHeadline } from '../title';
import { blockParts } from './blocks';
import { unusedDefinitions } from './definitions';
import { parseMarkdown } from './parser';

/**
 * The blocks of a Markdown text (CommonMark 0.31 with GFM's tables) whose line ends are \n. HTML is text; pictures are
 * their alternative text; links keep their address as data, whatever its scheme. A first line that reads like a headline
 * becomes a heading where the text has no heading of level 1.
 */
export function markdownParts(text: string): BlockPart[] {
  const parsed = parseMarkdown(text);
  if (!parsed) return plainTextParts(text);
  const lines = text.split('\n');
  const parts = [...blockParts(parsed.tokens, lines), ...unusedDefinitions(parsed, lines)]
    .sort((a, b) => a.line - b.line)
    .map(({ line: _, ...part }): BlockPart => part);
  const [first, ...others] = parts;
  const titled = parts.some((part) => part.kind === 'heading' && part.level === 1);
  if (!first || titled || first.kind !== 'paragraph' || !isHeadline(first, others.length > 0)) return parts;
  return [{ ...first, kind: 'heading', level: 1 }, ...others];
}
