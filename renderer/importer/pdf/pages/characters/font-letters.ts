import { z } from 'zod';

/** The characters of a font as pdf.js knows them; it only says so on request (`fontExtraProperties`). */
const fontLettersSchema = z.object({
  composite: z.boolean().optional(),
  missingFile: z.boolean().optional(),
  differences: z.array(z.string().nullish()).optional(),
  /** The characters by their codes, or the first and last code when each code is taken for a character. */
  toUnicode: z.union([
    z.object({ _map: z.array(z.string().nullish()) }),
    z.object({ firstChar: z.number(), lastChar: z.number() }),
  ]),
});

/** Whether something in the file says that a font has this character; else its code was taken for it. */
export type IsMapped = (character: string) => boolean;

const isAlwaysMapped: IsMapped = () => true;
/** Names that say no more than the code, which is that of the character in fonts converted from TeX's. */
const nameFromCode = /^[A-Za-z]?(\d+)$/;

/** Reads which characters of a font are known. Simple fonts that the file does not embed have none of their own. */
export function readFontLetters(font: unknown): IsMapped {
  const letters = fontLettersSchema.safeParse(font).data;
  if (!letters) return isAlwaysMapped;
  if (!('_map' in letters.toUnicode)) return letters.composite ? () => false : isAlwaysMapped;
  if (letters.missingFile && !letters.composite) return isAlwaysMapped;
  const texts = letters.toUnicode._map.flatMap((text) => (text ? [text, text.normalize('NFKC')] : []));
  const mapped = new Set(texts.flatMap((text) => [...text]));
  for (const [code, name] of letters.differences?.entries() ?? [])
    if (Number(nameFromCode.exec(name ?? '')?.[1]) === code) mapped.add(String.fromCharCode(code));
  return (character) => mapped.has(character) || /[\s-]/.test(character);
}
