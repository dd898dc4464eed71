import { isHardWrapped } from '../../text/hard-wrapped';
import type { ImportedBlock } from '../imported-blocks';
import { isHeadline } from '../title';

const blankLine = /^\s*$/;

/** Splits a text at blank lines. Without any, each line is a paragraph, unless an editor wrapped the lines. */
function splitParagraphs(text: string): string[] {
  const lines = text.split('\n');
  const groups: string[][] = [];
  let current: string[] | null = null;
  for (const line of lines) {
    if (blankLine.test(line)) current = null;
    else if (current) current.push(line);
    else {
      current = [line];
      groups.push(current);
    }
  }
  const [only] = groups;
  if (only && groups.length === 1 && !isHardWrapped(only.join('\n'))) return only;
  return groups.map((group) => group.join('\n'));
}

/**
 * Reads the blocks of a plain text whose line ends are \n. Keeps every character of each paragraph, including the spaces
 * around its lines and its line breaks. A first block that reads like a headline becomes a heading.
 */
export function readPlainText(text: string): ImportedBlock[] {
  const blocks = splitParagraphs(text).map((paragraph): ImportedBlock => {
    return { kind: 'paragraph', level: null, text: paragraph, marks: [] };
  });
  const [first, ...others] = blocks;
  if (!first || !isHeadline(first, others.length > 0)) return blocks;
  return [{ ...first, kind: 'heading', level: 1 }, ...others];
}
