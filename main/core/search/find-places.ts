import type { FoundPlace } from '../../../shared/contract/commands/library-commands';
import { cutSnippet } from '../../../shared/text/snippet';
import type { RankedArticle } from './article-index';
import type { FoundWord } from './search-words';

/** Most places that are shown of an article, and of the same text. */
const maxPlaces = 5;
const maxPlacesOfText = 3;
/** Most words that are looked at in one text. */
const maxWordsOfText = 200;
/** Words at most this far apart are one place, in UTF-16 code units. */
const placeLength = 90;

interface Candidate {
  words: FoundWord[];
  /** How many different words of the query are in it. */
  score: number;
}

/** Groups the found words of a text, in order, into places of words that are close together. */
function groupWords(found: readonly FoundWord[], asked: ReadonlyMap<string, string>): Candidate[] {
  const places: FoundWord[][] = [];
  for (const word of found) {
    const place = places.at(-1);
    if (place?.[0] && word.span.end - place[0].span.start <= placeLength) place.push(word);
    else places.push([word]);
  }
  return places.map((words) => ({ words, score: new Set(words.map(({ word }) => asked.get(word))).size }));
}

/** The places of an article where the words of a query are, those with most of the words first, and how many more there are. */
export function findPlaces({ article, words, findWords }: RankedArticle): {
  places: FoundPlace[];
  moreCount: number;
} {
  const all: { place: FoundPlace; score: number }[] = [];
  let count = 0;
  for (const { kind, refId, text } of article.texts) {
    const candidates = groupWords(findWords(text, maxWordsOfText), words).sort((a, b) => b.score - a.score);
    count += candidates.length;
    for (const candidate of candidates.slice(0, maxPlacesOfText)) {
      const spans = candidate.words.map(({ span }) => span);
      const first = spans[0];
      const last = spans.at(-1);
      const span = kind === 'text' && first && last ? { start: first.start, end: last.end } : null;
      all.push({ place: { kind, refId, span, snippet: cutSnippet(text, spans) }, score: candidate.score });
    }
  }
  const places = all
    .sort((a, b) => b.score - a.score)
    .slice(0, maxPlaces)
    .map(({ place }) => place);
  return { places, moreCount: count - places.length };
}
