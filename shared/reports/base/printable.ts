import type { Printable } from './report-text.ts';

const loneSurrogate = /\p{Surrogate}/gu;
/** Control characters other than white space, which HTML does not allow in text (HTML Standard, 13.1.4). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: this expression looks for control characters
const c0Control = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g;
/** C1 controls and noncharacters, which HTML does not allow either. */
const forbidden = /[\u0080-\u009f]|\p{Noncharacter_Code_Point}/gu;

/** The Unicode symbol that depicts a control character (block Control Pictures). */
function toControlPicture(control: string): string {
  return control === '\u007f' ? '\u2421' : String.fromCharCode(0x2400 + control.charCodeAt(0));
}

/** Replaces lone surrogates by �, so that the text can be written as UTF-8. Its length in UTF-16 code units stays. */
export function replaceLoneSurrogates(text: string): string {
  return text.replace(loneSurrogate, '\ufffd');
}

/** Characters that end a script element or begin a comment in HTML or XML, and line ends of JavaScript. JSON has them in strings alone. */
const unsafeInScript = /[<>&\u2028\u2029]/g;

function escapeCodeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/**
 * Writes a value as JSON (RFC 8259) with one line for each field. It may be pasted into a `script` element, because every `<`, `>` and
 * `&` is escaped. Lone surrogates become �, one code unit for one code unit. Its strings are literals and texts of a report: any other is
 * a compile error.
 */
export function toJsonFile<Value>(value: Value & Printable<Value>): string {
  const toWellFormed = (_: string, item: unknown) =>
    typeof item === 'string' ? replaceLoneSurrogates(item) : item;
  return `${JSON.stringify(value, toWellFormed, 2).replace(unsafeInScript, escapeCodeUnit)}\n`;
}

/**
 * Makes any string text that every report format can hold. Line ends become `\n`. Characters that no document may contain
 * are replaced by visible symbols (␀, ␛, �), so that nothing disappears unnoticed.
 */
export function toPrintable(text: string): string {
  return replaceLoneSurrogates(text.replace(/\r\n?/g, '\n'))
    .replace(c0Control, toControlPicture)
    .replace(forbidden, '\ufffd');
}
