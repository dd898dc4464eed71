import { findChild, getAttribute, getChildValue } from '../xml';

/** The kind and the weight that a style gives to a paragraph. */
export interface ParagraphStyle {
  kind: 'title' | 'author' | 'heading' | 'quote' | 'caption' | 'listItem' | 'paragraph';
  /** Level of a heading, 1 to 6. */
  level: number | null;
  bold: boolean;
  italic: boolean;
  /** The numbering (`numPr`) of the style. */
  numbering: Element | null;
}

export interface DocumentStyles {
  /** Takes the id of a style, or null for a paragraph without one. */
  paragraph(id: string | null): ParagraphStyle;
  character(id: string | null): { bold: boolean; italic: boolean };
  /** The language of text without one of its own, as the document has it; BCP 47 if it is valid. */
  language: string | null;
}

/**
 * Names of styles. Built-in ones are English in every language of Word (ECMA-376, part 1: 17.7.4.9); others are of other
 * programs.
 */
const styleNames: [RegExp, ParagraphStyle['kind']][] = [
  [/^title$/, 'title'],
  [/^(author|byline)$/, 'author'],
  [/^heading ?[1-9]$|^subtitle$/, 'heading'],
  [/^(intense ?)?quote$|^block ?(text|quote|quotation)$|^blockquote$|^quotations?$/, 'quote'],
  [/^caption$|^(image|table|figure) caption$/, 'caption'],
  [/^list (bullet|number)( \d)?$/, 'listItem'],
];

/** Maps Word's nine levels of headings to our six, counted from 1. */
function clampHeadingLevel(level: number): number {
  return Math.min(6, Math.max(1, level));
}

/** Whether a toggle property is on; null when it is not set. */
export function readToggle(properties: Element | null, name: string): boolean | null {
  const property = findChild(properties, name);
  return property && !['0', 'false', 'off', 'none'].includes(getAttribute(property, 'val') ?? '');
}

type BlockKind = Pick<ParagraphStyle, 'kind' | 'level'>;

function getKindByName(name: string): BlockKind | null {
  const match = styleNames.find(([pattern]) => pattern.test(name));
  if (!match) return null;
  const [, kind] = match;
  const level = name === 'subtitle' ? 2 : Number(name.match(/\d$/)?.[0]);
  return { kind, level: kind === 'heading' ? clampHeadingLevel(level) : null };
}

/** The kind by the outline level, which counts from 0; 9 means no level (17.3.1.20). */
export function getKindByOutline(properties: Element | null): BlockKind | null {
  const level = getChildValue(properties, 'outlineLvl');
  if (level === null || !/^[0-9]$/.test(level)) return null;
  return level === '9'
    ? { kind: 'paragraph', level: null }
    : { kind: 'heading', level: clampHeadingLevel(Number(level) + 1) };
}

/** The first value found from a style through the styles that it is based on. */
function findInherited<T>(chain: readonly Element[], find: (style: Element) => T | null): T | null {
  for (const style of chain) {
    const value = find(style);
    if (value !== null) return value;
  }
  return null;
}

export function readStyles(root: Element | null): DocumentStyles {
  const byId = new Map<string, Element>();
  const defaults = new Map<string, Element>();
  for (const style of root?.children ?? []) {
    const key = `${getAttribute(style, 'type')} ${getAttribute(style, 'styleId')}`;
    if (style.localName === 'style' && !byId.has(key)) byId.set(key, style);
    if (/^(1|true|on)$/.test(getAttribute(style, 'default') ?? ''))
      defaults.set(getAttribute(style, 'type') ?? '', style);
  }
  const getChain = (type: string, id: string | null) => {
    const chain: Element[] = [];
    let next = id === null ? defaults.get(type) : byId.get(`${type} ${id}`);
    while (next && !chain.includes(next)) {
      chain.push(next);
      next = byId.get(`${type} ${getChildValue(next, 'basedOn')}`);
    }
    return chain;
  };
  const paragraphStyles = new Map<string | null, ParagraphStyle>();
  const readParagraphStyle = (id: string | null): ParagraphStyle => {
    const chain = getChain('paragraph', id);
    const kindById = chain.length === 0 && id !== null ? getKindByName(id.toLowerCase()) : null;
    const kind = findInherited(
      chain,
      (style) =>
        getKindByName((getChildValue(style, 'name') ?? '').toLowerCase()) ??
        getKindByOutline(findChild(style, 'pPr')),
    );
    return {
      ...(kind ?? kindById ?? { kind: 'paragraph', level: null }),
      ...readWeight(chain),
      numbering: findInherited(chain, (style) => findChild(findChild(style, 'pPr'), 'numPr')),
    };
  };
  return {
    paragraph: (id) => {
      const style = paragraphStyles.get(id) ?? readParagraphStyle(id);
      paragraphStyles.set(id, style);
      return style;
    },
    character: (id) => readWeight(id === null ? [] : getChain('character', id)),
    language: [
      findChild(findChild(root, 'docDefaults'), 'rPrDefault'),
      ...getChain('paragraph', null),
    ].reduce(
      (language: string | null, element) => getChildValue(findChild(element, 'rPr'), 'lang') ?? language,
      null,
    ),
  };
}

function readWeight(chain: readonly Element[]): { bold: boolean; italic: boolean } {
  const isOn = (name: string) =>
    findInherited(chain, (style) => readToggle(findChild(style, 'rPr'), name)) ?? false;
  return { bold: isOn('b'), italic: isOn('i') };
}
