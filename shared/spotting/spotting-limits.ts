import { getRuleLanguage } from '../reading/lexicon/lexicons';
import { nameLanguage } from '../text/languages';

/** Describes for the interface which kinds are spotted in a language (a BCP 47 tag); null where all kinds are. */
export function describeSpottingLimits(language: string | null): string | null {
  if (language === null) return 'The language of this text is not known. Stet reads it as English.';
  if (getRuleLanguage(language)) return null;
  return `In ${nameLanguage(language) ?? 'this language'}, Stet spots figures, dates, quotations and names only.`;
}
