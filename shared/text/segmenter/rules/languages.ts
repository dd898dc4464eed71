import { isNameParticle } from '#shared/text/name-particles.ts';
import { type LanguageWords, languageWords } from './language-words.ts';

const languages = new Map(Object.entries(languageWords));

/**
 * Abbreviations that are ordinary words, or parts of names, in another language (Italian “on.” for a member of parliament): they count
 * in their own language only. All others count in every text, because texts quote others and are often declared in a wrong language.
 */
const ordinaryWords = splitList(
  'on es ed est no nos par para art all out set mar gen col cap sen ten dir arch ing mons comm soc sig max min inc wed lid al pl os im ' +
    'red por ok ob ds pos ev kr bl gr cd v t z s n c p sec ver ch fin ges kap bes gem geb par Det Me Ten Ver Dep Par Reg Pe Art Pres mr mw ' +
    'S SS M D R st ca Co Bes lit kg г с в ст пер им пр',
);

const kinds = ['continuing', 'beforeNumbers', 'undecided', 'ending'] as const;

/** The kinds of abbreviations, which `LanguageWords` explains. */
export type AbbreviationKind = (typeof kinds)[number];

/** The words of a language, ready to be looked up. */
export interface LanguageRules {
  /** The subtag of the language (BCP 47); null when it is not known, or has no words here. */
  name: string | null;
  openers: ReadonlySet<string>;
  /** By how an abbreviation is written, without its last full stop. */
  abbreviations: ReadonlyMap<string, AbbreviationKind>;
}

function splitList(list: string): Set<string> {
  return new Set(list.split(' '));
}

function* listAbbreviations(words: LanguageWords): Generator<[string, AbbreviationKind]> {
  for (const kind of kinds) for (const abbreviation of words[kind].split(' ')) yield [abbreviation, kind];
}

function createRules(name: string | null): LanguageRules {
  const own = name === null ? undefined : languages.get(name);
  const abbreviations = new Map<string, AbbreviationKind>();
  for (const words of languages.values())
    for (const [abbreviation, kind] of listAbbreviations(words))
      if (!ordinaryWords.has(abbreviation) && !abbreviations.has(abbreviation))
        abbreviations.set(abbreviation, kind);
  // Where a word has two kinds in one language, the first decides.
  if (own)
    for (const [abbreviation, kind] of [...listAbbreviations(own)].reverse())
      abbreviations.set(abbreviation, kind);
  const all = [...languages.values()].flatMap(({ openers }) => openers.split(' '));
  const openers = own
    ? splitList(own.openers)
    : new Set(all.filter((word) => !isNameParticle(word, 'sentence')));
  return { name: own ? name : null, openers, abbreviations };
}

const rulesByName = new Map<string | null, LanguageRules>();

/** The rules of a language by its subtag; those for an unknown language where it has no words here. */
export function getLanguageRules(name: string | null): LanguageRules {
  const key = name !== null && languages.has(name) ? name : null;
  const known = rulesByName.get(key);
  if (known) return known;
  const rules = createRules(key);
  rulesByName.set(key, rules);
  return rules;
}

let lowerCaseAbbreviations: Set<string> | null = null;

/** Whether a word in lower case, without its full stop, is an abbreviation in any language. */
export function isKnownAbbreviation(word: string): boolean {
  lowerCaseAbbreviations ??= new Set(
    [...languages.values()].flatMap((words) =>
      [...listAbbreviations(words)].map(([abbreviation]) => abbreviation),
    ),
  );
  return lowerCaseAbbreviations.has(word);
}

/** How much of a text is looked at, in UTF-16 code units. */
const sampleLength = 5_000;
/** With fewer frequent words nothing can be said. */
const minCount = 5;
/** The declared language stays unless another one has more than this many times its frequent words. */
const minRatio = 1.6;

/** The languages to which a frequent word belongs. */
let languagesOfWord: Map<string, string[]> | null = null;

function getLanguagesOfWord(): Map<string, string[]> {
  if (languagesOfWord) return languagesOfWord;
  const found = new Map<string, string[]>();
  for (const [name, { openers }] of languages)
    for (const word of new Set(openers.split(' '))) found.set(word, [...(found.get(word) ?? []), name]);
  languagesOfWord = found;
  return found;
}

/**
 * The language of a text, as a subtag (BCP 47) or null. The declared language counts unless the beginning of the text clearly is
 * in another one: plain text declares none, and office programs write that of the machine.
 */
export function guessLanguage(text: string, declared: string | null): string | null {
  const declaredName = declared?.split('-')[0]?.toLowerCase() ?? null;
  if (declaredName !== null && !languages.has(declaredName)) return declaredName;
  const counts = new Map<string, number>();
  const known = getLanguagesOfWord();
  for (const [word] of text
    .slice(0, sampleLength)
    .toLowerCase()
    .matchAll(/\p{L}+/gu))
    for (const name of known.get(word) ?? []) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [best, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!best || best[1] < minCount) return declaredName;
  const rival = declaredName === null ? (second?.[1] ?? 0) : (counts.get(declaredName) ?? 0);
  const isClear = declaredName === null ? best[1] >= 1.2 * rival : best[1] > minRatio * rival;
  return isClear ? best[0] : declaredName;
}
