import type { Token } from 'markdown-it';
import type { AnchoredBlock } from '../base/comment-claims.ts';
import type { ImportedBlock } from '../base/imported-blocks.ts';
import { readBlocks } from './blocks.ts';
import { hiddenComment } from './hidden-comments.ts';
import { getAttribute } from './inline.ts';
import type { MarkdownBlock } from './inline-text.ts';
import { normalizeLabel, type ParsedMarkdown, parseMarkdown } from './parse-markdown.ts';
import { readPlainText } from './plain-text.ts';
import { isHeadline } from './title.ts';
import type { TrackedResult } from './tracked-text.ts';

const definitionStart = /^[\s>*+\-\d.)]*\[((?:\\.|[^\]\\])+)\]:/;
/** Tokens of blocks that contain no other blocks. */
const leafTypes = new Set([
  'paragraph_open',
  'heading_open',
  'fence',
  'code_block',
  'hr',
  'table_open',
  hiddenComment,
]);

function collectAddresses(tokens: readonly Token[], addresses = new Set<string>()): Set<string> {
  for (const token of tokens) {
    const address = getAttribute(token, 'href') ?? getAttribute(token, 'src');
    if (address !== null) addresses.add(address);
    if (token.children) collectAddresses(token.children, addresses);
  }
  return addresses;
}

/**
 * Finds the link definitions that no link uses, as paragraphs. CommonMark reads a line such as `[Correction]: withdrawn`
 * as a definition and leaves it out; in an article it may be a sentence, which must not be lost.
 */
function findUnusedDefinitions(parsed: ParsedMarkdown, lines: readonly string[]): MarkdownBlock[] {
  if (parsed.definitions.size === 0) return [];
  const visibleLines = new Set<number>();
  for (const token of parsed.tokens)
    if (token.map && leafTypes.has(token.type))
      for (let line = token.map[0]; line < token.map[1]; line += 1) visibleLines.add(line);
  const usedAddresses = collectAddresses(parsed.tokens);
  const seenLabels = new Set<string>();
  const blocks: MarkdownBlock[] = [];
  let paragraph: MarkdownBlock | null = null;
  for (const [line, lineText] of lines.entries()) {
    if (visibleLines.has(line) || lineText.trim() === '') {
      paragraph = null;
      continue;
    }
    const label = definitionStart.exec(lineText)?.[1];
    if (label !== undefined) {
      const definition = parsed.definitions.get(normalizeLabel(label));
      const isRepeated = seenLabels.has(normalizeLabel(label));
      seenLabels.add(normalizeLabel(label));
      paragraph =
        definition && !isRepeated && usedAddresses.has(definition.href)
          ? null
          : { kind: 'paragraph', level: null, text: lineText, marks: [], anchors: [], line };
      if (paragraph) blocks.push(paragraph);
    } else if (paragraph) paragraph.text += `\n${lineText}`;
  }
  return blocks;
}

/** A document as Markdown has it: with its tracked changes accepted, and its comments apart. */
interface MarkdownDocument extends TrackedResult {
  blocks: AnchoredBlock[];
}

/**
 * Reads Markdown (CommonMark 0.31 with GFM's tables and footnotes) whose line ends are \n:
 *
 * - `parse-markdown` parses it into tokens, `tracked-markup` its tracked changes and comments
 * - `hidden-comments` finds the comments that are not shown
 * - `blocks` reads their blocks, `inline` the text and marks of each
 * - text that only looks like link definitions is found last
 *
 * A footnote is a block of its own where it is written. HTML is text, images are their alternative text, and links keep
 * their address as data, whatever its scheme. If there is no heading of level 1 and the first line reads like a headline, it
 * becomes one. `front-matter` reads the metadata before all this.
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
