/** Some of the most frequent words of each language in which bylines are read. */
const frequentWords = new Map(
  Object.entries({
    en: 'the of and to in that is for was with on',
    de: 'der die das und ist nicht mit ein eine auf dem den',
    fr: 'le la les des est et une dans pour que du',
    es: 'el la los las que del una con por se en',
    it: 'il la che di gli una per non del della è',
    nl: 'de het een van en dat niet met voor is',
    da: 'och att det som en är på av og er at til den de ikke har',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
);

/** How much of a text is examined, in UTF-16 code units. */
const sampleLength = 5_000;

/**
 * Whether a text may be written in a language (BCP 47, one of those above; `da` stands for Scandinavian languages), because no other
 * language has clearly more of its frequent words in it. A text of a few words may be in any language.
 */
export function isWrittenIn(text: string, language: string): boolean {
  const words =
    text
      .slice(0, sampleLength)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const counts = [...frequentWords].map(([name, frequent]) => ({
    name,
    count: words.filter((word) => frequent.has(word)).length,
  }));
  const own = counts.find(({ name }) => name === language)?.count ?? 0;
  return counts.every(({ count }) => count <= 3 || count <= 1.5 * own);
}
