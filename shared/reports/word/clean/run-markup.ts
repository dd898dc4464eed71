import { canOpenUrl, toBrowserUrl } from '../../../domain/primitives';
import { hasRightToLeft } from '../../../text/characters/direction';
import { type ReportText, reshape } from '../../origin/report-text';
import type { MapWriter } from './map-writer';
import type { TextPiece } from './text-pieces';
import { joinXml, literal, type Xml, xml, xmlText } from './xml';

/** The part that is being made, with what its runs need. */
export interface PartContext {
  /** In lower case, as the map names it. */
  name: string;
  map: MapWriter;
  /** Returns the id of the relationship to an address. */
  link: (address: ReportText) => Xml;
  /** Returns the id of the footnote to which the text refers for the first time; null when it is plain text there. */
  takeFootnote: (noteRef: string) => number | null;
}

/** A line break of an editor that wrapped the text is a space. */
function createBreak({ name, map }: PartContext, text: string, isWrapped: boolean): Xml {
  map.addReplaced(name, text);
  return isWrapped ? xml`<w:t xml:space="preserve"> </w:t>` : xml`<w:br/>`;
}

function createText(part: PartContext, text: ReportText, isWrapped: boolean): Xml {
  const { name, map } = part;
  const chunks = Array.from(text.matchAll(/[^\t\n\r]+|\t|\r\n|[\n\r]/g), ([chunk]) => {
    if (chunk !== '\t' && !/[^\n\r]/.test(chunk)) return createBreak(part, chunk, isWrapped);
    if (chunk === '\t') map.addReplaced(name, chunk);
    else map.addVerbatim(name, chunk);
    if (chunk === '\t') return xml`<w:tab/>`;
    return xml`<w:t xml:space="preserve">${xmlText(reshape(text, () => chunk))}</w:t>`;
  });
  return joinXml(chunks);
}

/** The properties of a run, in the order of the schema (ECMA-376, part 1: 17.3.2.28). */
function createProperties({ text, isBold, isItalic, noteRef }: TextPiece, isLink: boolean): Xml {
  const properties = [
    isLink && xml`<w:rStyle w:val="Hyperlink"/>`,
    isBold && xml`<w:b/><w:bCs/>`,
    isItalic && xml`<w:i/><w:iCs/>`,
    noteRef !== null && xml`<w:vertAlign w:val="superscript"/>`,
    hasRightToLeft(text) && xml`<w:rtl/>`,
  ].filter((property) => property !== false);
  return properties.length === 0 ? literal('') : xml`<w:rPr>${joinXml(properties)}</w:rPr>`;
}

function createRun(part: PartContext, piece: TextPiece, isWrapped: boolean): Xml {
  if (piece.leftOut !== undefined) {
    part.map.addGenerated(piece.leftOut);
    return literal('');
  }
  const footnote = piece.noteRef === null ? null : part.takeFootnote(piece.noteRef);
  if (footnote !== null) {
    part.map.addReplaced(part.name, piece.text);
    return xml`<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${footnote}"/></w:r>`;
  }
  const address = piece.href !== null && canOpenUrl(piece.href) ? reshape(piece.href, toBrowserUrl) : null;
  const properties = createProperties(piece, address !== null);
  const run = xml`<w:r>${properties}${createText(part, piece.text, isWrapped)}</w:r>`;
  return address === null
    ? run
    : xml`<w:hyperlink r:id="${part.link(address)}" w:history="1">${run}</w:hyperlink>`;
}

/** The runs of pieces of text, which the map learns. */
export function createRuns(part: PartContext, pieces: readonly TextPiece[], isWrapped = false): Xml {
  return joinXml(pieces.map((piece) => createRun(part, piece, isWrapped)));
}

/** A run of text that the draft has not. */
export function createOwnRun({ name, map }: PartContext, text: ReportText): Xml {
  map.skipElement(name);
  const properties = literal(hasRightToLeft(text) ? '<w:rPr><w:rtl/></w:rPr>' : '');
  return xml`<w:r>${properties}<w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`;
}
