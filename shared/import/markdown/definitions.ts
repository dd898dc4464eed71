import type { Token } from 'markdown-it';
import type { PlacedPart } from './blocks';
import { attribute } from './inline';
import { normalLabel, type Parsed } from './parser';

const definition = /^[\s>*+\-\d.)]*\[((?:\\.|[^\]\\])+)\]:/;
const leaves = new Set(['paragraph_open', 'heading_open', 'fence', 'code_block', 'hr', 'table_open']);

function addressesUsed(tokens: readonly Token[], used = new Set<string>()): Set<string> {
  for (const token of tokens) {
    const address = attribute(token, 'href') ?? attribute(token, 'src');
    if (address !== null) used.add(address);
    if (token.children) addressesUsed(token.children, used);
  }
  return used;
}

/**
 * The link definitions that no link uses, as paragraphs. CommonMark takes `[Correction]: withdrawn` for one and shows
 * nothing of it; in an article it may as well be a sentence, and no sentence is dropped.
 */
export function unusedDefinitions(parsed: Parsed, lines: readonly string[]): PlacedPart[] {
  if (parsed.definitions.size === 0) return [];
  const shown = new Set<number>();
  for (const token of parsed.tokens)
    if (token.map && leaves.has(token.type))
      for (let line = token.map[0]; line < token.map[1]; line += 1) shown.add(line);
  const used = addressesUsed(parsed.tokens);
  const labels = new Set<string>();
  const parts: PlacedPart[] = [];
  let kept: PlacedPart | null = null;
  for (const [line, words] of lines.entries()) {
    if (shown.has(line) || words.trim() === '') {
      kept = null;
      continue;
    }
    const label = definition.exec(words)?.[1];
    if (label !== undefined) {
      const known = parsed.definitions.get(normalLabel(label));
      const repeated = labels.has(normalLabel(label));
      labels.add(normalLabel(label));
      kept =
        known && !repeated && used.has(known.href)
          ? null
          : { kind: 'paragraph', level: null, text: words, marks: [], line };
      if (kept) parts.push(kept);
    } else if (kept) kept.text += `\n${words}`;
  }
  return parts;
}
