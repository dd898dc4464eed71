/** U+FFFD, which stands for a character whose letter is not known. */
export const unknownCharacter = '\ufffd';

const unicodeName = /^uni((?:[0-9A-F]{4})+)$/;
const codePointName = /^u([0-9A-F]{4,6})$/;

/**
 * Reads the characters that a glyph stands for from its name, by the rules of the Adobe Glyph List ("one.os" is "1", "f_f_i" is
 * "ffi", "uni20AC" is "€"). `list` is the list itself. Null when the name says nothing.
 *
 * https://github.com/adobe-type-tools/agl-specification
 */
export function readGlyphName(name: string, list: Readonly<Record<string, number>>): string | null {
  const [base = ''] = name.split('.');
  const characters = base.split('_').map((component) => readComponent(component, list));
  return base === '' || characters.includes(null) ? null : characters.join('');
}

function readComponent(component: string, list: Readonly<Record<string, number>>): string | null {
  const listed = list[component];
  if (listed !== undefined) return String.fromCodePoint(listed);
  const [, units = ''] = unicodeName.exec(component) ?? [];
  const [, codePoint = ''] = codePointName.exec(component) ?? [];
  const codes = (codePoint === '' ? (units.match(/.{4}/g) ?? []) : [codePoint]).map((hex) =>
    Number.parseInt(hex, 16),
  );
  const areCharacters = codes.every((code) => code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff));
  return codes.length > 0 && areCharacters ? String.fromCodePoint(...codes) : null;
}

/** A font in the worker of pdf.js. */
interface WorkerFont {
  /** Whether its codes are those of a CID font (ISO 32000-1, 9.7). */
  composite: boolean;
  /** Names of glyphs by their codes, as far as the file gives any. */
  differences?: Readonly<Record<number, string>>;
}

const blankName = /^(?:\.notdef|\.null|nonmarkingreturn|CR|space|nbspace|control\w+)$/i;

/**
 * The character for a code of a font that nothing in the file maps to one; pdf.js would take the code itself. It may be right
 * in simple fonts, but not where that is a control character, which would vanish. The first codes of composite fonts are left,
 * since they are often spaces.
 */
export function readUnmappedCode({ composite, differences }: WorkerFont, code: number): string {
  const character = String.fromCodePoint(code);
  if (composite) return code <= 3 || character.trim() === '' ? character : unknownCharacter;
  const name = differences?.[code] ?? '';
  return /\p{Cc}/u.test(character) && name !== '' && !blankName.test(name) ? unknownCharacter : character;
}
