import { between, type Phrasing, startSentence } from './phrasing';
import { createRandomDate } from './random-date';

const weekdays = ['Sonntag', 'Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag'];
const months = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
];

interface DateParts {
  weekday: string;
  day: number;
  month: string;
  number: number;
  year: number;
}

function writeDated(isHeldBack: boolean, writeDate: (parts: DateParts) => string): Phrasing {
  return {
    rule: 'weekday',
    isHeldBack,
    write(random, { year: last }, isWrong) {
      const { year, month, day, weekday } = createRandomDate(random, last, isWrong);
      return [
        writeDate({
          weekday: weekdays[weekday] ?? '',
          day,
          month: months[month] ?? '',
          number: month + 1,
          year,
        }),
      ];
    },
  };
}

/** German statements with a weekday and its date. */
export const germanWeekdays: readonly Phrasing[] = [
  writeDated(
    false,
    ({ weekday, day, month, year }) => `Die erste Sitzung war am ${weekday}, den ${day}. ${month} ${year}.`,
  ),
  writeDated(
    false,
    ({ weekday, day, number, year }) => `Am ${weekday}, ${day}.${number}.${year}, wurde eröffnet.`,
  ),
  writeDated(
    true,
    ({ weekday, day, month, year }) => `Abgestimmt wurde am ${day}. ${month} ${year}, einem ${weekday}.`,
  ),
  writeDated(
    false,
    ({ weekday, day, month, year }) =>
      `Die Anhörung (${weekday}, ${day}. ${month} ${year}) dauerte sechs Stunden.`,
  ),
  writeDated(
    true,
    ({ weekday, day, month, year }) =>
      `Seit ${weekday}, dem ${day}. ${month} ${year}, hat sich nichts geändert.`,
  ),
];

const seen = { rule: 'age', isHeldBack: false } as const;
const heldBack = { rule: 'age', isHeldBack: true } as const;
const off = (isWrong: boolean, years: number) => (isWrong ? years - 9 : years);

/** German statements about ages and years. */
export const germanAges: readonly Phrasing[] = [
  {
    ...seen,
    write(random, { person, place, year }, isWrong) {
      const birth = between(random, year - 70, year - 40);
      return [
        `${person} (${off(isWrong, year - birth)}) ist seit langem dabei. Sie wurde ${birth} in ${place} geboren.`,
      ];
    },
  },
  {
    ...seen,
    write(random, { year }, isWrong) {
      const birth = between(random, year - 70, year - 40);
      return [`Der ${off(isWrong, year - birth)}-Jährige, ${birth} geboren, kommt noch jeden Tag.`];
    },
  },
  {
    ...heldBack,
    write(random, { person }, isWrong) {
      const [birth, age] = [between(random, 1920, 1940), between(random, 61, 79)];
      return [`${person} (${birth}–${birth + age}) starb mit ${off(isWrong, age)} Jahren.`];
    },
  },
  {
    ...seen,
    write(random, { topic, year }, isWrong) {
      const age = between(random, 33, 79);
      return [
        `${startSentence(topic)} wurde ${year - age} gegründet, also vor ${isWrong ? age + 12 : age} Jahren.`,
      ];
    },
  },
  {
    ...heldBack,
    write(random, { person, place }, isWrong) {
      const [birth, age] = [between(random, 1935, 1970), between(random, 28, 40)];
      return [
        `${birth} geboren, zog ${person} ${birth + age} im Alter von ${off(isWrong, age)} Jahren nach ${place}.`,
      ];
    },
  },
];
