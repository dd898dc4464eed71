import { isHardWrapped } from '../../text/hard-wrapped';
import type { BlockPart } from '../draft-body';
import { isHeadline } from '../title';

const blank = /^\s*$/;

/** Paragraphs as blank lines part them. A text without any has one on each line, unless an editor wrapped the lines. */
function paragraphs(text: string): string[] {
  const lines = text.split('\n');
  const groups: string[][] = [];
  let open: string[] | null = null;
  for (const line of lines) {
    if (blank.test(line)) open = null;
    else if (open) open.push(line);
    else {
      open = [line];
      groups.push(open);
    }
  }
  const [only] = groups;
  if (only && groups.length === 1 && !isHardWrapped(only.join('\n'))) return only;
  return groups.map((group) => group.join('\n'));
}

/**
 * The blocks of a plain text whose line ends are \n. Every character of every paragraph is kept, the spaces around its
 * lines and the breaks between them included. A first block that reads like a headline becomes a heading.
 */
export function plainTextParts(text: string): BlockPart[] {
  const parts = paragraphs(text).map((words): BlockPart => {
    return { kind: 'paragraph', level: null, text: words, marks: [] };
  });
  const [first, ...others] = parts;
  if (!first || !isHeadline(first, others.length > 0)) return parts;
  return [{ ...first, kind: 'heading', level: 1 }, ...others];
}
