import { findChild, getAttribute, getChildValue } from '#renderer/documents/read/base/xml.ts';
import {
  type NumberingReference,
  readNumberingReference,
} from '#renderer/documents/read/flow/list-numbering.ts';
import { readLanguages, type TextLanguages } from './languages.ts';

/** The kind of a paragraph, and the level of a heading (1 to 6). `contents` is an entry of a table of contents. */
interface ParagraphKind {
  kind: 'title' | 'author' | 'date' | 'heading' | 'quote' | 'caption' | 'listItem' | 'paragraph' | 'contents';
  level: number | null;
}

/**
 * Names of styles. Built-in ones are English in every language of Word (ECMA-376, part 1: 17.7.4.9); others are of other
 * programs.
 */
const styleNames: [RegExp, ParagraphKind['kind']][] = [
  [/^title$/, 'title'],
  [/^(author|byline)$/, 'author'],
  [/^date$/, 'date'],
  [/^heading ?[1-9]$|^subtitle$/, 'heading'],
  [/^(intense ?)?quote$|^block ?(text|quote|quotation)$|^blockquote$|^quotations?$/, 'quote'],
  [/^caption$|^(image|table|figure) caption$/, 'caption'],
  [/^list (bullet|number)( \d)?$/, 'listItem'],
  [/^toc ?[1-9]$/, 'contents'],
];

/** Maps Word's nine levels of headings to our six, counted from 1. */
function clampHeadingLevel(level: number): number {
  return Math.min(6, Math.max(1, level));
}

/** The kind by the name of a style in lower case; null when the name says nothing. */
function getKindByName(name: string): ParagraphKind | null {
  const match = styleNames.find(([pattern]) => pattern.test(name));
  if (!match) return null;
  const [, kind] = match;
  const level = name === 'subtitle' ? 2 : Number(name.match(/\d$/)?.[0]);
  return { kind, level: kind === 'heading' ? clampHeadingLevel(level) : null };
}

/** The kind by the outline level, which counts from 0; 9 means no level (17.3.1.20). */
export function getKindByOutline(properties: Element | null): ParagraphKind | null {
  const level = getChildValue(properties, 'outlineLvl');
  if (level === null || !/^[0-9]$/.test(level)) return null;
  return level === '9'
    ? { kind: 'paragraph', level: null }
    : { kind: 'heading', level: clampHeadingLevel(Number(level) + 1) };
}

/** How a style sets text. */
export interface RunStyle {
  bold: boolean;
  italic: boolean;
  isStruck: boolean;
  isHidden: boolean;
}

export const plainRunStyle: RunStyle = { bold: false, italic: false, isStruck: false, isHidden: false };

/** The kind of a paragraph, how its text is set and its list, as its style says. */
export interface ParagraphStyle extends ParagraphKind, RunStyle {
  /** Its id; null for paragraphs without a style. */
  id: string | null;
  numbering: NumberingReference;
}

export interface DocumentStyles {
  /** Takes the id of a style, or null for a paragraph without one. */
  paragraph(id: string | null): ParagraphStyle;
  character(id: string | null): RunStyle;
  /** The languages of text without one of its own. */
  languages: TextLanguages;
}

/** Whether a toggle property is on; null when it is not set. */
export function readToggle(properties: Element | null, name: string): boolean | null {
  const property = findChild(properties, name);
  return property && !['0', 'false', 'off', 'none'].includes(getAttribute(property, 'val') ?? '');
}

/** Whether text is struck through, once or twice: Word writes the one that is off beside the one that is on. */
export function readStrike(properties: Element | null): boolean | null {
  const [once, twice] = [readToggle(properties, 'strike'), readToggle(properties, 'dstrike')];
  return once === null && twice === null ? null : once === true || twice === true;
}

/** The first value found from a style through the styles that it is based on. */
function findInherited<T>(chain: readonly Element[], find: (style: Element) => T | null): T | null {
  for (const style of chain) {
    const value = find(style);
    if (value !== null) return value;
  }
  return null;
}

const readNumbering = (style: Element) => readNumberingReference(findChild(style, 'pPr'));

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
      ...readRunStyle(chain),
      id,
      numbering: {
        list: findInherited(chain, (style) => readNumbering(style).list),
        level: findInherited(chain, (style) => readNumbering(style).level),
      },
    };
  };
  return {
    paragraph: (id) => {
      const style = paragraphStyles.get(id) ?? readParagraphStyle(id);
      paragraphStyles.set(id, style);
      return style;
    },
    character: (id) => readRunStyle(id === null ? [] : getChain('character', id)),
    languages: Object.fromEntries(
      [findChild(findChild(root, 'docDefaults'), 'rPrDefault'), ...getChain('paragraph', null)].flatMap(
        (element) => Object.entries(readLanguages(findChild(findChild(element, 'rPr'), 'lang'))),
      ),
    ),
  };
}

function readRunStyle(chain: readonly Element[]): RunStyle {
  const isOn = (name: string) =>
    findInherited(chain, (style) => readToggle(findChild(style, 'rPr'), name)) ?? false;
  const isStruck = findInherited(chain, (style) => readStrike(findChild(style, 'rPr'))) ?? false;
  return { bold: isOn('b'), italic: isOn('i'), isStruck, isHidden: isOn('vanish') };
}
