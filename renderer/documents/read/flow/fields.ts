import { decodeAs } from '../base/decode-as.ts';
import { missingSymbol, readSymbol } from './symbols.ts';

/** The offset of the bracket that closes the one at `start`; null when none does. A backslash makes a bracket text. */
function findClosing(code: string, start: number): number | null {
  let depth = 0;
  for (let index = start; index < code.length; index += 1) {
    const character = code.charAt(index);
    if (character === '\\') index += 1;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    if (depth === 0) return index;
  }
  return null;
}

/**
 * The words of an EQ field that sets a reading above East Asian characters (ECMA-376, part 1: 17.16.5.14), such as
 * `EQ \* jc2 \* hps10 \o\ad(\s\up 9(かんじ),漢字)`: the characters, then the reading in brackets, as where ruby can't be shown.
 * Null for any other field.
 */
function readRubyField(instruction: string): string | null {
  const start = /^\s*EQ\b[^(]*\\o\s*(?:\\a[lrcd]\s*)?\(\s*\\s\s*\\up\s*\d*\s*\(/i.exec(instruction)?.[0]
    .length;
  if (start === undefined) return null;
  const end = findClosing(instruction, start - 1);
  const [, base] = /^\)\s*[,;]\s*(.+)\)\s*$/s.exec(instruction.slice(end ?? instruction.length)) ?? [];
  if (end === null || base === undefined) return null;
  return `${base}(${instruction.slice(start, end)})`;
}

/** Whether a field is an equation. */
function isEquationField(instruction: string): boolean {
  return /^\s*EQ\b/i.test(instruction);
}

const control = 0x20;
const maxByte = 0xff;

/** The number of a character: decimal, hexadecimal with 0x, or the character itself. */
function readCode(argument: string): number {
  return /^(?:\d+|0x[\da-f]+)$/i.test(argument) ? Number(argument) : (argument.codePointAt(0) ?? 0);
}

/**
 * The character that a SYMBOL field shows (ECMA-376, part 1: 17.16.5), such as `SYMBOL 177 \f "Symbol"`; null for any other field.
 * `missingSymbol` where only the font of the field can show it. Most files have no result of the field besides.
 */
export function readSymbolField(instruction: string): string | null {
  const [, quoted, bare, switches = ''] =
    /^\s*SYMBOL\s+(?:"([^"]+)"|([^\s"]+))(.*)$/is.exec(instruction) ?? [];
  const argument = quoted ?? bare;
  if (argument === undefined) return null;
  const code = readCode(argument);
  const [, quotedFont, bareFont] = /\\f\s+(?:"([^"]*)"|([^\s"\\]+))/i.exec(switches) ?? [];
  const font = quotedFont ?? bareFont;
  if (code < control) return missingSymbol;
  if (font !== undefined || code > maxByte) return readSymbol(font ?? '', code.toString(16));
  return /\\u(?:\s|$)/i.test(switches)
    ? String.fromCharCode(code)
    : decodeAs(Uint8Array.of(code), 'windows-1252');
}

/** Whether a field is a table of contents, or a list of figures or tables (ECMA-376, part 1: 17.16.5.68). An index is text. */
export function isContentsField(instruction: string): boolean {
  return /^\s*TOC\b/i.test(instruction);
}

/** Whether a field has a result that no program shows: it only keeps a value for other fields. */
export function isUnshownField(instruction: string): boolean {
  return /^\s*(?:SET|ASK)\s/i.test(instruction);
}

/** The address of a HYPERLINK field; null for every other field, and for a link within the document. */
export function parseHyperlinkField(instruction: string): string | null {
  const [, quoted, bare] = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]\S*))/i.exec(instruction) ?? [];
  const address = quoted ?? bare ?? '';
  if (address === '') return null;
  const [, fragment] = /\\l\s+"([^"]*)"/i.exec(instruction) ?? [];
  return fragment === undefined ? address : `${address}#${fragment}`;
}

/** A list or a check box of a form as Word had them before content controls (ECMA-376, part 1: 17.16.5.20 and 17.16.5.22). */
export interface FormField {
  /** The entries of a list; null for a check box. */
  entries: readonly string[] | null;
  /** The index of the entry that is chosen, or 1 for a box that is checked; null where the file does not say. */
  result: number | null;
}

/** The result in `.doc` and `.rtf` that stands for none; the default counts then. */
const noResult = 25;

export function chooseResult(result: number | null, byDefault: number | null): number | null {
  return result === null || result === noResult ? byDefault : result;
}

/** Whether a field is a list or a check box of a form, whose result has no text. */
export function isFormField(instruction: string): boolean {
  return /^\s*FORM(?:DROPDOWN|CHECKBOX)\b/i.test(instruction);
}

/** The text that a form field shows, a chosen entry or a box; null where the file does not hold it. */
function readFormField({ entries, result }: FormField): string | null {
  if (entries === null) return result === null ? null : result === 1 ? '☒' : '☐';
  const entry = entries[result ?? 0]?.trim() ?? '';
  return entry === '' ? null : entry;
}

/** The text of a field without a result, and what a notice counts there. */
interface ShownField {
  text: string;
  counted: 'symbolsMissing' | 'objectsLeftOut' | 'placeholdersLeftOut' | 'fieldsKept' | null;
}

/**
 * Reads what a field shows by its instruction alone: a symbol, characters with a reading above them, a formula, a list or check
 * box of a form (`form`), or the words of a MACROBUTTON that ask to type something there. Null for a field that shows its result.
 */
export function readShownByInstruction(instruction: string, form: FormField | null): ShownField | null {
  const symbol = readSymbolField(instruction);
  if (symbol !== null) return { text: symbol, counted: symbol === missingSymbol ? 'symbolsMissing' : null };
  const ruby = readRubyField(instruction);
  if (ruby !== null) return { text: ruby, counted: null };
  if (isEquationField(instruction)) return { text: '', counted: 'objectsLeftOut' };
  if (/^\s*MACROBUTTON\s+\S+\s+\S/i.test(instruction)) return { text: '', counted: 'placeholdersLeftOut' };
  if (!isFormField(instruction)) return null;
  const chosen = form && readFormField(form);
  return chosen === null
    ? { text: '', counted: 'placeholdersLeftOut' }
    : { text: chosen, counted: 'fieldsKept' };
}
