import { findChild, findChildren, getAttribute, getChildValue } from '../../xml';
import { formatListNumber } from './list-number-format';

interface Level {
  format: string;
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

const maxLevel = 8;

function parseInteger(value: string | null): number | null {
  return value !== null && /^\d{1,9}$/.test(value) ? Number(value) : null;
}

function readLevels(parent: Element | null): Map<number, Level> {
  return new Map(
    findChildren(parent, 'lvl').map((level) => [
      parseInteger(getAttribute(level, 'ilvl')) ?? 0,
      {
        format: getChildValue(level, 'numFmt') ?? 'decimal',
        pattern: getChildValue(level, 'lvlText') ?? '',
        start: parseInteger(getChildValue(level, 'start')) ?? 0,
        usesDigits: findChild(level, 'isLgl') !== null,
      },
    ]),
  );
}

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

/** Numbers the items of a document's lists: the document itself holds only the rules for it. */
export class ListNumbering {
  private readonly lists: Map<string, List>;
  private readonly counts = new Map<string, number[]>();
  private readonly startedLevels = new Set<string>();

  constructor(root: Element | null) {
    this.lists = readLists(root);
  }

  /**
   * The label of the next item of a list (given by its `numPr`), as `7. ` or `2.1) `; '' for a bullet, null when the paragraph
   * belongs to no list. To be called once for each item, in order.
   */
  next(numbering: Element | null): string | null {
    const id = getChildValue(numbering, 'numId');
    const list = id === null || id === '0' ? undefined : this.lists.get(id);
    if (id === null || !list) return null;
    const depth = Math.min(maxLevel, parseInteger(getChildValue(numbering, 'ilvl')) ?? 0);
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
