import { getRuleLanguage } from '../reading/lexicon/lexicons';
import { nameLanguage } from '../text/languages';

/** Describes which kinds are found in a language, for the interface; null where all are. `language` is a BCP 47 tag. */
export function describeSpottingLimits(language: string | null): string | null {
  if (language === null) return 'The language of this text is not known. Stet reads it as English.';
  if (getRuleLanguage(language)) return null;
  return `In ${nameLanguage(language) ?? 'this language'}, Stet spots figures, dates, quotations and names only.`;
}
