import type { Random } from '../../../../support/random';
import type { CleanArticle, PlantedArticle } from './planted-article';

const english = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const dated =
  /\b(Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)(,? (?:[A-Z][a-z]+ \d{1,2}|\d{1,2} [A-Z][a-z]+),? 20\d\d)\b/;

/** Real articles in which a weekday before a full date is replaced by another. */
export function breakWeekdays(articles: readonly CleanArticle[], random: Random): PlantedArticle[] {
  return articles.flatMap((article): PlantedArticle[] => {
    const found = dated.exec(article.text);
    if (!found) return [];
    const [whole, day = '', date = ''] = found;
    const wrong = english[(english.indexOf(day) + 1 + random.below(6)) % 7] ?? '';
    const planted = `${wrong}${date}`;
    const text = article.text.replace(whole, planted);
    return [{ ...article, text, rule: 'weekday', isWrong: true, isHeldBack: false, planted: [planted] }];
  });
}
