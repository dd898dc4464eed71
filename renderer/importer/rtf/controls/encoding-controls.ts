import { getCharsetLabel, getCodePageLabel, getEncodingOfCodePage } from '../code-pages';
import type { RtfReader } from '../rtf-reader';
import type { ReadControl } from './control';

/** Code page 0 means the one of the computer that reads the file. */
function readCodePage(reader: RtfReader, codePage: number): string {
  if (codePage !== 0 && getEncodingOfCodePage(codePage) === null) reader.counts.codePageUnknown = 1;
  return getCodePageLabel(codePage);
}

const setEncoding =
  (encoding: string): ReadControl =>
  (reader) => {
    reader.encoding = encoding;
  };

/** Fonts, and how their bytes and those of the document are encoded (RTF 1.9.1, "Character Set", "Font Table"). */
export const encodingControls: Record<string, ReadControl> = {
  ansicpg: (reader, number) => {
    reader.encoding = readCodePage(reader, number ?? 0);
  },
  mac: setEncoding('macintosh'),
  pc: setEncoding(getCodePageLabel(437)),
  pca: setEncoding(getCodePageLabel(850)),
  deff: (reader, number) => {
    reader.defaultFont = number ?? 0;
  },
  f: (reader, number) => {
    if (reader.group.destination === 'fonts') reader.definedFont = number ?? 0;
    else reader.group.font = number;
  },
  fcharset: (reader, number) => {
    const label = getCharsetLabel(number ?? 0);
    if (label !== null) reader.fonts.set(reader.definedFont, label);
  },
  cpg: (reader, number) => {
    reader.fonts.set(reader.definedFont, readCodePage(reader, number ?? 0));
  },
  uc: ({ group }, number) => {
    group.fallbackLength = Math.max(0, number ?? 1);
  },
};
