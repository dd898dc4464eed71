import { unknownCharacter } from '../../worker/glyph-names';

/** Characters that expert fonts have beside those of the text: old-style figures and small capitals (Adobe Glyph List). */
const expertCharacter = /[\uf721-\uf77a\uf7a1-\uf7ff]/g;
const expertOffset = 0xf700;

/** Private characters of the Adobe Glyph List that have a place in Unicode by now, in pairs. */
const listedPairs =
  '\uf6be\u0237\uf6d9©\uf6da®\uf6db™\uf6dc1\uf6de—\uf8e5‾\uf8e6⏐\uf8e7⎯\uf8e8®\uf8e9©\uf8ea™\uf8eb⎛\uf8ec⎜\uf8ed⎝\uf8ee⎡\uf8ef⎢' +
  '\uf8f0⎣\uf8f1⎧\uf8f2⎨\uf8f3⎩\uf8f4⎪\uf8f5⎮\uf8f6⎞\uf8f7⎟\uf8f8⎠\uf8f9⎤\uf8fa⎥\uf8fb⎦\uf8fc⎫\uf8fd⎬\uf8fe⎭';

/** Bullets that fonts of symbols have among their private characters, as Word writes them, in pairs. */
const symbolPairs = '\uf02d–\uf076❖\uf0a7▪\uf0b7•\uf0d8➢\uf0fc✓';

const known = new Map(
  (listedPairs + symbolPairs).match(/../g)?.map(([from = '', to = '']) => [from, to] as const),
);

const privateCharacter = /[\p{Co}\p{Cn}]/gu;
const invisibleCharacters = /[\p{Cc}\s]+/gu;

/**
 * The text of a run in characters that everybody has: private ones are replaced where their meaning is known, and are unknown
 * characters else. Control characters and white space become single spaces.
 */
export function toReadableCharacters(text: string): string {
  return text
    .replace(expertCharacter, (character) => String.fromCharCode(character.charCodeAt(0) - expertOffset))
    .replace(privateCharacter, (character) => known.get(character) ?? unknownCharacter)
    .replace(invisibleCharacters, ' ');
}
