/** The days of the week from Sunday, as dates have them: English, German, French, Spanish, Italian, Dutch. */
const names = [
  'sunday sun sonntag so dimanche domingo domenica zondag',
  'monday mon montag mo lundi lunes lunedì maandag',
  'tuesday tue tues dienstag di mardi martes martedì dinsdag',
  'wednesday wed weds mittwoch mi mercredi miércoles mercoledì woensdag',
  'thursday thu thur thurs donnerstag do jeudi jueves giovedì donderdag',
  'friday fri freitag fr vendredi viernes venerdì vrijdag',
  'saturday sat samstag sa sonnabend samedi sábado sabato zaterdag',
];

const days = new Map(names.flatMap((list, day) => list.split(' ').map((name) => [name, day] as const)));
const englishNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const dayParts = '(?:abend|morgen|mittag|vormittag|nachmittag|nacht|früh)?';
/** A weekday, with the time of day that German joins to it, or its abbreviation with a full stop. */
export const weekdayPattern = `(?<![\\p{L}\\p{N}-])(?<weekday>${[...days.keys()].sort((a, b) => b.length - a.length).join('|')})${dayParts}(?![\\p{L}\\p{N}])`;

/** The day of the week, 0 (Sunday) to 6, that a name stands for in any case; null for other words. */
export function readWeekday(name: string): number | null {
  return days.get(name.toLowerCase()) ?? null;
}

/** The English name of a day of the week, 0 (Sunday) to 6. */
export function getWeekdayName(day: number): string {
  return englishNames[day] ?? '';
}
