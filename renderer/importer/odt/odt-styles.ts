import { articleFields } from '../../../shared/domain/article';
import { type BlockType, paragraphType } from '../flow/flow-writer';
import { getTypeByStyleName, toHeading } from '../flow/style-names';
import { findChild, getAttribute } from '../xml';

/** The text properties of a style; null for one that the style around it sets. */
export interface OdtTextStyle {
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
