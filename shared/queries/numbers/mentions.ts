import type { Figure } from '../../reading/figures/figure';
import type { NumberLanguage } from '../../reading/figures/read-number';
import { readMonth } from '../../reading/months';
import type { Token } from '../../reading/tokens';
import { groupBy } from '../../text/sequences/group-by';
import type { NumberText } from './number-text';
import type { Phrase } from './phrase';

/** A figure with the words of its sentence that say what it counts. */
export interface Mention {
  figure: Figure;
  /** Where its sentence is among those with figures. */
  sentence: number;
  /** The currency, the unit, or the noun behind the number. */
  unit: string;
  /** Whether the unit is a thing that news name by several words: "420 people worked", "380 employees". */
  isThing: boolean;
  /** Per what: "a day", "pro Jahr"; empty for none. */
  rate: string;
  /** Whether an article or a possessive before it says that it is known already: "the 72 protesters". */
  isKnown: boolean;
  /** The stems of the words around it. */
  words: ReadonlySet<string>;
  /** Those of them that name things rather than what is done: in German, the nouns. */
  strongWords: ReadonlySet<string>;
  /** What it is of, directly behind it: "tonnes of wheat". Null where the text does not say. */
  of: string | null;
  /** The words in capitals around it, which may be names. Empty in German, whose nouns all have them. */
  names: ReadonlySet<string>;
  /** The years in its sentence, and the days and words of time near it. */
  times: ReadonlySet<string>;
}

/** How many words on each side say what a figure counts. */
const maxDistance = 14;
/** How many words on each side may say when it was counted. */
const maxTimeDistance = 7;
/** The smallest number of things that is compared. */
const minCount = 10;
/** The smallest number that is compared without the noun of what it counts. */
const minBare = 10;
/** The most figures of one sentence that are compared: longer lists name many things. */
const maxInSentence = 5;

const comparedKinds = new Set(['number', 'money', 'measure', 'percent']);
const definite =
  /^(?:all|alle[nr]?|the|these|those|its|their|his|her|our|der|die|das|den|dem|des|diese[rnms]?|seine[rnms]?|ihre[rnms]?)$|['’]s$/;
/** The forms of a word of time: "Jahr", "Jahres". */
const timeForms = /^(jahr|monat|woche|tag|year|month|week|day|decade|hour|quartal|abend)(?:e?s|e|en|n|ly)$/;
const rates = /^(?:a|an|per|every|each|pro|je|am|im)$/;
const rateUnits =
  /^(?:day|week|month|year|hour|minute|person|head|night|tag|woche|monat|jahr|stunde|minute|person|kopf|nacht)$/;

/** A figure with the tokens around it, before the words that say what it counts are read. */
interface Candidate {
  phrase: Phrase;
  figure: Figure;
  sentence: number;
  unit: string;
  noun: Counted | null;
  /** The indexes of its first token, and of the one behind it. */
  first: number;
  after: number;
}

/** The figures that the text has again with another value, with their contexts. Figures with one unit are in order of the text. */
export function findMentions({ phrases, language }: NumberText): Mention[] {
  const candidates = phrases.flatMap((phrase, sentence) => {
    const figures = phrase.figures.filter(({ kind }) => comparedKinds.has(kind));
    if (figures.length > maxInSentence) return [];
    return figures.flatMap((figure) => readCandidate(phrase, sentence, figure, language) ?? []);
  });
  return [...groupBy(candidates, ({ figure }) => `${figure.kind} ${figure.unit}`).values()]
    .filter((alike) => alike.some(({ figure }) => figure.value !== alike[0]?.figure.value))
    .flat()
    .flatMap((candidate) => readMention(candidate, language) ?? []);
}

function readCandidate(
  phrase: Phrase,
  sentence: number,
  figure: Figure,
  language: NumberLanguage,
): Candidate | null {
  const { tokens } = phrase;
  if (figure.kind === 'number' && figure.value < minCount) return null;
  const first = tokens.findIndex(({ end }) => end > figure.start);
  const behind = tokens.findIndex(({ start }) => start >= figure.end);
  const after = behind === -1 ? tokens.length : behind;
  const noun = figure.kind === 'number' ? findCounted(tokens, first, after, language) : null;
  if (figure.kind === 'number' && noun === null && figure.value < minBare) return null;
  const unit = `${figure.kind} ${noun?.thing ?? noun?.stem ?? figure.unit ?? ''}`;
  return { phrase, figure, sentence, unit, noun, first, after };
}

function readMention(
  { phrase: { tokens, figures }, figure, sentence, unit, noun, first, after }: Candidate,
  language: NumberLanguage,
): Mention | null {
  const near = [
    ...tokens.slice(Math.max(0, first - maxDistance), first),
    ...tokens.slice(after, after + maxDistance),
  ];
  const beforeBound = figure.bound === null ? first : Math.max(0, first - 2);
  // A word for another figure counts only close by.
  const isKnown = isReferredTo(tokens, beforeBound);
  // "More than the 830,000 visitors" compares something with a figure that is known.
  const closeBefore = isKnown ? [] : tokens.slice(Math.max(0, first - 4), beforeBound);
  const close = [...closeBefore, ...tokens.slice(after, after + 4)];
  if (close.some(({ lower }) => otherFigure.has(lower))) return null;
  const times = new Set([
    ...tokens
      .slice(Math.max(0, first - maxTimeDistance), after + maxTimeDistance)
      .flatMap(({ lower, text, type }) =>
        type === 'word' && (isTimeWord(lower) || (/^\p{Lu}/u.test(text) && readMonth(text) !== null))
          ? [lower.replace(timeForms, '$1')]
          : [],
      ),
    ...figures.filter(({ kind }) => kind === 'year').map(({ value }) => String(value)),
  ]);
  const rate = readRate(tokens, after + (noun?.length ?? 0));
  if (rate !== '') times.delete(rate);
  const collect = (some: readonly Token[]) =>
    new Set(
      some
        .flatMap((token) => readWord(token, language))
        .filter((stem) => stem !== noun?.stem && !(stem === noun?.thing)),
    );
  return {
    figure,
    sentence,
    unit,
    rate,
    times,
    isThing: noun !== null && noun.thing !== null,
    isKnown,
    of:
      tokens[after]?.lower === 'of' || tokens[after]?.lower === 'von'
        ? (tokens[after + 1]?.lower ?? null)
        : null,
    words: collect(near),
    strongWords: collect(near.filter((token) => isStrong(token, language))),
    names: new Set(language === 'de' ? [] : near.flatMap((token) => readName(token, tokens))),
  };
}

/** Whether an article or a possessive makes a figure one that is known: "the 72 protesters", "its cost of $2.3 billion". */
function isReferredTo(tokens: readonly Token[], figureStart: number): boolean {
  const [third, second, first] = [1, 2, 3].map((back) => tokens[figureStart - back]?.lower ?? '');
  if (definite.test(third ?? '')) return true;
  return third === 'of' && isContentWord(second ?? '') && definite.test(first ?? '');
}

function readWord({ type, lower }: Token, language: NumberLanguage): string[] {
  if (type !== 'word' || !isContentWord(lower)) return [];
  return [findThing(lower) ?? (isCost(lower) ? 'cost' : getStem(lower, language))];
}

function isStrong({ text, lower }: Token, language: NumberLanguage): boolean {
  if (findThing(lower) !== null) return true;
  return language === 'de' ? /^\p{Lu}/u.test(text) : !isWeakWord(lower);
}

function readName(token: Token, tokens: readonly Token[]): string[] {
  return token !== tokens[0] &&
    token.type === 'word' &&
    !isTimeWord(token.lower) &&
    /^\p{Lu}/u.test(token.text)
    ? [token.lower]
    : [];
}

/** Per what a figure is counted: "a day", "pro Jahr". */
function readRate(tokens: readonly Token[], from: number): string {
  for (let index = from; index < from + 4; index += 1) {
    const [word, unit] = [tokens[index]?.lower ?? '', tokens[index + 1]?.lower ?? ''];
    if (rates.test(word) && rateUnits.test(unit)) return unit;
  }
  return '';
}

/** The things that a number counts: the stem of its noun, how many words it has, and the thing that news name by several words. */
interface Counted {
  stem: string;
  length: number;
  thing: string | null;
}

/** How many words before and behind people say what they do or what befell them. */
const maxDeedBefore = 3;
const maxDeedBehind = 6;
/** How many words before a number its noun may stand: "its population has shrunk to 11,400". */
const maxNounBefore = 6;

/** Words behind a number that counts people without saying so: "14 were killed", "14 of them". */
const leftOut = /^(?:were|was|are|is|have|had|of|wurden?|sind|waren|von|davon)$/;

/**
 * The things that the number from the token `first` until before `after` counts; people are counted by what they do or what befell them. Null
 * where the words do not say.
 */
function findCounted(
  tokens: readonly Token[],
  first: number,
  after: number,
  language: NumberLanguage,
): Counted | null {
  const noun = findNoun(tokens, after, language);
  if (noun) return { ...noun, thing: findThing(tokens[after + noun.length - 1]?.lower ?? '') };
  const next = tokens[after]?.lower ?? '';
  const thing =
    isPeople(next) || (leftOut.test(next) && tokens[after + 1]?.type === 'word')
      ? findDeed(tokens, first, after)
      : findNounBefore(tokens, first);
  return thing === null ? null : { stem: thing, length: 1, thing };
}

/** The deed or the fate of the people, by the nearest word. */
function findDeed(tokens: readonly Token[], first: number, after: number): string | null {
  if (losesLives(tokens, first, after)) return 'dead';
  for (let distance = 1; distance <= maxDeedBehind; distance += 1) {
    const before = distance <= maxDeedBefore ? tokens[first - distance]?.lower : undefined;
    const thing = findThing(before ?? '') ?? findThing(tokens[after + distance]?.lower ?? '');
    if (thing !== null) return thing;
  }
  return null;
}

/** "Claimed the lives of 27 people", "cost 27 people their lives", "kostete 27 Menschen das Leben". */
function losesLives(tokens: readonly Token[], first: number, after: number): boolean {
  const lowers = (from: number, to: number) =>
    tokens
      .slice(Math.max(0, from), to)
      .map(({ lower }) => lower)
      .join(' ');
  return (
    lowers(first - 2, first) === 'lives of' ||
    /^\p{L}+ (?:their lives|das leben)/u.test(lowers(after, after + 3))
  );
}

/** The noun of counting before a number that ends its clause. */
function findNounBefore(tokens: readonly Token[], first: number): string | null {
  for (let distance = 1; distance <= maxNounBefore; distance += 1) {
    const token = tokens[first - distance];
    if (token?.type !== 'word') return null;
    const thing = findCountNoun(token.lower);
    if (thing !== null) return thing;
  }
  return null;
}

/** The noun behind a number, with at most two other words before it: "38,000 daily passengers". */
function findNoun(
  tokens: readonly Token[],
  from: number,
  language: NumberLanguage,
): { stem: string; length: number } | null {
  let noun: { stem: string; length: number } | null = null;
  for (let index = from; index < from + 3; index += 1) {
    const token = tokens[index];
    if (token?.type !== 'word' || !isContentWord(token.lower)) break;
    noun = { stem: getStem(token.lower, language), length: index - from + 1 };
    // German nouns have capitals; an English noun in the plural ends its group.
    if (language === 'de' ? /^\p{Lu}/u.test(token.text) : /[^s]s$/.test(token.lower)) break;
  }
  return noun;
}

/** Words with which news name one thing in several ways, by its name. Each word is a whole word in lower case. */
const groups: Record<string, string> = {
  dead: `dead died die dies death deaths killed kills kill killing victims fatalities fatality perished
    tot tote toten toter todesopfer todesopfern todesfälle todesfällen ums getötet starben gestorben umgekommen opfer opfern`,
  hurt: `injured wounded hurt injuries casualties verletzt verletzte verletzten verletzter verwundet verwundete verwundeten`,
  missing: 'missing vermisst vermisste vermissten',
  staff: `worked works working employed employs employ employing employees employee staff staffers workforce
    beschäftigt beschäftigte beschäftigten beschäftigter beschäftigen arbeiten arbeiteten arbeitet mitarbeiter mitarbeitern mitarbeitende mitarbeitenden
    mitarbeiterinnen angestellte angestellten belegschaft`,
  resident: `inhabitants residents population live lives lived einwohner einwohnern bewohner bewohnern leben lebten wohnen wohnten einwohnerinnen`,
  visitor: `visitors visitor attended attendees attendance spectators audience guests fans
    besucher besuchern besucherinnen gäste gästen zuschauer zuschauern zuschauerinnen`,
  protester: `protesters protestors demonstrators marched protested demonstrated demonstranten demonstrierten demonstrierende protestierten`,
  arrested: 'arrested detained arrests festgenommen festgenommene festgenommenen verhaftet verhaftete',
  homeless: 'homeless displaced evacuated obdachlos obdachlose evakuiert',
  member: 'members member mitglieder mitgliedern',
  pupil: 'pupils pupil schüler schülern schülerinnen',
};

/** The names of what befalls people, each of which excludes the others. */
export const fates = ['dead', 'hurt', 'missing', 'arrested', 'homeless'] as const;

const things = new Map(
  Object.entries(groups).flatMap(([name, words]) => words.split(/\s+/).map((word) => [word, name] as const)),
);

/** Nouns that have their number behind them: "a population of 11,400". */
const countNouns = new Map(
  Object.entries({
    resident: 'population einwohnerzahl bevölkerungszahl',
    staff: 'workforce headcount belegschaft mitarbeiterzahl beschäftigtenzahl',
    visitor: 'attendance crowd audience besucherzahl zuschauerzahl',
    dead: 'toll opferzahl totenzahl',
    pupil: 'enrolment enrollment schülerzahl',
    member: 'membership mitgliederzahl',
  }).flatMap(([name, words]) => words.split(' ').map((word) => [word, name] as const)),
);

/** The name of the thing that such a noun counts; null for other words. */
function findCountNoun(word: string): string | null {
  return countNouns.get(word) ?? null;
}

/** Words for people, who are counted by what they do or what befalls them: "420 people worked there". */
const people = /^(?:people|persons?|men|women|menschen|personen|leute|leuten)$/;

/** The name of the thing that a word means, whatever the word is; null for a word that no group has. */
function findThing(word: string): string | null {
  return things.get(word) ?? null;
}

/** Whether a word means people of any kind. */
function isPeople(word: string): boolean {
  return people.test(word);
}

/** Different words for what something costs. */
const costs = new Set(
  'cost costs costing price priced budget worth spend spends spent spending kostet kosten kostete preis teuer gibt gab ausgaben budget'.split(
    ' ',
  ),
);

/** Whether a word says that an amount is what something costs. */
function isCost(word: string): boolean {
  return costs.has(word);
}

function splitList(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter(Boolean));
}

/** Words that say nothing about what a figure counts. */
const stopWords = splitList(`
  about above across after again against all almost along also although among and another any are around because been before
  being below between both but came can cannot come comes could did does doing done down during each either else ever every few
  for from get gets give given goes going had has have having her here hers him his how however into its itself just keep kept
  know known less like made make makes making many may might more most much must near nearly need never not now off often once
  only onto other others our out over own put quite rather really said same saw say says see seen set several shall she should
  since some still such take taken takes than that the their them then there these they thing things this those though
  through thus together too took toward under until upon use used very want was way well went were what when where whether
  which while who whom whose why will with within without would yet you your according reported announced total people number
  numbers figure figures percent cent million billion thousand euro euros dollar dollars pound pounds first second third new too men lot big old bad low end per etc yes lot let put got ago off nor due
  ab aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bereits bis bisher da dabei damit dann
  das dass dem den denen der deren des dessen die dies diese diesem diesen dieser dieses doch dort durch ein eine einem einen
  einer eines einige er es etwa etwas für ganz gegen gibt habe haben hat hatte hatten hier hinter ich ihm ihn ihnen ihr ihre
  ihrem ihren ihrer im immer in ins ist ja jede jedem jeden jeder jedes jetzt kann kein keine keinen können könnte laut machen
  man mehr mehrere mit muss müssen nach nicht noch nun nur ob oder ohne rund schon sehr sei sein seine seinem seinen seiner seit
  selbst sich sie sind so sogar soll sollen sollte sondern sonst sowie über um und uns unter viel viele vom von vor war waren
  warum was wegen weil weiter welche wenn wer werden wie wieder will wir wird wo wurde wurden zu zum zur zwischen zwar sagt sagte
  sagten teilte mitteilte insgesamt zahl menschen prozent millionen milliarden neue neuen neuer neues`);

/** Words that say when, so that a figure beside them may have been another at another time. */
const timeWords = splitList(`
  day days daily today yesterday tomorrow tonight last next previous previously earlier later formerly originally initially former then now
  currently current ago since until recently already soon once eventually future past annual yearly monthly quarter month months
  week weeks spring summer autumn fall winter year years decade decades century morning evening night hour hours minutes
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
  november december heute gestern morgen zuletzt damals früher später ursprünglich zunächst bisher künftig inzwischen
  mittlerweile seither vorher nachher tag tage tagen tags täglich jahr jahre jahren jahres monat monate monaten monats woche wochen vorjahr vorjahres quartal
  halbjahr frühjahr frühling sommer herbst winter jahrzehnt jahrhundert montag dienstag mittwoch donnerstag freitag samstag
  sonntag januar februar märz mai juni juli oktober dezember anfangs einst`);

/** Words with which a text names a second figure on purpose. */
const otherFigure = splitList(`
  another additional extra further more fewer less than compared versus rather instead another's remaining rest other others
  different increase increased rose risen grew grown fell fallen dropped declined climbed jumped doubled tripled cut
  estimate estimated estimates expected forecast predicted projected planned goal target limit maximum minimum average median record per each either between half third quarter budgeted corrected wrong wrongly mistakenly denied disputes
  weitere weiterer weiteren weiteres zusätzlich zusätzliche mehr weniger als statt verglichen gegenüber anders andere anderen
  übrigen restlichen stieg sank wuchs fiel gestiegen gesunken gewachsen gefallen erhöht gesenkt verdoppelt geschätzt geschätzte
  schätzung erwartet prognose geplant geplante ziel grenze höchstens mindestens durchschnitt durchschnittlich rekord je pro jeweils
  beide hälfte drittel viertel korrigiert irrtümlich bestreitet`);

/** Verbs and the like that many sentences about different things share. */
const weakWords = splitList(`
  cost costs costing carry carries carried employ employs employed sell sells sold produce produces produced cover covers covered
  spend spends spent build builds built hold holds held serve serves served weigh weighs measure measures pay pays paid invest
  invested approve approved receive received reach reaches reached include includes offer offers work works worked live lives need
  needs provide provides visit visits visited attend attended register registered believe mean means call calls called open opened
  large larger largest small smaller great good long high higher whole full local national public`);

/** Whether a word says little about what a figure counts, though it may be part of it. */
function isWeakWord(word: string): boolean {
  return weakWords.has(word);
}

function isTimeWord(word: string): boolean {
  return timeWords.has(word);
}

/** Shortest word that says what a figure counts, in letters. */
const minLength = 3;

/** Whether a word in lower case may say what a figure counts. */
function isContentWord(word: string): boolean {
  return word.length >= minLength && !stopWords.has(word) && !timeWords.has(word);
}

const endings: Record<NumberLanguage, RegExp> = {
  en: /(?:['’]s|ies|ing|ed|es|s|y)$/,
  de: /(?:ern|en|er|es|em|e|n|s)$/,
  other: /(?:es|s)$/,
};

/** A word in lower case without its ending, so that its forms can be compared. */
function getStem(word: string, language: NumberLanguage): string {
  const bare = word.replace(/['’]s$/, '');
  const stem = bare.replace(endings[language], '');
  return stem.length >= minLength ? stem : bare;
}

/** Whether two stems are of one word, or one begins a compound of the other: "tunnel" and "tunnelkosten". */
export function isSameStem(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 5 && long.startsWith(short);
}
