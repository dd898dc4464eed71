import { createRandom } from '../../../support/random';
import { germanKnownNames, learnEnglishNames } from './known-names';
import { introduceLate, type KnownNames, misspell, type PlantedError, removeMark } from './plant-errors';
import type { Article } from './read-articles';
import { slips } from './slips';

const defaultSeed = 20_261;
/** How many errors of each rule are planted in the articles of one language. */
const perRule = { spelling: 20, 'quotation-mark': 15, introduction: 15 };
const maxAttempts = 20_000;

/** Plants 100 errors, half of them in the English articles and half in the German ones; the same in each run. */
export function generateNameErrors(
  english: readonly Article[],
  german: readonly Article[],
  seed = defaultSeed,
): PlantedError[] {
  return [
    ...plantAll(english, learnEnglishNames(english), seed),
    ...plantAll(german, germanKnownNames, seed),
  ];
}

function plantAll(articles: readonly Article[], names: KnownNames, seed: number): PlantedError[] {
  const random = createRandom(seed);
  const plant = (count: number, kinds: readonly ReturnType<typeof removeMark>[]) => {
    const planted: PlantedError[] = [];
    for (let attempt = 0; attempt < maxAttempts && planted.length < count; attempt += 1) {
      const article = articles[random.below(articles.length)];
      const error = article && kinds[attempt % kinds.length]?.(article, random);
      if (error) planted.push(error);
    }
    return planted;
  };
  return [
    ...plant(
      perRule.spelling,
      Object.keys(slips).map((kind) => misspell(kind, names)),
    ),
    ...plant(perRule['quotation-mark'], [removeMark(0), removeMark(1)]),
    ...plant(perRule.introduction, [introduceLate(names)]),
  ];
}
