import { findChild, getChildValue } from '../../../xml';
import { formatListNumber } from './list-number-format';
import { type List, parseInteger, readLists } from './read-lists';

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
