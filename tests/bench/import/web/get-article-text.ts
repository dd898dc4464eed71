import type { DraftProposal } from '../../../../shared/import/proposal';
import { splitWords } from '../text-metrics';

function startsWith(words: readonly string[], prefix: readonly string[]): boolean {
  return prefix.every((word, index) => words[index] === word);
}

/** The text of the draft, without the title when the importer added it before the article. */
export function getArticleText(
  { title, text, blocks: [first, second] }: DraftProposal,
  expected: string,
): string {
  const titleWords = splitWords(title);
  const startsWithTitle =
    first?.kind === 'heading' && splitWords(text.slice(0, first.end)).join() === titleWords.join();
  if (!startsWithTitle || !second) return text;
  const others = text.slice(second.start);
  // The article itself may start with the words of its title.
  const isAdded = !startsWith(splitWords(expected), titleWords) || startsWith(splitWords(others), titleWords);
  return isAdded ? others : text;
}
