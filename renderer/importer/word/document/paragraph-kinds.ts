import { getChildValue } from '../../xml';

/** The kind of a paragraph, and the level of a heading (1 to 6). `contents` is an entry of a table of contents. */
export interface ParagraphKind {
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
export function getKindByName(name: string): ParagraphKind | null {
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
