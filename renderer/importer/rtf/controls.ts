import { getCharsetLabel, getCodePageLabel, getEncodingOfCodePage } from './code-pages';
import { plainCharacters, plainParagraph } from './rtf-group';
import type { RtfReader } from './rtf-reader';

/** Controls that stand for characters (RTF 1.9.1, "Special Characters"). An optional hyphen is none. */
export const characters = new Map<string, string>([
  ...([
    ['tab', '\t'],
    ['emdash', '—'],
    ['endash', '–'],
    ['emspace', '\u2003'],
    ['enspace', '\u2002'],
  ] as const),
  ...([
    ['qmspace', '\u2005'],
    ['bullet', '•'],
    ['lquote', '‘'],
    ['rquote', '’'],
    ['ldblquote', '“'],
  ] as const),
  ...([
    ['rdblquote', '”'],
    ['~', '\u00a0'],
    ['_', '\u2011'],
    ['\\', '\\'],
    ['{', '{'],
    ['}', '}'],
  ] as const),
  ...([
    ['zwj', '\u200d'],
    ['zwnj', '\u200c'],
    ['ltrmark', '\u200e'],
    ['rtlmark', '\u200f'],
  ] as const),
]);

const isOn = (number: number | null) => number !== 0;

type ReadControl = (reader: RtfReader, number: number | null) => void;

const controls = new Map<string, ReadControl>([
  // Paragraphs
  ['par', (reader) => reader.endParagraph()],
  ['sect', (reader) => reader.endParagraph()],
  ['\n', (reader) => reader.endParagraph()],
  ['\r', (reader) => reader.endParagraph()],
  ['line', breakLine],
  ['page', breakLine],
  ['column', breakLine],
  [
    'pard',
    ({ group }) => {
      group.paragraph = plainParagraph;
    },
  ],
  ['s', setStyle],
  [
    'outlinelevel',
    (reader, number) => {
      if (reader.definedStyle) reader.definedStyle.outlineLevel = number;
      else reader.group.paragraph = { ...reader.group.paragraph, outlineLevel: number };
    },
  ],
  // Tables
  [
    'trowd',
    (reader) => {
      reader.cellCount = 0;
    },
  ],
  [
    'cellx',
    (reader) => {
      reader.cellCount += 1;
    },
  ],
  [
    'intbl',
    ({ group }) => {
      group.paragraph = { ...group.paragraph, isInTable: true };
    },
  ],
  ['cell', (reader) => reader.endCell()],
  ['nestcell', (reader) => reader.endParagraph()],
  ['row', (reader) => reader.endRow()],
  // Characters
  [
    'plain',
    ({ group }) => {
      Object.assign(group, plainCharacters);
    },
  ],
  ['b', (reader, number) => setWeight(reader, 'bold', number)],
  ['i', (reader, number) => setWeight(reader, 'italic', number)],
  [
    'v',
    ({ group }, number) => {
      group.isHidden = isOn(number);
    },
  ],
  ['deleted', (reader, number) => setRevision(reader, 'deleted', number)],
  ['revised', (reader, number) => setRevision(reader, 'inserted', number)],
  [
    'lang',
    ({ group }, number) => {
      group.language = number;
    },
  ],
  [
    'uc',
    ({ group }, number) => {
      group.fallbackLength = Math.max(0, number ?? 1);
    },
  ],
  // Fonts and encodings
  ['f', setFont],
  [
    'fcharset',
    (reader, number) => {
      const label = getCharsetLabel(number ?? 0);
      if (label !== null) reader.fonts.set(reader.definedFont, label);
    },
  ],
  ['cpg', (reader, number) => reader.fonts.set(reader.definedFont, readCodePage(reader, number ?? 0))],
  [
    'ansicpg',
    (reader, number) => {
      reader.encoding = readCodePage(reader, number ?? 0);
    },
  ],
  [
    'mac',
    (reader) => {
      reader.encoding = 'macintosh';
    },
  ],
  [
    'pc',
    (reader) => {
      reader.encoding = getCodePageLabel(437);
    },
  ],
  [
    'pca',
    (reader) => {
      reader.encoding = getCodePageLabel(850);
    },
  ],
  [
    'deff',
    (reader, number) => {
      reader.defaultFont = number ?? 0;
    },
  ],
  [
    'deflang',
    (reader, number) => {
      reader.defaultLanguage = number;
    },
  ],
]);

/** Code page 0 is that of the computer that reads the file. */
function readCodePage(reader: RtfReader, codePage: number): string {
  if (codePage !== 0 && getEncodingOfCodePage(codePage) === null) reader.counts.codePageUnknown = 1;
  return getCodePageLabel(codePage);
}

function breakLine(reader: RtfReader): void {
  const { destination, writer, revision } = reader.group;
  if (destination === 'captured') reader.write(' ');
  if (destination === 'text' && revision !== 'deleted') writer.breakLine(reader.paragraphType);
}

function setStyle(reader: RtfReader, number: number | null): void {
  if (reader.definedStyle) reader.definedStyle.number = number ?? 0;
  else reader.group.paragraph = { ...reader.group.paragraph, style: number ?? 0 };
}

function setWeight(reader: RtfReader, property: 'bold' | 'italic', number: number | null): void {
  if (reader.definedStyle) reader.definedStyle[property] = isOn(number);
  else reader.group[property] = isOn(number);
}

function setRevision({ group }: RtfReader, revision: 'inserted' | 'deleted', number: number | null): void {
  group.revision = isOn(number) ? revision : 'none';
}

function setFont(reader: RtfReader, number: number | null): void {
  if (reader.group.destination === 'fonts') reader.definedFont = number ?? 0;
  else reader.group.font = number;
}

/** Reads a control word or symbol; one that is not known changes nothing. */
export function readControl(reader: RtfReader, name: string, number: number | null): void {
  const character = characters.get(name);
  if (character !== undefined) reader.write(character);
  else controls.get(name)?.(reader, number);
}
