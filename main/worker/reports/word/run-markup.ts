import { canOpenUrl, toBrowserUrl } from '#shared/domain/base/primitives.ts';
import type { TextMap } from '#shared/domain/base/text-map.ts';
import { appendSegment } from '#shared/domain/base/text-map.ts';
import { text as joinText, type ReportText, reshape, splitText } from '#shared/reports/base/report-text.ts';
import { joinXml, literal, type Xml, xml, xmlText } from '#shared/reports/word/xml.ts';
import { hasRightToLeft } from '#shared/text/characters/direction.ts';
import type { ReportBlock, ReportRun } from '../model/report-model.ts';

/** Text of a block that is set in one way. */
export interface TextPiece {
  text: ReportText;
  isBold: boolean;
  isItalic: boolean;
  href: ReportText | null;
  /** The block of the note to which the text refers, '' for one that is not known; null for text that is no reference. */
  noteRef: string | null;
  /** Text of the draft that the document has not, while `text` is empty. */
  leftOut?: ReportText;
}

function toPiece({ text, marks, leftOut }: ReportRun): TextPiece {
  if (leftOut !== undefined)
    return { text, isBold: false, isItalic: false, href: null, noteRef: null, leftOut };
  const noteRef = marks.find(({ kind }) => kind === 'noteRef');
  if (noteRef) return { text, isBold: false, isItalic: false, href: null, noteRef: noteRef.target ?? '' };
  return {
    text,
    isBold: marks.some(({ kind }) => kind === 'bold'),
    isItalic: marks.some(({ kind }) => kind === 'italic'),
    href: marks.find(({ kind }) => kind === 'link')?.href ?? null,
    noteRef: null,
  };
}

function isSameStyle(a: TextPiece, b: TextPiece): boolean {
  if (a.leftOut !== undefined || b.leftOut !== undefined) return false;
  return a.isBold === b.isBold && a.isItalic === b.isItalic && a.href === b.href && a.noteRef === b.noteRef;
}

/** The pieces of a block. Claims make no pieces of their own. */
export function listPieces({ runs }: Pick<ReportBlock, 'runs'>): TextPiece[] {
  const pieces: TextPiece[] = [];
  for (const piece of runs.map(toPiece)) {
    const last = pieces.at(-1);
    if (last && isSameStyle(last, piece)) last.text = joinText`${last.text}${piece.text}`;
    else pieces.push(piece);
  }
  return pieces;
}

/** The pieces without a number of UTF-16 code units at their start. */
export function dropStart(pieces: readonly TextPiece[], length: number): TextPiece[] {
  let left = length;
  return pieces.flatMap((piece) => {
    const dropped = Math.min(left, piece.text.length);
    left -= dropped;
    return dropped === piece.text.length
      ? []
      : { ...piece, text: reshape(piece.text, (words) => words.slice(dropped)) };
  });
}

/** Splits the pieces of a table row at the tabs between its cells. */
export function splitIntoCells(pieces: readonly TextPiece[]): TextPiece[][] {
  const cells: TextPiece[][] = [[]];
  for (const piece of pieces)
    for (const [index, text] of splitText(piece.text, '\t').entries()) {
      if (index > 0) cells.push([]);
      if (text !== '' || piece.leftOut !== undefined) cells.at(-1)?.push({ ...piece, text });
    }
  return cells;
}

/** Writes the map from the text of a draft to the text elements of parts, while these are made in document order. */
export class MapWriter {
  readonly #map: TextMap = { parts: [], segments: [] };
  readonly #counts: number[] = [];
  #length = 0;

  get map(): TextMap {
    return this.#map;
  }

  /** The length of the text so far, in UTF-16 code units. */
  get length(): number {
    return this.#length;
  }

  /** The next text element of a part has this text, and nothing else. */
  addVerbatim(part: string, text: string): void {
    if (text === '') return;
    const place = { ...this.#nextElement(part), offset: 0, length: text.length };
    appendSegment(this.#map.segments, place);
    this.#length += text.length;
  }

  /** The next text element of a part stands for this text. */
  addReplaced(part: string, text: string): void {
    appendSegment(this.#map.segments, { ...this.#nextElement(part), text });
    this.#length += text.length;
  }

  /** Text of the draft that no element has. */
  addGenerated(text: string): void {
    if (text === '') return;
    appendSegment(this.#map.segments, { text });
    this.#length += text.length;
  }

  /** The next text element of a part has text that the draft has not. */
  skipElement(part: string): void {
    this.#nextElement(part);
  }

  #nextElement(name: string): { part: number; element: number } {
    const known = this.#map.parts.indexOf(name);
    const part = known === -1 ? this.#map.parts.push(name) - 1 : known;
    const element = this.#counts[part] ?? 0;
    this.#counts[part] = element + 1;
    return { part, element };
  }
}

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
