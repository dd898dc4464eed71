/**
 * Words by what a change of them may mean, in the languages that most articles here are written in. The lists decide only how a
 * change is named: whether it is material does not depend on them, so a missing word is material all the same.
 */
function splitList(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter(Boolean));
}

const negations = splitList(`
  no not never none nobody nothing nowhere neither nor without cannot hardly barely non
  nicht nichts nie niemals kein keine keinen keinem keiner keines niemand ohne weder
  ne pas jamais aucun aucune rien personne sans ni
  sin nunca jamás ningún ninguno ninguna nada nadie tampoco
  senza mai nessun nessuno nessuna niente nulla niet geen nooit niemand`);

const hedges = splitList(`
  about around approximately roughly nearly almost some perhaps maybe possibly probably likely unlikely reportedly allegedly
  apparently may might could would should seems appears suggests estimated circa up least most over under
  etwa rund ungefähr fast beinahe vielleicht wohl möglicherweise wahrscheinlich angeblich mutmaßlich könnte dürfte soll
  environ presque peut-être probablement quasi aproximadamente casi quizás circa forse`);

const numerals = splitList(`
  zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion
  billions trillion trillions dozen dozens half third thirds quarter quarters double triple once twice first second fourth fifth
  null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert tausend millionen milliarde milliarden
  deux trois quatre cinq sept huit neuf dix cent mille milliard milliards
  uno dos tres cuatro cinco seis siete ocho nueve diez cien mil millón millones
  〇 一 二 三 四 五 六 七 八 九 十 百 千 万 萬 億 亿 兆`);

const dates = splitList(`
  monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
  january february march april may june july august september october november december
  jan feb mar apr jun jul aug sep sept oct nov dec today yesterday tomorrow tonight
  montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
  januar jänner februar märz mai juni juli oktober dezember heute gestern morgen
  lundi mardi mercredi jeudi vendredi samedi dimanche
  janvier février mars avril juin juillet août septembre octobre novembre décembre
  lunes martes miércoles jueves viernes sábado domingo
  enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre`);

/** Days and months that are other words without a capital letter. */
const capitalizedDates = splitList('may march sat sun wed mon mar');

const units = splitList(`
  percent percentage cent cents point points dollar dollars euro euros pound pounds pence yen yuan franc francs
  mm cm m km mile miles yard yards foot feet inch inches metre metres meter meters kilometre kilometres kilometer kilometers
  g kg mg gram grams kilogram kilograms ton tons tonne tonnes ounce ounces lb lbs oz litre litres liter liters gallon gallons
  hectare hectares acre acres second seconds minute minutes hour hours day days week weeks month months year years decade decades
  am pm a.m p.m watt watts kw mw gw kwh mwh gwh twh celsius fahrenheit kelvin mph kmh kb mb gb tb usd eur gbp
  prozent prozentpunkte meter kilometer tonnen liter stunde stunden tag tage woche wochen monat monate jahr jahre uhr
  pour-cent mètre mètres heure heures jour jours semaine semaines mois an ans año años`);

/** The subject of a word; `words` where it is in none of the lists. */
type WordKind = 'number' | 'date' | 'name' | 'unit' | 'negation' | 'hedge' | 'words';

/** A word that is in several lists has the kind of the first. */
const lists = [
  ['negation', negations],
  ['date', dates],
  ['number', numerals],
  ['unit', units],
  ['hedge', hedges],
] as const;

/** Whether a word starts with a capital letter. Not by an expression: compiling one for all scripts takes milliseconds. */
export function isCapitalized(word: string): boolean {
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  return first !== first.toLowerCase();
}

/** The kind of a word without digits. `mayBeName`: its capital letter, if it has one, is not that of a sentence's start. */
export function getWordKind(word: string, mayBeName: boolean): WordKind {
  const lower = word.toLowerCase();
  if (/n['’]t$/.test(lower)) return 'negation';
  const isNoDate = word === lower && capitalizedDates.has(lower);
  for (const [kind, list] of lists) if (list.has(lower) && !(kind === 'date' && isNoDate)) return kind;
  return mayBeName && isCapitalized(word) ? 'name' : 'words';
}

/** Whether a word names a day or a month, with or without a capital letter. */
export function isDateWord(word: string): boolean {
  return dates.has(word.toLowerCase());
}
