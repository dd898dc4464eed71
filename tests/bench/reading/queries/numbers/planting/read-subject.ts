import type { Subject } from './phrasing';
import type { CleanArticle } from './planted-article';

/** The most frequent first group of the matches; `fallback` where there is none. */
function findMostFrequent(text: string, pattern: RegExp, fallback: string): string {
  const counts = new Map<string, number>();
  for (const [, found = ''] of text.matchAll(pattern)) counts.set(found, (counts.get(found) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? fallback;
}

const topics = {
  en: /(?<=\b[Tt]he )([a-z]{6,12})(?= (?:is|was|has|had|will|and|of|in|for|to)\b)/g,
  de: /(?<=\b(?:Die|die) )(\p{Lu}\p{Ll}{4,14})(?= (?:von|ist|wird|muss|am|in|gehört|bleibt|nach)\b)/gu,
};
const persons = /(?<=[a-zäöüß,] )(\p{Lu}\p{Ll}{2,9} \p{Lu}\p{Ll}{3,10})(?=[,. ])/gu;

/** The words of an article that planted statements are about. */
export function readSubject({ text, language, today }: CleanArticle): Subject {
  const topic = findMostFrequent(text, topics[language], language === 'en' ? 'office' : 'Gemeinde');
  return {
    topic: `${language === 'en' ? 'the' : 'die'} ${topic}`,
    person: findMostFrequent(text, persons, language === 'en' ? 'Ada Fields' : 'Rosa Amrein'),
    place: language === 'en' ? 'Denver' : 'Linz',
    year: Number(today.slice(0, 4)),
  };
}
