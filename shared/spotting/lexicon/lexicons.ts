import { english } from './english';
import { german } from './german';
import { buildLexicon, type Lexicon } from './word-class';

/** Languages for which all kinds are spotted. */
export type RuleLanguage = 'en' | 'de';

/** Signs that mean the same everywhere. */
const signs = buildLexicon({ percent: '% ‰ ٪', currency: '$ £ € ¥ ₹ ₽ ₩ ₪ ₺ ₴ eur usd gbp chf' });

const lexicons: Record<RuleLanguage, Lexicon> = { en: english, de: german };

/** The language whose rules a text is read by: English where the language is unknown; null where no rules are known. */
export function getRuleLanguage(language: string | null): RuleLanguage | null {
  const primary = (language ?? 'en').toLowerCase().split(/[-_]/)[0];
  return primary === 'en' || primary === 'de' ? primary : null;
}

export function getLexicon(language: RuleLanguage | null): Lexicon {
  return language ? lexicons[language] : signs;
}
