import type { NumberLanguage } from '../parse/text-language';

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
export const otherFigure = splitList(`
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
export function isWeakWord(word: string): boolean {
  return weakWords.has(word);
}

export function isTimeWord(word: string): boolean {
  return timeWords.has(word);
}

/** Shortest word that says what a figure counts, in letters. */
const minLength = 3;

/** Whether a word in lower case may say what a figure counts. */
export function isContentWord(word: string): boolean {
  return word.length >= minLength && !stopWords.has(word) && !timeWords.has(word);
}

const endings: Record<NumberLanguage, RegExp> = {
  en: /(?:['’]s|ies|ing|ed|es|s|y)$/,
  de: /(?:ern|en|er|es|em|e|n|s)$/,
  other: /(?:es|s)$/,
};

/** A word in lower case without its ending, so that its forms can be compared. */
export function getStem(word: string, language: NumberLanguage): string {
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
