import { longestLine } from '../domain/primitives';
import { shorten } from '../text/format/shorten';
import { sentencesOf } from '../text/segmenter/sentences';
import type { BlockPart } from './draft-body';

/** UTF-16 units. */
const longestHeadline = 160;
const longestTitle = 120;

const endsInFullStop = /[.。．।]["'”’»)\]]*$/;
/** Something that can be seen: not white space, not a control, format or unassigned character. */
const visible = /[^\s\p{C}]/u;

/** "By Jane Doe and John Doe", or what is left of it when the names were lost: a byline is no headline. */
function isByline(line: string): boolean {
  const [first = '', ...others] = line.split(/[\s,&]+/);
  return /^by$/i.test(first) && others.every((word) => word === '' || /^(and$|\p{Lu})/u.test(word));
}

/** Whether the first block is a headline: one short line that is no sentence, with something after it. */
export function isHeadline(part: BlockPart, followed: boolean): boolean {
  const line = part.text.trim();
  return (
    followed &&
    !line.includes('\n') &&
    line.length <= longestHeadline &&
    !endsInFullStop.test(line) &&
    !isByline(line) &&
    visible.test(line)
  );
}

/**
 * What to call an article that does not say: its first heading of level 1, else its first sentence, shortened, else the
 * file's name without its ending. It satisfies `titleSchema`.
 */
export function proposeTitle(parts: readonly BlockPart[], fileName: string | null): string {
  const headings = parts.filter((part) => part.kind === 'heading' && part.level === 1);
  for (const { text } of headings) if (visible.test(text)) return shorten(text, longestLine);
  for (const { text } of parts) {
    if (!visible.test(text) || isByline(text.trim())) continue;
    const [first] = sentencesOf(text, { start: 0, end: text.length }, null);
    const sentence = text.slice(first?.start, first?.end);
    return shorten(visible.test(sentence) ? sentence : text, longestTitle);
  }
  const stem = fileName?.replace(/\.[^.]*$/, '') ?? '';
  return visible.test(stem) ? shorten(stem, longestLine) : 'Untitled article';
}
