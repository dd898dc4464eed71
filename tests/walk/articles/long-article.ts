import { verdicts } from '../../../shared/domain/verdict';
import type { ArticleSpec } from './article-spec';

const sentenceCount = 300;

/** Sentences of different lengths, so that the rows of the claim list differ in height. */
const sentences = Array.from({ length: sentenceCount }, (_, index) => {
  const tail = 'after a vote that took longer than anybody in the hall had expected '
    .repeat(index % 3)
    .trim();
  return `Ship ${index + 1} landed ${1_000 + index * 7} tonnes of herring${tail ? `, ${tail}` : ''}.`;
});

/** An article of 300 claims, five in each paragraph: its lists are virtual. */
export const longArticle: ArticleSpec = {
  title: 'A year of herring',
  blocks: [
    { kind: 'heading', level: 1, text: 'A year of herring' },
    ...Array.from({ length: sentenceCount / 5 }, (_, index) => ({
      kind: 'paragraph' as const,
      text: sentences.slice(index * 5, index * 5 + 5).join(' '),
    })),
  ],
  claims: sentences.map((words, index) => ({
    words: words.slice(0, -1),
    verdict: verdicts[index % verdicts.length] ?? 'unchecked',
    sources: index % 4 === 0 ? [index % 3] : [],
  })),
  sources: ['Landing lists', 'Harbour office', 'Ministry of fish'],
};
