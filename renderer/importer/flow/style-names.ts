import type { BlockType } from './flow-writer';

/** Names of styles. Built-in ones are English in every language of Word and LibreOffice, except in some old files. */
const typesByName: [RegExp, BlockType][] = [
  [/^title$/, { kind: 'heading', level: 1, isTitle: true }],
  [/^subtitle$/, { kind: 'heading', level: 2 }],
  [
    /^(?:intense ?)?quote$|^block ?(?:text|quote|quotation)$|^blockquote$|^quotations?$/,
    { kind: 'quote', level: null },
  ],
  [/^caption$|^(?:image|table|figure) caption$/, { kind: 'caption', level: null }],
];

/** The heading of an outline level, counted from 1; levels below the sixth are headings of the sixth. */
export function toHeading(level: number): BlockType {
  return { kind: 'heading', level: Math.min(6, Math.max(1, level)) };
}

/** The kind that the name of a style gives to its paragraphs; null when it gives none. */
export function getTypeByStyleName(name: string): BlockType | null {
  const lower = name.trim().toLowerCase();
  const [, level] = /^heading ?([1-9])$/.exec(lower) ?? [];
  if (level !== undefined) return toHeading(Number(level));
  return typesByName.find(([pattern]) => pattern.test(lower))?.[1] ?? null;
}
