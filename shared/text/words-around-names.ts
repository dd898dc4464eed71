import lists from './name-word-lists.json';

const toSet = (words: string) => new Set(words.split(' '));
const titles = toSet(lists.titles);
const verbsOfPersons = toSet(lists.verbsOfPersons);
const organizations = toSet(lists.organizations);
const sentenceOpeners = toSet(lists.sentenceOpeners);
const mononyms = toSet(lists.mononyms);
const givenNames = toSet(lists.givenNames);

/** The ends of German words for what somebody does, which stand before a name without an article: `Chefärztin`, `Landwirt`. */
const roleEnding =
  /(?:minister|leiter|meister|dezernent|sekretar|prasident|direktor|sprecher|vorsitzende|anwalt|referent|sprecher|trainer|leger|lehrer|richter|forscher|spieler|forster|arbeiter|arzt|psycholog|biolog|hydrolog|geolog|soziolog|historiker|politiker|ingenieur|autor|architekt|experte?|wirt|pfleger|beamt|chef|okonom|chemik|physik)(?:e|er|in)?$|(?:arztin|login|loge|hebamme|gartner|backer|kapitan|witwe|kaufmann|kauffrau|autorin|inhaber|inhaberin)$/u;

/** Whether a word before a name is a title or a role rather than a first name. */
export function isTitle(key: string): boolean {
  return titles.has(key) || roleEnding.test(key);
}

/** Whether a verb is one of saying, thinking or deciding, whose subject is a person. */
export function isVerbOfPerson(key: string): boolean {
  return verbsOfPersons.has(key);
}

/** Whether a word ends the names of organizations, laws and places. */
export function isOrganizationWord(key: string): boolean {
  return organizations.has(key);
}

/** Whether a word often begins a sentence before a name: `When Smith …`, `Recently Smith …`. */
export function isSentenceOpener(key: string): boolean {
  return sentenceOpeners.has(key) || key.endsWith('ly');
}

/** Whether a surname needs no introduction, or a person is known by one name. */
export function isMononym(key: string): boolean {
  return mononyms.has(key);
}

/** Whether a word is one of the most frequent given names of English and German. */
export function isGivenName(key: string): boolean {
  return givenNames.has(key);
}
