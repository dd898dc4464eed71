import type { QueryRule } from '../../../../../../shared/queries/query';

/** An article in which errors are planted. `today` is its day, as an ISO 8601 date. */
export interface CleanArticle {
  id: string;
  language: 'en' | 'de';
  text: string;
  today: string;
}

/** An article with a statement about numbers in it, which is wrong or, to compare with, right. */
export interface PlantedArticle extends CleanArticle {
  rule: QueryRule;
  isWrong: boolean;
  isHeldBack: boolean;
  /** The sentences that were planted, or the words that were changed. */
  planted: readonly string[];
}
