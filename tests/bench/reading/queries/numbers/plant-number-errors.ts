import { createRandom, type Random } from '../../../support/random';
import { breakWeekdays } from './planting/break-weekdays';
import { englishChanges } from './planting/english-changes';
import { englishAges, englishWeekdays } from './planting/english-dates';
import { englishFigures, englishUnits } from './planting/english-measures';
import { englishTotals } from './planting/english-totals';
import { germanAges, germanWeekdays } from './planting/german-dates';
import { germanFigures, germanUnits } from './planting/german-measures';
import { germanChanges, germanTotals } from './planting/german-sums';
import type { Phrasing, Subject } from './planting/phrasing';
import type { CleanArticle, PlantedArticle } from './planting/planted-article';
import { readSubject } from './planting/read-subject';

const phrasings = {
  en: [englishFigures, englishTotals, englishChanges, englishWeekdays, englishAges, englishUnits],
  de: [germanFigures, germanTotals, germanChanges, germanWeekdays, germanAges, germanUnits],
} as const;

/**
 * Plants statements about numbers into articles, by turns in the languages, the rules and their phrasings: `count` wrong ones, or
 * as many right ones with the same words. Weekdays that articles have beside a date are broken where they stand.
 */
export function plantNumberErrors(
  articles: readonly CleanArticle[],
  { seed, count, isWrong }: { seed: number; count: number; isWrong: boolean },
): PlantedArticle[] {
  const random = createRandom(seed);
  const planted: PlantedArticle[] = isWrong ? breakWeekdays(articles, random).slice(0, count / 10) : [];
  for (let turn = 0; planted.length < count; turn += 1) {
    const language = turn % 2 === 0 ? 'en' : 'de';
    const suited = articles.filter((article) => article.language === language);
    const article = suited[random.below(suited.length)];
    if (!article) continue;
    const ofRule = phrasings[language][(turn >> 1) % phrasings[language].length] ?? [];
    const phrasing = ofRule[Math.floor(turn / 12) % ofRule.length];
    if (phrasing) planted.push(plant(article, phrasing, { random, isWrong }));
  }
  return planted;
}

function plant(
  article: CleanArticle,
  phrasing: Phrasing,
  { random, isWrong }: { random: Random; isWrong: boolean },
): PlantedArticle {
  const subject: Subject = readSubject(article);
  const sentences = phrasing.write(random, subject, isWrong);
  const paragraphs = article.text.split('\n\n');
  const first = random.below(Math.max(1, paragraphs.length >> 1));
  sentences.forEach((sentence, index) => {
    const at = Math.min(paragraphs.length - 1, first + index * (1 + random.below(3)));
    // A paragraph of several sentences takes it at its end, others are followed by it.
    if (/[.!?]["”“]?$/.test(paragraphs[at] ?? '')) paragraphs[at] += ` ${sentence}`;
    else paragraphs.splice(at + 1, 0, sentence);
  });
  const { rule, isHeldBack } = phrasing;
  return { ...article, text: paragraphs.join('\n\n'), rule, isWrong, isHeldBack, planted: sentences };
}
