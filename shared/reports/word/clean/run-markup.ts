import { canOpenUrl, toBrowserUrl } from '../../../domain/url';
import { hasRightToLeft } from '../../../text/characters/direction';
import { escapeXml } from '../xml-text';
import type { MapWriter } from './map-writer';
import type { TextPiece } from './text-pieces';

/** The part that is being made, with what its runs need. */
export interface PartContext {
  /** In lower case, as the map names it. */
  name: string;
  map: MapWriter;
  /** Returns the id of the relationship to an address. */
  link: (address: string) => string;
  /** Returns the id of the footnote to which the text refers for the first time; null when it is plain text there. */
  takeFootnote: (noteRef: string) => number | null;
}

/** A line break of an editor that wrapped the text is a space. */
function createBreak({ name, map }: PartContext, text: string, isWrapped: boolean): string {
  map.addReplaced(name, text);
  return isWrapped ? '<w:t xml:space="preserve"> </w:t>' : '<w:br/>';
}

function createText(part: PartContext, text: string, isWrapped: boolean): string {
  const { name, map } = part;
  return Array.from(text.matchAll(/[^\t\n\r]+|\t|\r\n|[\n\r]/g), ([chunk]) => {
    if (chunk !== '\t' && !/[^\n\r]/.test(chunk)) return createBreak(part, chunk, isWrapped);
    if (chunk === '\t') map.addReplaced(name, chunk);
    else map.addVerbatim(name, chunk);
    return chunk === '\t' ? '<w:tab/>' : `<w:t xml:space="preserve">${escapeXml(chunk)}</w:t>`;
  }).join('');
}

/** The properties of a run, in the order of the schema (ECMA-376, part 1: 17.3.2.28). */
function createProperties({ text, isBold, isItalic, noteRef }: TextPiece, isLink: boolean): string {
  const properties = [
    isLink && '<w:rStyle w:val="Hyperlink"/>',
    isBold && '<w:b/><w:bCs/>',
    isItalic && '<w:i/><w:iCs/>',
    noteRef !== null && '<w:vertAlign w:val="superscript"/>',
    hasRightToLeft(text) && '<w:rtl/>',
  ].filter((property) => property !== false);
  return properties.length === 0 ? '' : `<w:rPr>${properties.join('')}</w:rPr>`;
}

function createRun(part: PartContext, piece: TextPiece, isWrapped: boolean): string {
  if (piece.leftOut !== undefined) {
    part.map.addGenerated(piece.leftOut);
    return '';
  }
  const footnote = piece.noteRef === null ? null : part.takeFootnote(piece.noteRef);
  if (footnote !== null) {
    part.map.addReplaced(part.name, piece.text);
    return `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${footnote}"/></w:r>`;
  }
  const address = piece.href !== null && canOpenUrl(piece.href) ? toBrowserUrl(piece.href) : null;
  const properties = createProperties(piece, address !== null);
  const run = `<w:r>${properties}${createText(part, piece.text, isWrapped)}</w:r>`;
  return address === null
    ? run
    : `<w:hyperlink r:id="${part.link(address)}" w:history="1">${run}</w:hyperlink>`;
}

/** The runs of pieces of text, which the map learns. */
export function createRuns(part: PartContext, pieces: readonly TextPiece[], isWrapped = false): string {
  return pieces.map((piece) => createRun(part, piece, isWrapped)).join('');
}

/** A run of text that the draft has not. */
export function createOwnRun({ name, map }: PartContext, text: string): string {
  map.skipElement(name);
  const properties = hasRightToLeft(text) ? '<w:rPr><w:rtl/></w:rPr>' : '';
  return `<w:r>${properties}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}
