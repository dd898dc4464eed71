/** Half of a surrogate pair: no character, and not writable as UTF-8. */
const lone = /\p{Surrogate}/gu;
/** What HTML (13.1.4) keeps out of text: controls other than white space, and code points that are no characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const controls = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g;
const nothing = /[\u0080-\u009f]|\p{Noncharacter_Code_Point}/gu;

/** The sign that Unicode has for showing a control character. */
function controlPicture(control: string): string {
  return control === '\u007f' ? '\u2421' : String.fromCharCode(0x2400 + control.charCodeAt(0));
}

/** Halves of surrogate pairs as �, so that the text can be written as UTF-8; its length in UTF-16 units stays. */
export function wellFormed(text: string): string {
  return text.replace(lone, '\ufffd');
}

/**
 * Any string as text that every format can hold: line ends as `\n`; what no document may hold is shown as a sign
 * (␀, ␛, �) and not dropped in silence.
 */
export function printable(text: string): string {
  return wellFormed(text.replace(/\r\n?/g, '\n'))
    .replace(controls, controlPicture)
    .replace(nothing, '\ufffd');
}
