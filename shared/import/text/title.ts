import { maxLineLength } from '#shared/domain/base/primitives.ts';
import { shorten } from '#shared/text/format/wording.ts';
import { findSentences } from '#shared/text/segmenter/sentences.ts';
import type { ImportedBlock } from '../base/imported-blocks.ts';
import { readByline } from './byline.ts';

/** Longest line that can be a headline, in UTF-16 code units. */
const maxHeadlineLength = 160;

/** A sentence that becomes the title is shortened to this length, in UTF-16 code units. */
const maxSentenceTitleLength = 120;

/** Ends like a greeting, which the next line continues. */
const endsInComma = /[,，、،]$/;
const endsInFullStop = /[.。．।]["'”’»)\]]*$/;
/** A visible character: not white space, and not a control, format or unassigned character. */
const visibleCharacter = /[^\s\p{C}]/u;

/** Whether a line is a byline, such as "Von Jane Doe", or "By Jane Doe and John Doe" even if its names were lost. */
function isByline(line: string): boolean {
  if (readByline(line) !== null) return true;
  const [first = '', ...others] = line.split(/[\s,&]+/);
  return /^by$/i.test(first) && others.every((word) => word === '' || /^(and$|\p{Lu})/u.test(word));
}

/** Whether the first block is a headline: one short line that is not a sentence, followed by other blocks. */
export function isHeadline(block: ImportedBlock, isFollowed: boolean): boolean {
  const line = block.text.trim();
  return (
    isFollowed &&
    !line.includes('\n') &&
    line.length <= maxHeadlineLength &&
    !endsInFullStop.test(line) &&
    !endsInComma.test(line) &&
    !isByline(line) &&
    visibleCharacter.test(line)
  );
}

/**
 * Proposes a title for an article without one: its first heading of level 1, else its first sentence, shortened, else the
 * file name without its extension. The title satisfies `titleSchema`.
 */
export function proposeTitle(blocks: readonly ImportedBlock[], fileName: string | null): string {
  const headings = blocks.filter((block) => block.kind === 'heading' && block.level === 1);
  for (const { text } of headings) if (visibleCharacter.test(text)) return shorten(text, maxLineLength);
  for (const { text } of blocks) {
    if (!visibleCharacter.test(text) || isByline(text.trim())) continue;
    const [first] = findSentences(text, { start: 0, end: text.length }, null);
    const sentence = text.slice(first?.start, first?.end);
    return shorten(visibleCharacter.test(sentence) ? sentence : text, maxSentenceTitleLength);
  }
  const baseName = fileName?.replace(/\.[^.]*$/, '') ?? '';
  return visibleCharacter.test(baseName) ? shorten(baseName, maxLineLength) : 'Untitled article';
}

/**
 * Whether the blocks of a document begin with a bold line that reads like a headline, and no heading of level 1 follows. That
 * line is then read as the heading of level 1.
 */
export function beginsWithBoldHeadline([first, ...others]: readonly ImportedBlock[]): boolean {
  if (first?.kind !== 'paragraph' || !isHeadline(first, others.length > 0)) return false;
  const isBold = first.marks.some(
    ({ kind, start, end }) => kind === 'bold' && start === 0 && end === first.text.length,
  );
  return isBold && others.every(({ kind, level }) => kind !== 'heading' || level !== 1);
}
