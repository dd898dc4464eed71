import { findChild, findChildren, getAttribute, getChildValue } from '../base/xml.ts';
import { toRoman } from './list-numbers.ts';

interface Level {
  format: string;
  /** The style whose paragraphs are on this level (ECMA-376, part 1: 17.9.23); null when there is none. */
  style: string | null;
  /** The label before an item, as `%1.%2)`, with the numbers of this level and those above. */
  pattern: string;
  start: number;
  /** Whether all numbers in the label are digits, as in legal texts. */
  usesDigits: boolean;
}

interface List {
  /** Shared by lists that are counted together. */
  counterId: string;
  levels: Map<number, Level>;
  /** The number with which a list starts anew, by level. */
  startOverrides: Map<number, number>;
}

function parseInteger(value: string | null): number | null {
  return value !== null && /^\d{1,9}$/.test(value) ? Number(value) : null;
}

function readLevels(parent: Element | null): Map<number, Level> {
  return new Map(
    findChildren(parent, 'lvl').map((level) => [
      parseInteger(getAttribute(level, 'ilvl')) ?? 0,
      {
        format: getChildValue(level, 'numFmt') ?? 'decimal',
        style: getChildValue(level, 'pStyle'),
        pattern: getChildValue(level, 'lvlText') ?? '',
        start: parseInteger(getChildValue(level, 'start')) ?? 0,
        usesDigits: findChild(level, 'isLgl') !== null,
      },
    ]),
  );
}

/** Reads the lists of a document by their ids (ECMA-376, part 1: 17.9). */
function readLists(root: Element | null): Map<string, List> {
  const abstracts = findChildren(root, 'abstractNum');
  const byId = new Map(abstracts.map((element) => [getAttribute(element, 'abstractNumId'), element]));
  return new Map(
    findChildren(root, 'num').map((num) => {
      const named = byId.get(getChildValue(num, 'abstractNumId')) ?? null;
      const style = getChildValue(named, 'numStyleLink');
      const definition =
        style === null
          ? named
          : (abstracts.find((one) => getChildValue(one, 'styleLink') === style) ?? named);
      const overrides = findChildren(num, 'lvlOverride');
      const levels = overrides.flatMap((override) => Array.from(readLevels(override)));
      const starts = overrides.flatMap((override): [number, number][] => {
        const start = parseInteger(getChildValue(override, 'startOverride'));
        return start === null ? [] : [[parseInteger(getAttribute(override, 'ilvl')) ?? 0, start]];
      });
      const list = {
        counterId: getAttribute(definition, 'abstractNumId') ?? '',
        levels: new Map([...readLevels(definition), ...levels]),
        startOverrides: new Map(starts),
      };
      return [getAttribute(num, 'numId') ?? '', list];
    }),
  );
}

/** Word repeats the letter after z: aa, bb, cc (ECMA-376, part 1: 17.18.59). */
function toRepeatedLetters(number: number): string {
  const letter = String.fromCharCode(97 + ((number - 1) % 26));
  return letter.repeat(Math.min(100, Math.ceil(number / 26)));
}

function toOrdinal(number: number): string {
  const tens = Math.floor(number / 10) % 10;
  return `${number}${(tens === 1 ? undefined : ['th', 'st', 'nd', 'rd'][number % 10]) ?? 'th'}`;
}

const numberFormats = new Map<string, (number: number) => string>([
  ['lowerLetter', toRepeatedLetters],
  ['upperLetter', (number) => toRepeatedLetters(number).toUpperCase()],
  ['lowerRoman', toRoman],
  ['upperRoman', (number) => toRoman(number).toUpperCase()],
  ['decimalZero', (number) => String(number).padStart(2, '0')],
  ['ordinal', toOrdinal],
  ['none', () => ''],
]);

/** Formats a list number as Word does (ECMA-376, part 1: 17.18.59), in digits where the format is one of another script. */
export function formatListNumber(format: string, number: number): string {
  const formatNumber = numberFormats.get(format);
  return formatNumber && number > 0 ? formatNumber(number) : String(number);
}

const maxLevel = 8;

/** The list of a paragraph or a style (`numPr`), and the level in it counted from 0; null for what it does not say. */
export interface NumberingReference {
  list: string | null;
  level: number | null;
}

export function readNumberingReference(properties: Element | null): NumberingReference {
  const numbering = findChild(properties, 'numPr');
  return {
    list: getChildValue(numbering, 'numId'),
    level: parseInteger(getChildValue(numbering, 'ilvl')),
  };
}

/** The level of an item: its own, else that of its style. */
function findDepth({ levels }: List, own: NumberingReference, style: StyleNumbering): number {
  const [linked] =
    Array.from(levels).find(([, level]) => level.style !== null && level.style === style.id) ?? [];
  const depth = own.level ?? linked ?? (own.list === null ? style.numbering.level : null) ?? 0;
  return Math.min(maxLevel, depth);
}

/** The list and level that the style of a paragraph gives it. */
interface StyleNumbering {
  id: string | null;
  numbering: NumberingReference;
}

/** Numbers the items of a document's lists: the document itself holds only the rules for it. */
export class ListNumbering {
  private readonly lists: Map<string, List>;
  private readonly counts = new Map<string, number[]>();
  private readonly startedLevels = new Set<string>();

  constructor(root: Element | null) {
    this.lists = readLists(root);
  }

  /**
   * The label of the next item of a list, as `7. ` or `2.1) `; '' for a bullet, null when the paragraph belongs to no list. `own`
   * is what the paragraph says itself. To be called once for each item, in order.
   */
  next(own: NumberingReference, style: StyleNumbering): string | null {
    const id = own.list ?? style.numbering.list;
    const list = id === null || id === '0' ? undefined : this.lists.get(id);
    if (id === null || !list) return null;
    const depth = findDepth(list, own, style);
    const counts = this.counts.get(list.counterId) ?? [];
    const level = list.levels.get(depth);
    const override = list.startOverrides.get(depth);
    if (override !== undefined && !this.startedLevels.has(`${id} ${depth}`)) counts[depth] = override;
    else counts[depth] = (counts[depth] ?? (level?.start ?? 1) - 1) + 1;
    this.startedLevels.add(`${id} ${depth}`);
    counts.length = depth + 1;
    this.counts.set(list.counterId, counts);
    if (!level || level.format === 'bullet') return '';
    const label = level.pattern.replace(/%([1-9])/g, (_, digit: string) => {
      const numberDepth = Number(digit) - 1;
      const numberLevel = list.levels.get(numberDepth);
      const format = level.usesDigits ? 'decimal' : (numberLevel?.format ?? 'decimal');
      return formatListNumber(format, counts[numberDepth] ?? numberLevel?.start ?? 1);
    });
    return label.trim() === '' ? '' : `${label.trim()} `;
  }
}
