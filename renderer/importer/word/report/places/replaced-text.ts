import type { TextSegment } from '../../../../../shared/domain/draft/text-map';
import { getElementLength } from '../story/edited-story';

type FileSegment = Extract<TextSegment, { part: number }>;

export const isInFile = (segment: TextSegment | undefined): segment is FileSegment =>
  segment !== undefined && 'part' in segment;

const getReplaced = (segment: TextSegment | undefined) =>
  isInFile(segment) && 'text' in segment ? segment.text : null;

const isOfElement = (
  segment: TextSegment | undefined,
  { part, element }: FileSegment,
): segment is FileSegment => isInFile(segment) && segment.part === part && segment.element === element;

/**
 * Finds text that is written differently in the file: from an offset in a segment to another, in UTF-16 code units. The map has no
 * offset for it: it is between the text before and after it in the same element. Where it has as many code units in the file, apart
 * from white space around it, each is found.
 */
export function locateReplaced(
  segments: readonly TextSegment[],
  index: number,
  element: Element,
  { from, to }: { from: number; to: number },
): { start: number; end: number; isExact: boolean } {
  const segment = segments[index];
  if (!isInFile(segment)) throw new RangeError(`The segment ${index} is not in the file.`);
  const isBeside = (other: TextSegment | undefined) => isOfElement(other, segment) && 'text' in other;
  let [first, last] = [index, index];
  while (isBeside(segments[first - 1])) first -= 1;
  while (isBeside(segments[last + 1])) last += 1;
  const texts = segments.slice(first, last + 1).map((one) => getReplaced(one) ?? '');
  const text = texts.join('');
  const textBefore = texts.slice(0, index - first).join('').length;

  const [before, after] = [segments[first - 1], segments[last + 1]];
  const start = isOfElement(before, segment) && 'length' in before ? before.offset + before.length : 0;
  const end = isOfElement(after, segment) && 'length' in after ? after.offset : getElementLength(element);
  const [textStart, textEnd] = [textBefore + from, textBefore + to];
  const inFile = element.localName === 't' ? (element.textContent ?? '').slice(start, end) : '';
  const shift = findShift(inFile, text);
  return shift === null
    ? { start, end, isExact: textStart === 0 && textEnd === text.length }
    : { start: start + shift + textStart, end: start + shift + textEnd, isExact: true };
}

/** How much later each code unit of a text is in the text of the file; null when they are not one for one. */
function findShift(inFile: string, text: string): number | null {
  if (inFile.length === text.length) return 0;
  if (text.trim() === '' || inFile.trim().length !== text.trim().length) return null;
  const countSpace = (one: string) => one.length - one.trimStart().length;
  return countSpace(inFile) - countSpace(text);
}
