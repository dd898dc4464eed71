import { hasWords, listFrequentWords } from './languages';

/** How much of a text is looked at, in UTF-16 code units. */
const sampleLength = 5_000;
/** With fewer frequent words nothing can be said. */
const minCount = 5;
/** The declared language stays unless another one has more than this many times its frequent words. */
const minRatio = 1.6;

/** The languages to which a frequent word belongs. */
let languagesOfWord: Map<string, string[]> | null = null;

function getLanguagesOfWord(): Map<string, string[]> {
  if (languagesOfWord) return languagesOfWord;
  const found = new Map<string, string[]>();
  for (const { name, words } of listFrequentWords())
    for (const word of new Set(words)) found.set(word, [...(found.get(word) ?? []), name]);
  languagesOfWord = found;
  return found;
}

/**
 * The language of a text, as a subtag (BCP 47) or null. The declared language counts unless the beginning of the text clearly is
 * in another one: plain text declares none, and office programs write that of the machine.
 */
export function guessLanguage(text: string, declared: string | null): string | null {
  const declaredName = declared?.split('-')[0]?.toLowerCase() ?? null;
  if (declaredName !== null && !hasWords(declaredName)) return declaredName;
  const counts = new Map<string, number>();
  const known = getLanguagesOfWord();
  for (const [word] of text
    .slice(0, sampleLength)
    .toLowerCase()
    .matchAll(/\p{L}+/gu))
    for (const name of known.get(word) ?? []) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [best, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!best || best[1] < minCount) return declaredName;
  const rival = declaredName === null ? (second?.[1] ?? 0) : (counts.get(declaredName) ?? 0);
  const isClear = declaredName === null ? best[1] >= 1.2 * rival : best[1] > minRatio * rival;
  return isClear ? best[0] : declaredName;
}
