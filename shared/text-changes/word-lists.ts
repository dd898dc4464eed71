/**
 * Words by what a change of them may mean, in the languages that most articles here are written in. The lists decide only how a
 * change is named: whether it is material does not depend on them, so a missing word is material all the same.
 */
function splitList(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter(Boolean));
}

export const negations = splitList(`
  no not never none nobody nothing nowhere neither nor without cannot hardly barely non
  nicht nichts nie niemals kein keine keinen keinem keiner keines niemand ohne weder
  ne pas jamais aucun aucune rien personne sans ni
  sin nunca jamás ningún ninguno ninguna nada nadie tampoco
  senza mai nessun nessuno nessuna niente nulla niet geen nooit niemand`);

export const hedges = splitList(`
  about around approximately roughly nearly almost some perhaps maybe possibly probably likely unlikely reportedly allegedly
  apparently may might could would should seems appears suggests estimated circa up least most over under
  etwa rund ungefähr fast beinahe vielleicht wohl möglicherweise wahrscheinlich angeblich mutmaßlich könnte dürfte soll
  environ presque peut-être probablement quasi aproximadamente casi quizás circa forse`);

export const numerals = splitList(`
  zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion
  billions trillion trillions dozen dozens half third thirds quarter quarters double triple once twice first second fourth fifth
  null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert tausend millionen milliarde milliarden
  deux trois quatre cinq sept huit neuf dix cent mille milliard milliards
  uno dos tres cuatro cinco seis siete ocho nueve diez cien mil millón millones
  〇 一 二 三 四 五 六 七 八 九 十 百 千 万 萬 億 亿 兆`);

export const dates = splitList(`
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
export const capitalizedDates = splitList('may march sat sun wed mon mar');

export const units = splitList(`
  percent percentage cent cents point points dollar dollars euro euros pound pounds pence yen yuan franc francs
  mm cm m km mile miles yard yards foot feet inch inches metre metres meter meters kilometre kilometres kilometer kilometers
  g kg mg gram grams kilogram kilograms ton tons tonne tonnes ounce ounces lb lbs oz litre litres liter liters gallon gallons
  hectare hectares acre acres second seconds minute minutes hour hours day days week weeks month months year years decade decades
  am pm a.m p.m watt watts kw mw gw kwh mwh gwh twh celsius fahrenheit kelvin mph kmh kb mb gb tb usd eur gbp
  prozent prozentpunkte meter kilometer tonnen liter stunde stunden tag tage woche wochen monat monate jahr jahre uhr
  pour-cent mètre mètres heure heures jour jours semaine semaines mois an ans año años`);
