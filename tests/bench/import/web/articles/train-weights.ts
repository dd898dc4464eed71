import {
  factNames,
  weights as stored,
  type Weights,
} from '../../../../../renderer/importer/web/article/weights';
import type { CandidateBlock } from './articles-in-page';
import { countShingles, splitShingleWords } from './shingles';

/** A page whose article people have marked. */
export interface MarkedPage {
  name: string;
  articleBody: string;
  blocks: CandidateBlock[];
}

interface Sample {
  values: number[];
  isArticle: boolean;
  importance: number;
}

/** How strongly weights are drawn to 0, so that facts about few pages count for little. */
const regularization = 0.2;
const rounds = 600;
const learningRate = 0.1;
/** Averages of Adam (Kingma and Ba, 2015), with its usual first and a quicker second one. */
const momentum = 0.9;
const momentumOfSquares = 0.99;

/** Whether people count a block to the article: at least half of its shingles, or all words of a short one. */
function isMarked(text: string, marked: Map<string, number>, markedWords: string): boolean {
  const words = splitShingleWords(text);
  if (words.length < 4) return words.length > 0 && markedWords.includes(` ${words.join(' ')} `);
  const shingles = [...countShingles(text).keys()];
  return shingles.filter((shingle) => marked.has(shingle)).length >= shingles.length / 2;
}

function listSamples(pages: readonly MarkedPage[]): Sample[] {
  return pages.flatMap(({ articleBody, blocks }) => {
    const marked = countShingles(articleBody);
    const words = splitShingleWords(articleBody);
    const markedWords = ` ${words.join(' ')} `;
    return blocks.map(({ text, facts }) => ({
      values: factNames.map((name) => facts[name]),
      isArticle: isMarked(text, marked, markedWords),
      // Pages count alike, whatever their length, and blocks by their words, as in the measure.
      importance: Math.min(1, (20 * (splitShingleWords(text).length + 3)) / Math.max(100, words.length)),
    }));
  });
}

/** Trains the weights by logistic regression, always with the same result for the same pages. */
export function trainWeights(pages: readonly MarkedPage[]): Weights {
  const samples = listSamples(pages);
  const weights = factNames.map(() => 0);
  const first = factNames.map(() => 0);
  const second = factNames.map(() => 0);
  for (let round = 1; round <= rounds; round += 1) {
    const gradient = factNames.map((name, index) =>
      name === 'constant' ? 0 : regularization * (weights[index] ?? 0),
    );
    for (const { values, isArticle, importance } of samples) {
      const sum = values.reduce((total, value, index) => total + value * (weights[index] ?? 0), 0);
      const error = (1 / (1 + Math.exp(-sum)) - (isArticle ? 1 : 0)) * importance;
      for (const [index, value] of values.entries()) gradient[index] = (gradient[index] ?? 0) + error * value;
    }
    for (const [index, slope] of gradient.entries()) {
      const mean = momentum * (first[index] ?? 0) + (1 - momentum) * slope;
      const square = momentumOfSquares * (second[index] ?? 0) + (1 - momentumOfSquares) * slope * slope;
      first[index] = mean;
      second[index] = square;
      const step =
        mean / (1 - momentum ** round) / (Math.sqrt(square / (1 - momentumOfSquares ** round)) + 1e-8);
      weights[index] = (weights[index] ?? 0) - learningRate * step;
    }
  }
  const trained: Record<keyof Weights, number> = { ...stored };
  for (const [index, name] of factNames.entries()) trained[name] = weights[index] ?? 0;
  return trained;
}
