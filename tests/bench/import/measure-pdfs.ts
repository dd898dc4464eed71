import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DraftProposal } from '#shared/import/base/proposal.ts';
import { createRandom, type Random } from '../support/random.ts';
import { type Print, reportAverageAndWorst, type ScoredFile } from '../support/report-metrics.ts';
import { type ImportBench, importThrough } from './built-app.ts';
import { getOrderAgreement, getRecall, removeRunningLines, splitWords } from './text-metrics.ts';

/** A part of a generated article, in the order of reading. The text of a row has a tab between its cells. */
interface TextPart {
  kind: 'heading' | 'paragraph' | 'row';
  text: string;
  /** A note on the paragraph. */
  note?: string;
}

type Words = [string, ...string[]];

const common =
  'the of and to in a that for it was on with as by at from be this have are not but had they which or an were their has would what will there if can all who one time up about out them then some into only could new other than also after most made many must before through years where much way down should because each just those people too little good very make still long here between both under same another while last might great old year since against right'.split(
    ' ',
  ) as Words;
const rare =
  'council ferry harbour island engineer minister budget report railway bridge hospital school archive journalist editor parliament committee investigation contract company shareholder newspaper magazine interview document witness laboratory university experiment measurement government administration responsibility transportation infrastructure communication environment organisation announced published confirmed measured reduced considered recommended postponed'.split(
    ' ',
  ) as Words;

const paragraphCount = 24;
const headingDistance = 6;
const tableDistance = 9;
const rowsPerTable = 7;
const noteShare = 0.2;

/** Generates an article of headings and paragraphs, with notes and tables where the layout has them. */
function generateText(
  random: Random,
  { hasNotes, tables, columns }: { hasNotes?: boolean; tables?: 'plain' | 'wrapped'; columns: number },
): TextPart[] {
  const parts: TextPart[] = [{ kind: 'heading', text: generateWords(random, 7) }];
  for (let index = 0; index < paragraphCount; index += 1) {
    if (index > 0 && index % headingDistance === 0)
      parts.push({ kind: 'heading', text: generateWords(random, 4) });
    const hasNote = hasNotes && random.next() < noteShare;
    parts.push({
      kind: 'paragraph',
      text: generateParagraph(random),
      ...(hasNote && { note: generateSentence(random) }),
    });
    if (tables && index % tableDistance === 4) {
      for (let row = 0; row < rowsPerTable; row += 1)
        parts.push({ kind: 'row', text: generateRow(random, tables, columns) });
    }
  }
  return parts;
}

function generateRow(random: Random, tables: 'plain' | 'wrapped', columns: number): string {
  // Short words, so that none has to be broken in a narrow column.
  const word = () => random.pick(rare.filter((one) => one.length <= 8) as Words);
  const label = Array.from({ length: tables === 'plain' ? 1 : 5 + random.below(4) }, word).join(' ');
  const cells = Array.from({ length: columns === 1 ? 3 : 2 }, () => `${1 + random.below(9_999)}`);
  return [label, ...cells].join('\t');
}

function generateParagraph(random: Random): string {
  return Array.from({ length: 2 + random.below(5) }, () => generateSentence(random)).join(' ');
}

function generateSentence(random: Random): string {
  return `${generateWords(random, 6 + random.below(17))}${random.next() < 0.2 ? '?' : '.'}`;
}

function generateWords(random: Random, count: number): string {
  const words = Array.from({ length: count }, () => {
    const kind = random.next();
    if (kind < 0.05) return `${1_000 + random.below(99_000)}`;
    return random.pick(kind < 0.65 ? common : rare);
  }).join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** How the pages of a generated article are laid out. */
interface PdfLayout {
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
const pdfLayouts: PdfLayout[] = [
  ...([1, 2, 3] as const).flatMap((columns) => variants.map((variant) => ({ columns, ...variant }))),
  ...narrow,
];

/** Names a layout by what it has: "3 columns, justified, tables". */
function nameLayout({ columns, tables, ...has }: PdfLayout): string {
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

const namespaces = ['office', 'style', 'text', 'table']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');
const formatting = 'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"';

const pageStyle =
  'fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="2cm" fo:margin-right="2cm"';
const headStyles = ['header', 'footer']
  .map(
    (name) =>
      `<style:${name}-style><style:header-footer-properties fo:min-height="0.6cm" fo:margin-top="0.5cm" fo:margin-bottom="0.5cm"/></style:${name}-style>`,
  )
  .join('');
const heads =
  '<style:header><text:p text:style-name="Small">The Harbour Review · Spring 2024</text:p></style:header><style:footer><text:p text:style-name="Small">Page <text:page-number/></text:p></style:footer>';

/** Writes an article as a flat OpenDocument text, for LibreOffice to lay out. */
function writeFodt(parts: readonly TextPart[], layout: PdfLayout): string {
  const [title, ...others] = parts;
  const body = writeParts(others);
  const columns =
    layout.columns === 1
      ? body
      : `<text:section text:style-name="Columns" text:name="columns">${body}</text:section>`;
  const { hasHeads } = layout;
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${namespaces} ${formatting} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles><style:page-layout style:name="Page"><style:page-layout-properties ${pageStyle}/>${hasHeads ? headStyles : ''}</style:page-layout>${writeStyles(layout)}</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page">${hasHeads ? heads : ''}</style:master-page></office:master-styles>
<office:body><office:text><text:h text:style-name="Title" text:outline-level="1">${title?.text}</text:h>${columns}</office:text></office:body>
</office:document>`;
}

function writeStyles({ columns, isJustified, isIndented, isHyphenated }: PdfLayout): string {
  const style = (name: string, paragraph: string, text: string) =>
    `<style:style style:name="${name}" style:family="paragraph"><style:paragraph-properties ${paragraph}/><style:text-properties ${text}/></style:style>`;
  const spacing = isIndented ? 'fo:margin-bottom="0cm" fo:text-indent="0.4cm"' : 'fo:margin-bottom="0.2cm"';
  const hyphens = isHyphenated ? 'fo:hyphenate="true" fo:language="en" fo:country="GB"' : '';
  const gap = columns > 2 ? '0.5cm' : '0.7cm';
  return [
    style('Title', 'fo:margin-bottom="0.4cm"', 'fo:font-size="20pt" fo:font-weight="bold"'),
    style(
      'Heading',
      'fo:margin-top="0.3cm" fo:margin-bottom="0.15cm" fo:keep-with-next="always"',
      'fo:font-size="12pt" fo:font-weight="bold"',
    ),
    style(
      'Text',
      `fo:text-align="${isJustified ? 'justify' : 'start'}" ${spacing}`,
      `fo:font-size="10pt" ${hyphens}`,
    ),
    style('Cell', '', 'fo:font-size="9pt"'),
    style('Small', '', 'fo:font-size="8pt"'),
    `<style:style style:name="Columns" style:family="section"><style:section-properties><style:columns fo:column-count="${columns}" fo:column-gap="${gap}"/></style:section-properties></style:style>`,
  ].join('');
}

function writeParts(parts: readonly TextPart[]): string {
  let noteNumber = 0;
  return parts
    .map(({ kind, text, note }, index) => {
      if (kind === 'heading')
        return `<text:h text:style-name="Heading" text:outline-level="2">${text}</text:h>`;
      if (kind === 'row')
        return writeRow(text, parts[index - 1]?.kind === 'row', parts[index + 1]?.kind === 'row');
      if (note === undefined) return `<text:p text:style-name="Text">${text}</text:p>`;
      noteNumber += 1;
      const [first = '', ...others] = text.split(' ');
      const mark = `<text:note text:note-class="footnote"><text:note-citation>${noteNumber}</text:note-citation><text:note-body><text:p text:style-name="Small">${note}</text:p></text:note-body></text:note>`;
      return `<text:p text:style-name="Text">${first}${mark} ${others.join(' ')}</text:p>`;
    })
    .join('');
}

function writeRow(text: string, isContinued: boolean, continues: boolean): string {
  const cells = text.split('\t');
  const start = `<table:table><table:table-column table:number-columns-repeated="${cells.length}"/>`;
  const row = cells
    .map((cell) => `<table:table-cell><text:p text:style-name="Cell">${cell}</text:p></table:table-cell>`)
    .join('');
  return `${isContinued ? '' : start}<table:table-row>${row}</table:table-row>${continues ? '' : '</table:table>'}`;
}

/** The same for every run, so that the figures of two versions can be compared. */
const seed = 1_000;

const noteReference = /\[\d+\]/g;

/**
 * Measures how well PDFs with known text are read: LibreOffice lays out generated articles in one to four columns, with and
 * without tables, running heads and notes.
 */
export async function measurePdfLayouts({ page }: ImportBench, print: Print): Promise<void> {
  if (spawnSync('soffice', ['--version']).error) {
    print('Skipped: PDF in columns; LibreOffice (soffice) is not installed.');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'stet-pdf-layouts-'));
  try {
    const texts = pdfLayouts.map((layout, index) => generateText(createRandom(seed + index), layout));
    const names = pdfLayouts.map((layout, index) => {
      const parts = texts[index] ?? [];
      writeFileSync(join(folder, `${index}.fodt`), writeFodt(parts, layout));
      return nameLayout(layout);
    });
    layOut(folder, names.length);
    const scores = new Map<number, Scores>();
    for (const [index, { columns }] of pdfLayouts.entries()) {
      const { result } = await importThrough(
        page,
        `${index}.pdf`,
        readFileSync(join(folder, `${index}.pdf`)),
      );
      const measured = scores.get(columns) ?? { orders: [], paragraphs: [], rows: [] };
      scores.set(columns, measured);
      if (result.ok) score(names[index] ?? '', texts[index] ?? [], result.proposal, measured);
      else print(`  refused: ${names[index]}: ${result.problem.message}`);
    }
    for (const [columns, measured] of scores) report(print, columns, measured);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function layOut(folder: string, count: number): void {
  const sources = Array.from({ length: count }, (_, index) => join(folder, `${index}.fodt`));
  execFileSync('soffice', [
    `-env:UserInstallation=file://${folder}/profile`,
    ...['--headless', '--convert-to', 'pdf', '--outdir', folder, ...sources],
  ]);
}

interface Scores {
  orders: ScoredFile[];
  paragraphs: ScoredFile[];
  rows: ScoredFile[];
}

function score(
  name: string,
  parts: readonly TextPart[],
  { text, blocks }: DraftProposal,
  scores: Scores,
): void {
  const found = blocks
    .filter(({ kind }) => kind !== 'note')
    .map(({ start, end }) => splitWords(text.slice(start, end).replace(noteReference, '')));
  const wholeTexts = new Set(found.map((words) => words.join(' ')));
  const getWholeShare = (kind: TextPart['kind']) => {
    const own = parts.filter((part) => part.kind === kind);
    return own.filter((part) => wholeTexts.has(splitWords(part.text).join(' '))).length / own.length;
  };
  const expected = parts.flatMap((part) => splitWords(part.text));
  scores.orders.push({ name, score: getOrderAgreement(expected, found.flat()) });
  scores.paragraphs.push({ name, score: getWholeShare('paragraph') });
  if (parts.some(({ kind }) => kind === 'row')) scores.rows.push({ name, score: getWholeShare('row') });
}

function report(print: Print, columns: number, { orders, paragraphs, rows }: Scores): void {
  print(
    `PDF of ${columns} ${columns === 1 ? 'column' : 'columns'}, laid out by LibreOffice (${orders.length})`,
  );
  reportAverageAndWorst(print, 'order agreement', orders, { average: 0.95, worst: 0.95 });
  const bounds = columns > 3 ? { average: 0.7, worst: 0.6 } : { average: 0.9, worst: 0.8 };
  reportAverageAndWorst(print, 'whole paragraphs', paragraphs, bounds);
  if (rows.length > 0)
    reportAverageAndWorst(print, 'whole rows of tables', rows, { average: 0.97, worst: 0.95 });
}

const expectedSuffix = '.expected.txt';

/**
 * Files in which the other extractor reads in another order than people do. The tags of these files (ISO 32000-1, 14.8) confirm
 * that. Their words are compared, and their order is printed without a bound.
 */
const misreadOrders = new Map([
  ['bug1997343', 'the end of a paragraph of the right column comes before the left column'],
  ['issue9972-2', 'the cells of a table are read column by column, not row by row'],
  ['issue9972-3', 'the cells of a table are read column by column, not row by row'],
]);

/** Compares the text of PDFs with what another extractor reads in them, without running lines. */
export async function measurePdfs({ page }: ImportBench, folder: string, print: Print): Promise<void> {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(expectedSuffix))
    .map((name) => name.slice(0, -expectedSuffix.length))
    .toSorted();
  const recalls: ScoredFile[] = [];
  const orders: ScoredFile[] = [];
  print(`PDF (${names.length})`);
  for (const name of names) {
    const expected = splitWords(
      removeRunningLines(readFileSync(join(folder, name + expectedSuffix), 'utf8')),
    );
    const { result } = await importThrough(page, `${name}.pdf`, readFileSync(join(folder, `${name}.pdf`)));
    if (!result.ok) print(`  refused: ${name}: ${result.problem.message}`);
    const found = result.ok ? splitWords(result.proposal.text) : [];
    recalls.push({ name, score: getRecall(expected, found) });
    const order = getOrderAgreement(expected, found);
    const why = misreadOrders.get(name);
    if (why === undefined) orders.push({ name, score: order });
    else print(`  order not comparable: ${name}, ${order.toFixed(3)}: ${why}`);
  }
  reportAverageAndWorst(print, 'word recall', recalls, { average: 0.97, worst: 0.97 });
  reportAverageAndWorst(print, 'order agreement', orders, { average: 0.97, worst: 0.97 });
}
