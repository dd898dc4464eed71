import { decodeBytes, getCharsetLabel, getCodePageLabel } from '../base/code-pages.ts';
import { characters } from '../rtf/rtf-controls.ts';
import { type RtfToken, RtfTokens } from '../rtf/rtf-tokens.ts';

/** The text with which the dictionary begins ([MS-OXRTFCP] 2.1.3.1.2). */
const initialDictionary =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';
const dictionaryBytes = 4_096;
const headerBytes = 16;
const signatures = { compressed: 0x75465a4c, plain: 0x414c454d };

/** Longest RTF that is decompressed, in bytes. */
const maxBytes = 100 * 1024 * 1024;

/** Decompresses the RTF of a message of Outlook ([MS-OXRTFCP]); null when it is damaged. A file that is cut off gives the text before. */
export function decompressRtf(bytes: Uint8Array): Uint8Array | null {
  if (bytes.length < headerBytes) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const [size, signature] = [view.getUint32(4, true), view.getUint32(8, true)];
  if (signature === signatures.plain) return bytes.subarray(headerBytes);
  if (signature !== signatures.compressed || size > maxBytes) return null;
  const dictionary = new Uint8Array(dictionaryBytes);
  dictionary.set(Array.from(initialDictionary, (character) => character.charCodeAt(0)));
  let position = initialDictionary.length;
  const output = new Uint8Array(size);
  let length = 0;
  const write = (byte: number) => {
    if (length < size) output[length++] = byte;
    dictionary[position] = byte;
    position = (position + 1) % dictionaryBytes;
  };
  for (let offset = headerBytes; offset < bytes.length && length < size; ) {
    const control = bytes[offset++] ?? 0;
    for (let bit = 0; bit < 8 && offset < bytes.length && length < size; bit += 1) {
      if (((control >> bit) & 1) === 0) {
        write(bytes[offset++] ?? 0);
        continue;
      }
      const reference = ((bytes[offset] ?? 0) << 8) | (bytes[offset + 1] ?? 0);
      offset += 2;
      const start = reference >> 4;
      // A reference to where the next byte goes is the end.
      if (start === position) return output.subarray(0, length);
      for (let index = 0; index < (reference & 15) + 2; index += 1)
        write(dictionary[(start + index) % dictionaryBytes] ?? 0);
    }
  }
  return output.subarray(0, length);
}

/** Deeper nesting of groups than this is in no message. */
const maxDepth = 2_000;

interface Group {
  isSkipped: boolean;
  /** Whether it holds HTML as it was written. */
  isTag: boolean;
  /** Whether its text stands for HTML in programs that show RTF. */
  isRtfOnly: boolean;
  isFontTable: boolean;
  font: number;
  fallbackLength: number;
}

const skippedDestinations = new Set(['colortbl', 'stylesheet', 'info', 'pict', 'pntext', 'header', 'footer']);
const lineEnds = new Set(['par', 'line', '\n', '\r']);

class HtmlParser {
  html = '';
  isFromHtml = false;
  private readonly groups: Group[] = [];
  private group: Group = {
    isSkipped: false,
    isTag: false,
    isRtfOnly: false,
    isFontTable: false,
    font: -1,
    fallbackLength: 1,
  };
  private readonly fonts = new Map<number, string>();
  private encoding = 'windows-1252';
  private bytes: number[] = [];
  private fallbackLeft = 0;
  private isGroupStart = false;
  private isOptional = false;

  get isTooDeep(): boolean {
    return this.groups.length > maxDepth;
  }

  read(token: RtfToken): void {
    if (token.kind === 'bytes') {
      const skipped = Math.min(this.fallbackLeft, token.bytes.length);
      this.fallbackLeft -= skipped;
      if (this.isShown) for (const byte of token.bytes.subarray(skipped)) this.bytes.push(byte);
      this.isGroupStart = false;
      return;
    }
    // A character may have several bytes, so they are decoded together.
    this.flush();
    if (token.kind === 'control') {
      if (this.fallbackLeft > 0) this.fallbackLeft -= 1;
      else this.readControl(token.name, token.number);
      return;
    }
    if (token.kind === 'open') {
      this.groups.push(this.group);
      this.group = { ...this.group };
    } else this.group = this.groups.pop() ?? this.group;
    this.isGroupStart = token.kind === 'open';
    this.isOptional = false;
    this.fallbackLeft = 0;
  }

  flush(): void {
    if (this.bytes.length === 0) return;
    const label = this.group.isTag ? undefined : this.fonts.get(this.group.font);
    this.html += decodeBytes(Uint8Array.from(this.bytes), label ?? this.encoding);
    this.bytes = [];
  }

  private get isShown(): boolean {
    const { isSkipped, isFontTable, isTag, isRtfOnly } = this.group;
    return !isSkipped && !isFontTable && (isTag || !isRtfOnly);
  }

  private readControl(name: string, number: number | null): void {
    if (name === '*') {
      this.isOptional = true;
      return;
    }
    const { group, isOptional, isGroupStart } = this;
    this.isOptional = false;
    this.isGroupStart = false;
    if (isOptional && name === 'htmltag') group.isTag = true;
    else if (isOptional || (isGroupStart && skippedDestinations.has(name))) group.isSkipped = true;
    else if (name === 'fonttbl') group.isFontTable = true;
    else this.readProperty(name, number);
  }

  private readProperty(name: string, number: number | null): void {
    const { group } = this;
    if (name === 'fromhtml') this.isFromHtml = number !== 0;
    else if (name === 'htmlrtf') group.isRtfOnly = number !== 0;
    else if (name === 'ansicpg') this.encoding = getCodePageLabel(number ?? 0);
    else if (name === 'f') group.font = number ?? -1;
    else if (name === 'uc') group.fallbackLength = Math.max(0, number ?? 1);
    else if (name === 'fcharset') {
      const label = getCharsetLabel(number ?? 0);
      if (label !== null) this.fonts.set(group.font, label);
    } else if (name === 'u' && number !== null) {
      if (this.isShown) this.html += String.fromCharCode(number & 0xffff);
      this.fallbackLeft = group.fallbackLength;
    } else if (this.isShown) this.html += lineEnds.has(name) ? '\n' : (characters.get(name) ?? '');
  }
}

/**
 * The HTML from which Outlook made the RTF of a message ([MS-OXRTFEX]): what is in its tags and beside them, without the text that
 * only stands for tags where RTF is shown. Null when the RTF was not made from HTML.
 */
export function readEncapsulatedHtml(rtf: Uint8Array): string | null {
  const parser = new HtmlParser();
  const tokens = new RtfTokens(rtf);
  for (let token = tokens.next(); token !== null; token = tokens.next()) {
    parser.read(token);
    if (parser.isTooDeep) return null;
  }
  parser.flush();
  return parser.isFromHtml && parser.html.trim() !== '' ? parser.html : null;
}
