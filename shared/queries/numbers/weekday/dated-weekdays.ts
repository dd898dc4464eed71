import { findWrittenDate } from '../../../import/credits/written-date';
import type { DraftText } from '../../../text/draft-text';
import type { Span } from '../../../text/span';
import { findAll } from '../parse/find-all';
import { readMonth } from '../parse/months';
import { readWeekday, weekdayPattern } from './weekday-names';

/** A weekday with the date that stands beside it. UTF-16 offsets into the draft's text. */
export interface DatedWeekday extends Span {
  weekday: number;
  /** The full year; null where the text leaves it out. */
  year: number | null;
  /** 1 to 12. */
  month: number;
  day: number;
}

/** How far a date reaches beside its weekday, in UTF-16 code units. */
const maxDateLength = 40;

const anyWeekday = new RegExp(weekdayPattern, 'giu');
/** The text between a weekday and its date: "Monday, 3 May", "Monday (May 3", "Montag, den 3. Mai". */
const between =
  /^\.?,?(?: (?:morning|afternoon|evening|night|früh|abend|morgen|nacht),?)?\s*\(?(?:(?:the|den|dem|le|el|il|on|am)\s+)?/iu;
/** The text between a date and its weekday: "3 May 2021 (Monday)", "3 May 2021, a Monday", "fiel auf einen Montag". */
const betweenBack =
  /(?:\s?\(|,?\s+(?:(?:was|is|were|will be|falls|fell|falling|fällt|fiel|war|ist|which was|which is)\s+)?(?:(?:on|auf)\s+)?(?:a|ein|einen|einem|un)\s+)$/iu;
const otherWeekdayBefore = new RegExp(
  `${weekdayPattern}\\.?,?\\s*(?:and|to|und|bis|or|oder|through|&|[-–—/])\\s*$`,
  'iu',
);
const goesOn = /^(?:\s*[-–—/&]\s*\d|\s*(?:and|or|to|und|oder|bis)\s+(?:\d|the \d))/iu;

/** Finds the weekdays of a span that have a date beside them. A range of days is none. */
export function findDatedWeekdays({ text }: DraftText, span: Span): DatedWeekday[] {
  const found: DatedWeekday[] = [];
  const sentence = text.slice(span.start, span.end);
  for (const match of findAll(anyWeekday, sentence)) {
    const name = match.groups?.weekday ?? '';
    const weekday = readWeekday(name);
    const isShort = name.length < 3;
    if (weekday === null || !/^\p{Lu}/u.test(name)) {
      if (
        weekday === null ||
        isShort ||
        !/^(?:lun|mar|mer|jeu|jue|ven|vie|sam|dim|sáb|dom|gio|sab|zo|ma|di|wo|do|vr|za)/u.test(name)
      )
        continue;
    }
    const date = readDateBehind(sentence, match) ?? readDateBefore(sentence, match.index, match[0]);
    // "So 3. Mai" is one without its full stop only in lists.
    if (!date || (isShort && !/^[.,]/.test(sentence.slice(match.index + name.length)))) continue;
    const { start, end, ...parts } = date;
    const isOpen = sentence.slice(start, end).includes('(') && sentence[end] === ')';
    const length = sentence.slice(start, isOpen ? end + 1 : end).replace(/\.$/, '').length;
    found.push({ start: span.start + start, end: span.start + start + length, weekday, ...parts });
  }
  return found;
}

type DateBeside = Omit<DatedWeekday, 'weekday'>;

function readDateBehind(sentence: string, match: RegExpExecArray): DateBeside | null {
  const behind = match.index + match[0].length;
  if (otherWeekdayBefore.test(sentence.slice(Math.max(0, match.index - 24), match.index))) return null;
  const start = behind + (between.exec(sentence.slice(behind, behind + maxDateLength))?.[0].length ?? 0);
  const date = readDateAt(sentence.slice(start, start + maxDateLength));
  if (!date || goesOn.test(sentence.slice(start + date.length))) return null;
  const { length, ...parts } = date;
  return { start: match.index, end: start + length, ...parts };
}

function readDateBefore(sentence: string, index: number, name: string): DateBeside | null {
  const before = sentence.slice(Math.max(0, index - 2 * maxDateLength), index);
  const joint = betweenBack.exec(before);
  if (!joint) return null;
  const head = before.slice(0, joint.index);
  // The longest date that ends here: the words before it are tried from the left.
  for (const word of findAll(/(?<=^|\s)\S/gu, head)) {
    const date = readDateAt(head.slice(word.index));
    if (date && word.index + date.length === head.length && head.length - word.index <= maxDateLength) {
      const { length: _, ...parts } = date;
      return { start: index - before.length + word.index, end: index + name.length, ...parts };
    }
  }
  return null;
}

/** The date that a text begins with, and its length. */
function readDateAt(text: string): (Omit<DateBeside, 'start' | 'end'> & { length: number }) | null {
  const found = findWrittenDate(text);
  if (!found) return null;
  if (found.start > 0) return readDateAt(text.slice(0, found.start));
  const written = text.slice(0, found.end);
  if (found.date === null) {
    const day = Number(/\d+/.exec(written)?.[0]);
    const month = readMonth(/\p{L}{3,}/u.exec(written.replace(/^\d+(?:st|nd|rd|th)/, ''))?.[0] ?? '');
    return month === null ? null : { year: null, month, day, length: found.end };
  }
  const [year, month, day] = found.date.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  return { year, month, day, length: found.end };
}
