import { english } from './english.ts';
import { german } from './german.ts';
import { buildLexicon, type Lexicon, wordClass } from './word-class.ts';

/** Languages in which all kinds of spans are spotted. */
export type RuleLanguage = 'en' | 'de';

/** Signs that mean the same everywhere. */
const signs = buildLexicon({ percent: '% ‰ ٪', currency: '$ £ € ¥ ₹ ₽ ₩ ₪ ₺ ₴ eur usd gbp chf' });

const lexicons: Record<RuleLanguage, Lexicon> = { en: english, de: german };

/** The language of the rules for a text: English where its language is unknown; null for languages without rules. */
export function getRuleLanguage(language: string | null): RuleLanguage | null {
  const primary = (language ?? 'en').toLowerCase().split(/[-_]/)[0];
  return primary === 'en' || primary === 'de' ? primary : null;
}

/** The lexicon of a language, which is a BCP 47 tag or null. */
export function getLexicon(language: string | null): Lexicon {
  const known = getRuleLanguage(language);
  return known ? lexicons[known] : getCalendarLexicon(language ?? 'en');
}

const calendarLexicons = new Map<string, Lexicon>();

/** The signs, and the months and weekdays of a language from the platform's locale data. */
function getCalendarLexicon(language: string): Lexicon {
  const known = calendarLexicons.get(language);
  if (known) return known;
  const lexicon = new Map(signs);
  for (const [word, bits] of listCalendarWords(language)) lexicon.set(word.toLowerCase(), bits);
  calendarLexicons.set(language, lexicon);
  return lexicon;
}

function listCalendarWords(language: string): [word: string, bits: number][] {
  try {
    // Formatted with a day, because many languages inflect the month then.
    const format = new Intl.DateTimeFormat(language, {
      day: 'numeric',
      month: 'long',
      weekday: 'long',
      timeZone: 'UTC',
    });
    const days = Array.from({ length: 365 }, (_, day) => format.formatToParts(Date.UTC(2024, 0, 1 + day)));
    return days.flat().flatMap(({ type, value }): [string, number][] => {
      if (type === 'month') return [[value, wordClass.month]];
      return type === 'weekday' ? [[value, wordClass.weekday]] : [];
    });
  } catch {
    // The platform refuses some well-formed tags.
    return [];
  }
}
