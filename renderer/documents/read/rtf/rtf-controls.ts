import { getCharsetLabel, getCodePageLabel, getEncodingOfCodePage } from '../base/code-pages.ts';
import { plainCharacters, plainParagraph, type RtfParser } from './rtf-parser.ts';

/** Reads a control with its number; null when it has none. */
type ReadControl = (parser: RtfParser, number: number | null) => void;

/** A toggle control is off only with the number 0. */
const isOn = (number: number | null) => number !== 0;

/** Controls that stand for characters (RTF 1.9.1, "Special Characters"). An optional hyphen is none. */
export const characters = new Map(
  Object.entries({
    tab: '\t',
    emdash: '—',
    endash: '–',
    bullet: '•',
    emspace: '\u2003',
    enspace: '\u2002',
    qmspace: '\u2005',
    lquote: '‘',
    rquote: '’',
    ldblquote: '“',
    rdblquote: '”',
    '~': '\u00a0',
    _: '\u2011',
    '\\': '\\',
    '{': '{',
    '}': '}',
    zwj: '\u200d',
    zwnj: '\u200c',
    ltrmark: '\u200e',
    rtlmark: '\u200f',
  }),
);

const setWeight =
  (property: 'bold' | 'italic'): ReadControl =>
  (parser, number) => {
    const target = parser.definedStyle ?? parser.group;
    target[property] = isOn(number);
  };

const setRevision =
  (revision: 'inserted' | 'deleted'): ReadControl =>
  ({ group }, number) => {
    group.revision = isOn(number) ? revision : 'none';
  };

const setRaised =
  (isRaised: boolean): ReadControl =>
  ({ group }, number) => {
    group.isRaised = isRaised && isOn(number);
  };

const setStruck: ReadControl = ({ group }, number) => {
  group.isStruck = isOn(number);
};

/** How characters are set, and whether they are shown (RTF 1.9.1, "Font (Character) Formatting Properties"). */
const characterControls: Record<string, ReadControl> = {
  plain: ({ group }) => {
    Object.assign(group, plainCharacters);
  },
  b: setWeight('bold'),
  i: setWeight('italic'),
  super: setRaised(true),
  sub: setRaised(false),
  nosupersub: setRaised(false),
  strike: setStruck,
  striked: setStruck,
  v: ({ group }, number) => {
    group.isHidden = isOn(number);
  },
  deleted: setRevision('deleted'),
  revised: setRevision('inserted'),
  lang: ({ group }, number) => {
    group.language = number;
  },
  deflang: (parser, number) => {
    parser.defaultLanguage = number;
  },
};

/** Code page 0 means the one of the computer that reads the file. */
function readCodePage(parser: RtfParser, codePage: number): string {
  if (codePage !== 0 && getEncodingOfCodePage(codePage) === null) parser.counts.codePageUnknown = 1;
  return getCodePageLabel(codePage);
}

const setEncoding =
  (encoding: string): ReadControl =>
  (parser) => {
    parser.encoding = encoding;
  };

/** Fonts, and how their bytes and those of the document are encoded (RTF 1.9.1, "Character Set", "Font Table"). */
const encodingControls: Record<string, ReadControl> = {
  ansicpg: (parser, number) => {
    parser.encoding = readCodePage(parser, number ?? 0);
  },
  mac: setEncoding('macintosh'),
  pc: setEncoding(getCodePageLabel(437)),
  pca: setEncoding(getCodePageLabel(850)),
  deff: (parser, number) => {
    parser.defaultFont = number ?? 0;
  },
  f: (parser, number) => {
    if (parser.group.destination === 'fonts') parser.definedFont = number ?? 0;
    else parser.group.font = number;
  },
  fcharset: (parser, number) => {
    const label = getCharsetLabel(number ?? 0);
    if (label !== null) parser.fonts.set(parser.definedFont, label);
  },
  cpg: (parser, number) => {
    parser.fonts.set(parser.definedFont, readCodePage(parser, number ?? 0));
  },
  uc: ({ group }, number) => {
    group.fallbackLength = Math.max(0, number ?? 1);
  },
};

const setForm =
  (property: 'type' | 'result' | 'byDefault'): ReadControl =>
  ({ group }, number) => {
    if (group.field) group.field.form[property] = number;
  };

/** The kind and the result of a form field (RTF 1.9.1, "Form Fields"). */
const formControls: Record<string, ReadControl> = {
  fftype: setForm('type'),
  ffres: setForm('result'),
  ffdefres: setForm('byDefault'),
};

const endParagraph: ReadControl = ({ paragraphs }) => paragraphs.end();

const breakLine: ReadControl = (parser) => {
  const { destination, writer, revision } = parser.group;
  if (destination === 'captured') parser.write(' ');
  if (destination === 'text' && revision !== 'deleted') writer.breakLine(parser.paragraphs.type);
};

function change({ group }: RtfParser, properties: Partial<RtfParser['group']['paragraph']>): void {
  group.paragraph = { ...group.paragraph, ...properties };
}

/** Paragraphs, and the rows and cells of tables in which they are (RTF 1.9.1, "Paragraph Text", "Table Definitions"). */
const paragraphControls: Record<string, ReadControl> = {
  par: endParagraph,
  sect: endParagraph,
  '\n': endParagraph,
  '\r': endParagraph,
  line: breakLine,
  page: breakLine,
  column: breakLine,
  pard: ({ group }) => {
    group.paragraph = plainParagraph;
  },
  s: (parser, number) => {
    if (parser.definedStyle) parser.definedStyle.number = number ?? 0;
    else change(parser, { style: number ?? 0 });
  },
  outlinelevel: (parser, number) => {
    if (parser.definedStyle) parser.definedStyle.outlineLevel = number;
    else change(parser, { outlineLevel: number });
  },
  dropcapt: (parser) => change(parser, { isDropCap: true }),
  intbl: (parser) => change(parser, { isInTable: true }),
  trowd: ({ paragraphs }) => {
    paragraphs.cellCount = 0;
  },
  cellx: ({ paragraphs }) => {
    paragraphs.cellCount += 1;
  },
  cell: ({ paragraphs }) => paragraphs.endCell(),
  nestcell: endParagraph,
  row: ({ paragraphs }) => paragraphs.endRow(),
};

const controls = new Map<string, ReadControl>(
  Object.entries({ ...paragraphControls, ...characterControls, ...encodingControls, ...formControls }),
);

/** Reads a control word or symbol; one that is not known changes nothing. */
export function readControl(parser: RtfParser, name: string, number: number | null): void {
  const character = characters.get(name);
  if (character !== undefined) parser.write(character);
  else controls.get(name)?.(parser, number);
}
