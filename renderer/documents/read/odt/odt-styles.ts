import { articleFields } from '#shared/domain/base/article.ts';
import { findChild, getAttribute } from '../base/xml.ts';
import { type BlockType, getTypeByStyleName, paragraphType, toHeading } from '../flow/flow-writer.ts';
import { formatListNumber } from '../flow/list-numbering.ts';

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

/** The text properties of a style; null for one that the style around it sets. */
interface OdtTextStyle {
  bold: boolean | null;
  italic: boolean | null;
  isStruck: boolean | null;
  isRaised: boolean | null;
  isHidden: boolean;
}

const noStyle: OdtTextStyle = { bold: null, italic: null, isStruck: null, isRaised: null, isHidden: false };

/** The position of text above the baseline, before its size: `super 58%`, `33% 58%`. */
const raisedPosition = /^\s*(?:super|0*[1-9])/;

/** A chain of parents that is longer leads in a circle. */
const maxParents = 30;

/** The styles of a document (ODF 1.3, part 3: 16). */
export class OdtStyles {
  private readonly byKey = new Map<string, Element>();
  private readonly defaultText: Element | null;

  constructor(roots: readonly Element[]) {
    for (const root of roots)
      for (const style of root.querySelectorAll('style'))
        this.byKey.set(`${getAttribute(style, 'family')} ${getAttribute(style, 'name')}`, style);
    this.defaultText =
      roots
        .flatMap((root) => Array.from(root.querySelectorAll('default-style')))
        .find((style) => getAttribute(style, 'family') === 'paragraph') ?? null;
  }

  /** A style and those that it is based on, itself first. */
  private chain(family: string, name: string | null): Element[] {
    const styles: Element[] = [];
    for (let next = name; next !== null && styles.length < maxParents; ) {
      const style = this.byKey.get(`${family} ${next}`);
      if (!style) break;
      styles.push(style);
      next = getAttribute(style, 'parent-style-name');
    }
    return styles;
  }

  text(family: 'text' | 'paragraph', name: string | null): OdtTextStyle {
    const properties = this.chain(family, name).map((style) => findChild(style, 'text-properties'));
    if (properties.length === 0) return noStyle;
    const find = (attribute: string) =>
      properties.map((one) => getAttribute(one, attribute)).find((value) => value !== null) ?? null;
    const weight = find('font-weight');
    const slant = find('font-style');
    const position = find('text-position');
    // OpenOffice named the type of a line before its style.
    const line = find('text-line-through-style') ?? find('text-line-through-type');
    return {
      bold: weight === null ? null : weight === 'bold' || Number(weight) >= 600,
      italic: slant === null ? null : slant !== 'normal',
      isStruck: line === null ? null : line !== 'none',
      isRaised: position === null ? null : raisedPosition.test(position),
      isHidden: find('display') === 'none',
    };
  }

  paragraphType(name: string | null): BlockType {
    for (const style of this.chain('paragraph', name)) {
      const styleName = (getAttribute(style, 'name') ?? '').replaceAll('_20_', ' ');
      const type = getTypeByStyleName(styleName);
      if (type) return type;
      const level = Number(getAttribute(style, 'default-outline-level'));
      if (level >= 1 && level <= 10) return toHeading(level);
    }
    return paragraphType;
  }

  /** The list to which the paragraphs of a style belong. */
  listName(name: string | null): string | null {
    const names = this.chain('paragraph', name).map((style) => getAttribute(style, 'list-style-name'));
    return names.find((one) => one !== null) || null;
  }

  /** The language of the document (BCP 47); null when it states none. */
  get language(): string | null {
    const properties = findChild(this.defaultText, 'text-properties');
    const [language, country] = [getAttribute(properties, 'language'), getAttribute(properties, 'country')];
    if (language === null || language === 'none' || language === 'zxx') return null;
    const tag = country === null || country === 'none' ? language : `${language}-${country}`;
    return articleFields.language.safeParse(tag).data ?? null;
  }
}
