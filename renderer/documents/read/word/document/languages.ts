import { getAttribute } from '#renderer/documents/read/base/xml.ts';
import { articleFields } from '#shared/domain/base/article.ts';
import { getLanguageDirection } from '#shared/text/characters/direction.ts';

/**
 * The languages of a text by the script of its letters (ECMA-376, part 1: 17.3.2.20): those from right to left, Chinese, Japanese and
 * Korean ones, and all others. Word writes all three, whatever script the text has.
 */
const languageAttributes = ['val', 'bidi', 'eastAsia'] as const;

type LanguageAttribute = (typeof languageAttributes)[number];

/** Tags of BCP 47 if they are valid; absent where the file has none. */
export type TextLanguages = Partial<Record<LanguageAttribute, string>>;

/** Reads `w:lang`; attributes that it has not are absent. */
export function readLanguages(element: Element | null): TextLanguages {
  return Object.fromEntries(
    languageAttributes.flatMap((name) => {
      const value = element && getAttribute(element, name);
      return value ? [[name, value]] : [];
    }),
  );
}

interface Script {
  attribute: LanguageAttribute;
  /** Whether a language may be that of a text in this script. */
  isPossible: (language: string) => boolean;
}

const hasTag =
  (...tags: readonly string[]) =>
  (language: string) =>
    tags.includes(language.toLowerCase().split('-', 1)[0] ?? '');

const isHebrew = hasTag('he', 'iw', 'yi', 'ji');
const anyScript: Script = { attribute: 'val', isPossible: () => true };
const hebrew: Script = { attribute: 'bidi', isPossible: isHebrew };
const arabic: Script = {
  attribute: 'bidi',
  isPossible: (language) => getLanguageDirection(language) === 'rtl' && !isHebrew(language),
};
const korean: Script = { attribute: 'eastAsia', isPossible: hasTag('ko') };
const japanese: Script = { attribute: 'eastAsia', isPossible: hasTag('ja') };
const chinese: Script = { attribute: 'eastAsia', isPossible: hasTag('zh', 'yue', 'cmn', 'ja') };

/** How much of a text shows its script, in UTF-16 code units. */
const sampleLength = 100_000;
/** Which part of the letters of a Japanese text are kana at least. */
const leastKana = 0.1;

/** The script of most letters of a text. Programs write the languages of their own settings for the scripts that a text has not. */
function findScript(text: string): Script {
  const sample = text.slice(0, sampleLength);
  const count = (letters: RegExp) => sample.match(letters)?.length ?? 0;
  const all = count(/\p{L}/gu);
  const [hebrewLetters, others] = [
    count(/\p{sc=Hebr}/gu),
    count(/[\p{sc=Arab}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/gu),
  ];
  if ((hebrewLetters + others) * 2 > all) return hebrewLetters > others ? hebrew : arabic;
  const [han, kana, hangul] = [
    count(/[\p{sc=Han}\p{sc=Bopo}]/gu),
    count(/[\p{sc=Hira}\p{sc=Kana}]/gu),
    count(/\p{sc=Hang}/gu),
  ];
  const eastAsian = han + kana + hangul;
  if (eastAsian * 2 <= all) return anyScript;
  if (hangul * 2 > eastAsian) return korean;
  return kana > eastAsian * leastKana ? japanese : chinese;
}

/**
 * Finds the language (BCP 47) of most of the text, which has to fit its letters. `defaults` count for text without languages of
 * its own, and that of the file's properties where these say nothing.
 */
export function findLanguage(
  document: Element,
  defaults: TextLanguages,
  ofProperties: string,
): string | null {
  const whole = document.textContent ?? '';
  const { attribute, isPossible } = findScript(whole);
  const choose = (languages: TextLanguages) =>
    [languages[attribute], defaults[attribute], languages.val, ofProperties].find(
      (language) => language && isPossible(language),
    ) ?? '';
  const lengths = new Map<string, number>();
  const count = (language: string, length: number) =>
    lengths.set(language, (lengths.get(language) ?? 0) + length);
  let unmarked = whole.length;
  for (const element of document.querySelectorAll('r > rPr > lang')) {
    const length = element.parentElement?.parentElement?.textContent?.length ?? 0;
    count(choose(readLanguages(element)), length);
    unmarked -= length;
  }
  count(choose(defaults), unmarked);
  const [longest] = Array.from(lengths).sort(([, a], [, b]) => b - a);
  return articleFields.language.safeParse(longest?.[0]).data ?? null;
}
