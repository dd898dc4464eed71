import { isolate } from '../../text/format/isolate';
import type { Span } from '../../text/span';
import type { Query } from '../query';
import type { Mark } from './quotation-marks';

/** A query about a mark without its partner. Its place is the mark with the words beside it. */
export function createMarkQuery(text: string, block: Span, mark: Mark): Query {
  const opens = mark.role !== 'closes';
  const place = opens ? spanAfter(text, block, mark) : spanBefore(text, block, mark);
  const words = text.slice(place.start, place.end).replace(/\s+/gu, ' ');
  const quoted = isolate(words);
  return {
    rule: 'quotation-mark',
    places: [place],
    explanation: opens
      ? `The quotation that begins with ${quoted} opens and never closes.`
      : `The quotation that ends with ${quoted} closes and never opens.`,
  };
}

/** A mark with the first words of its quotation. */
function spanAfter(text: string, block: Span, { start, character }: Mark): Span {
  const rest = text.slice(start + character.length, Math.min(block.end, start + 60));
  const words = /^\s?(?:[^\s]+(?:\s|$)){0,3}/u.exec(rest)?.[0].trimEnd() ?? '';
  return { start, end: start + character.length + words.length };
}

/** A mark with the last words of its quotation. */
function spanBefore(text: string, block: Span, { start, character }: Mark): Span {
  const rest = text.slice(Math.max(block.start, start - 60), start);
  const words = /(?:(?:^|\s)[^\s]+){0,3}\s?$/u.exec(rest)?.[0].trimStart() ?? '';
  return { start: start - words.length, end: start + character.length };
}
