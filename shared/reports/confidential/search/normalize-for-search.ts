import { type SearchText, SearchTextBuilder } from './search-text-builder';

/** Normalizes texts for the search and concatenates them. Takes time linear in their length. */
export function normalizeForSearch(texts: readonly string[]): SearchText {
  const builder = new SearchTextBuilder(texts.reduce((sum, text) => sum + text.length, 0));
  const confusableTexts: number[] = [];
  const textEnds = texts.map((text, index) => {
    builder.hasConfusables = false;
    builder.append(text);
    if (builder.hasConfusables) confusableTexts.push(index);
    return builder.length;
  });
  return builder.finish(textEnds, confusableTexts);
}
