import { formatListNumber } from '../word/document/lists/list-number-format';
import { getAttribute } from '../xml';

interface Level {
  /** `1`, `a`, `A`, `i`, `I`; '' for no number. */
  format: string;
  /** The label, as `%1%.%2%)`, with the numbers of levels. */
  pattern: string;
  start: number;
  isBullet: boolean;
}

const formatNames = new Map([
  ['a', 'lowerLetter'],
  ['A', 'upperLetter'],
  ['i', 'lowerRoman'],
  ['I', 'upperRoman'],
]);

function readLevel(element: Element, depth: number): Level {
  const shown = Math.min(depth + 1, Number(getAttribute(element, 'display-levels') ?? 1) || 1);
  const numbers = Array.from({ length: shown }, (_, index) => `%${depth + 2 - shown + index}%`).join('.');
  const [prefix, suffix] = [getAttribute(element, 'num-prefix'), getAttribute(element, 'num-suffix')];
  return {
    format: getAttribute(element, 'num-format') ?? '',
    pattern: getAttribute(element, 'num-list-format') ?? `${prefix ?? ''}${numbers}${suffix ?? ''}`,
    start: Number(getAttribute(element, 'start-value') ?? 1) || 1,
    isBullet: !/number$|outline-level-style$/.test(element.localName),
  };
}

function readLevels(style: Element): Map<number, Level> {
  return new Map(
    Array.from(style.children, (element) => {
      const depth = Number(getAttribute(element, 'level') ?? 1) - 1;
      return [depth, readLevel(element, depth)];
    }),
  );
}

/** The lists of a document and their counters (ODF 1.3, part 3: 16.30, 19.880). */
export class OdtLists {
  private readonly styles = new Map<string, Map<number, Level>>();
  /** The levels by which headings are numbered that are in no list. */
  private readonly outline: Map<number, Level>;
  private readonly counters = new Map<string, number[]>();

  constructor(roots: readonly Element[]) {
    for (const root of roots)
      for (const style of root.querySelectorAll('list-style'))
        this.styles.set(getAttribute(style, 'name') ?? '', readLevels(style));
    const outline = roots.flatMap((root) => Array.from(root.querySelectorAll('outline-style')))[0];
    this.outline = outline ? readLevels(outline) : new Map();
  }

  /** The counters of a list: those of the list that it continues, or new ones. */
  open(list: Element, styleName: string): number[] {
    const continued = getAttribute(list, 'continue-list');
    const isContinuing = getAttribute(list, 'continue-numbering') === 'true';
    const known = this.counters.get(continued === null ? `style ${styleName}` : `list ${continued}`);
    const counters = known && (continued !== null || isContinuing) ? known : [];
    this.counters.set(`style ${styleName}`, counters);
    const id = getAttribute(list, 'id');
    if (id !== null) this.counters.set(`list ${id}`, counters);
    return counters;
  }

  /** Counts an item, and returns its label, as `7. `; '' for a bullet. */
  label(counters: number[], styleName: string, depth: number, item: Element): string {
    return this.count(this.styles.get(styleName), counters, depth, getAttribute(item, 'start-value'));
  }

  /** The number of a heading that is in no list, as `2.1 `; '' for none. */
  headingLabel(heading: Element, level: number): string {
    if (getAttribute(heading, 'is-list-header') === 'true' || this.outline.size === 0) return '';
    const counters = this.counters.get('outline') ?? [];
    this.counters.set('outline', counters);
    return this.count(this.outline, counters, level - 1, getAttribute(heading, 'start-value'));
  }

  private count(
    levels: Map<number, Level> | undefined,
    counters: number[],
    depth: number,
    start: string | null,
  ): string {
    const level = levels?.get(depth);
    counters[depth] = start === null ? (counters[depth] ?? (level?.start ?? 1) - 1) + 1 : Number(start) || 0;
    counters.length = depth + 1;
    if (!level || level.isBullet || level.format === '') return '';
    const label = level.pattern.replace(/%(\d+)%/g, (_, digits: string) => {
      const numberDepth = Number(digits) - 1;
      const one = levels?.get(numberDepth);
      const format = formatNames.get(one?.format ?? '1') ?? 'decimal';
      return formatListNumber(format, counters[numberDepth] ?? one?.start ?? 1);
    });
    return label.trim() === '' ? '' : `${label.trim()} `;
  }
}
