/**
 * The names of the months as dates have them, the usual abbreviations first: English, German, French, Spanish, Portuguese,
 * Italian, Dutch, Swedish, Danish, Norwegian, Finnish, Polish, Czech, Hungarian, Romanian, Turkish, Russian, Ukrainian, Greek.
 */
const names = [
  'jan january januar jänner janvier enero janeiro gennaio januari tammikuuta stycznia ledna január ianuarie ocak января січня ιανουαρίου',
  'feb february februar feber février febrero fevereiro febbraio februari helmikuuta lutego února február februarie şubat февраля лютого φεβρουαρίου',
  'mar mär march märz mars marzo março maart marts maaliskuuta marca března március martie mart марта березня μαρτίου',
  'apr april avril abril aprile huhtikuuta kwietnia dubna április aprilie nisan апреля квітня απριλίου',
  'may mai mayo maio maggio mei maj toukokuuta maja května május mayıs мая травня μαΐου',
  'jun june juni juin junio junho giugno kesäkuuta czerwca června június iunie haziran июня червня ιουνίου',
  'jul july juli juillet julio julho luglio heinäkuuta lipca července július iulie temmuz июля липня ιουλίου',
  'aug august août agosto augustus augusti elokuuta sierpnia srpna augusztus ağustos августа серпня αυγούστου',
  'sep september septembre septiembre setiembre setembro settembre syyskuuta września září szeptember septembrie eylül сентября вересня σεπτεμβρίου',
  'oct okt october oktober octobre octubre outubro ottobre lokakuuta października října október octombrie ekim октября жовтня οκτωβρίου',
  'nov november novembre noviembre novembro marraskuuta listopada listopadu noiembrie kasım ноября листопада νοεμβρίου',
  'dec december dezember décembre diciembre dezembro dicembre desember joulukuuta grudnia prosince decembrie aralık декабря грудня δεκεμβρίου',
].map((line) => line.split(' '));

/** The shortest abbreviation, in letters. */
const minAbbreviationLength = 3;

/** The month, 1 to 12, of a name or abbreviation in any case; null for other words and for those of several months. */
export function findMonth(name: string): number | null {
  const key = name.normalize('NFC').toLowerCase();
  const exact = names.findIndex((ofMonth) => ofMonth.includes(key));
  if (exact !== -1) return exact + 1;
  if (key.length < minAbbreviationLength) return null;
  const months = names.flatMap((ofMonth, index) =>
    ofMonth.some((one) => one.startsWith(key)) ? [index] : [],
  );
  return months.length === 1 ? (months[0] ?? 0) + 1 : null;
}

/** The most words in the cache. A search compares each word with the names of all languages, which is slow. */
const maxRemembered = 5_000;
const remembered = new Map<string, number | null>();

/** The month, 1 to 12, that a word names; null for other words. A month in lower case counts only in languages that write it so. */
export function readMonth(word: string): number | null {
  if (word.length < 3 || word.length > 14) return null;
  const known = remembered.get(word);
  if (known !== undefined) return known;
  if (remembered.size >= maxRemembered) remembered.clear();
  const month = findMonth(word);
  remembered.set(word, month);
  return month;
}
