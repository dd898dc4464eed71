import { numberIn } from './number-words';
import { attribute, child, children, valueIn } from './xml';

interface Level {
  format: string;
  /** What stands before the item: `%1.%2)` for the numbers of this level and those above. */
  pattern: string;
  start: number;
  /** Whether all its numbers are digits, as in legal texts. */
  digits: boolean;
}

interface List {
  /** The lists that count on together. */
  counted: string;
  levels: Map<number, Level>;
  /** Where a list begins to count anew, by level. */
  starts: Map<number, number>;
}

const deepest = 8;

function wholeNumber(value: string | null): number | null {
  return value !== null && /^\d{1,9}$/.test(value) ? Number(value) : null;
}

function levelsOf(parent: Element | null): Map<number, Level> {
  return new Map(
    children(parent, 'lvl').map((level) => [
      wholeNumber(attribute(level, 'ilvl')) ?? 0,
      {
        format: valueIn(level, 'numFmt') ?? 'decimal',
        pattern: valueIn(level, 'lvlText') ?? '',
        start: wholeNumber(valueIn(level, 'start')) ?? 0,
        digits: child(level, 'isLgl') !== null,
      },
    ]),
  );
}

function readLists(root: Element | null): Map<string, List> {
  const abstracts = children(root, 'abstractNum');
  const byId = new Map(abstracts.map((element) => [attribute(element, 'abstractNumId'), element]));
  return new Map(
    children(root, 'num').map((num) => {
      const named = byId.get(valueIn(num, 'abstractNumId')) ?? null;
      const style = valueIn(named, 'numStyleLink');
      const meant =
        style === null ? named : (abstracts.find((one) => valueIn(one, 'styleLink') === style) ?? named);
      const overrides = children(num, 'lvlOverride');
      const levels = overrides.flatMap((override) => Array.from(levelsOf(override)));
      const starts = overrides.flatMap((override): [number, number][] => {
        const start = wholeNumber(valueIn(override, 'startOverride'));
        return start === null ? [] : [[wholeNumber(attribute(override, 'ilvl')) ?? 0, start]];
      });
      const list = {
        counted: attribute(meant, 'abstractNumId') ?? '',
        levels: new Map([...levelsOf(meant), ...levels]),
        starts: new Map(starts),
      };
      return [attribute(num, 'numId') ?? '', list];
    }),
  );
}

/** Counts the items of a document's lists, which a document leaves to who shows it. */
export class ListNumbers {
  private readonly lists: Map<string, List>;
  private readonly counts = new Map<string, number[]>();
  private readonly begun = new Set<string>();

  constructor(root: Element | null) {
    this.lists = readLists(root);
  }

  /**
   * What stands before the next item of a list (its `numPr`), as `7. ` or `2.1) `: '' where a bullet does. Null when the
   * paragraph belongs to no list. To be asked once for each item, in order.
   */
  next(numbering: Element | null): string | null {
    const id = valueIn(numbering, 'numId');
    const list = id === null || id === '0' ? undefined : this.lists.get(id);
    if (id === null || !list) return null;
    const at = Math.min(deepest, wholeNumber(valueIn(numbering, 'ilvl')) ?? 0);
    const counts = this.counts.get(list.counted) ?? [];
    const level = list.levels.get(at);
    const anew = list.starts.get(at);
    if (anew !== undefined && !this.begun.has(`${id} ${at}`)) counts[at] = anew;
    else counts[at] = (counts[at] ?? (level?.start ?? 1) - 1) + 1;
    this.begun.add(`${id} ${at}`);
    counts.length = at + 1;
    this.counts.set(list.counted, counts);
    if (!level || level.format === 'bullet') return '';
    const label = level.pattern.replace(/%([1-9])/g, (_, digit: string) => {
      const above = Number(digit) - 1;
      const its = list.levels.get(above);
      const format = level.digits ? 'decimal' : (its?.format ?? 'decimal');
      return numberIn(format, counts[above] ?? its?.start ?? 1);
    });
    return label.trim() === '' ? '' : `${label.trim()} `;
  }
}
