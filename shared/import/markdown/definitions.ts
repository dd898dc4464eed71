import type { Token } from 'markdown-it';
import type { MarkdownBlock } from './block-text';
import { hiddenComment } from './hidden-comments';
import { getAttribute } from './inline';
import { normalizeLabel, type ParsedMarkdown } from './parse-markdown';

const definitionStart = /^[\s>*+\-\d.)]*\[((?:\\.|[^\]\\])+)\]:/;
/** Tokens of blocks that contain no other blocks. */
const leafTypes = new Set([
  ...['paragraph_open', 'heading_open', 'fence', 'code_block', 'hr', 'table_open'],
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
export function findUnusedDefinitions(parsed: ParsedMarkdown, lines: readonly string[]): MarkdownBlock[] {
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
