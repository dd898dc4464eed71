/** How the pages of a generated article are laid out. */
export interface PdfLayout {
  columns: 1 | 2 | 3 | 4;
  isJustified?: boolean;
  /** Whether paragraphs begin with an indent instead of a space above. */
  isIndented?: boolean;
  /** Whether words are hyphenated; without it justified columns have wide spaces between words. */
  isHyphenated?: boolean;
  /** Whether pages have a running head and a page number. */
  hasHeads?: boolean;
  hasNotes?: boolean;
  /** Tables with labels of one word, or of several lines. */
  tables?: 'plain' | 'wrapped';
}

const variants: Omit<PdfLayout, 'columns'>[] = [
  { isHyphenated: true },
  { isJustified: true, isHyphenated: true },
  { isJustified: true, isIndented: true },
  { isHyphenated: true, hasHeads: true, hasNotes: true },
  { isHyphenated: true, tables: 'plain' },
  { isHyphenated: true, tables: 'wrapped', hasHeads: true },
  { isJustified: true, isIndented: true, hasHeads: true, hasNotes: true, tables: 'plain' },
];

/** Columns that are so narrow that only three words fit on a line, where they are justified without hyphens. */
const narrow: PdfLayout[] = [
  { columns: 4, isJustified: true },
  { columns: 4, isJustified: true, hasHeads: true },
];

/** The layouts of the measurement: each variant in one, two and three columns, and narrow columns. */
export const pdfLayouts: PdfLayout[] = [
  ...([1, 2, 3] as const).flatMap((columns) => variants.map((variant) => ({ columns, ...variant }))),
  ...narrow,
];

/** Names a layout by what it has: "3 columns, justified, tables". */
export function nameLayout({ columns, tables, ...has }: PdfLayout): string {
  const parts = [
    `${columns} ${columns === 1 ? 'column' : 'columns'}`,
    has.isJustified ? 'justified' : 'ragged',
    has.isIndented ? 'indented' : '',
    has.hasHeads ? 'heads' : '',
    has.hasNotes ? 'notes' : '',
    tables ? `${tables} tables` : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}
