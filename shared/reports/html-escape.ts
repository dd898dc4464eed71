const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

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

/**
 * Any string as HTML text or as the value of a quoted attribute. Nothing in it can be markup; what HTML cannot hold is
 * shown as a sign (␀, ␛, �) and not dropped in silence.
 */
export function escapeHtml(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(lone, '\ufffd')
    .replace(controls, controlPicture)
    .replace(nothing, '\ufffd')
    .replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);
}
