import { decodeAs } from '../../../shared/import/text/encodings/decode-as';
import { missingSymbol, readSymbol } from '../document/symbols';

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
