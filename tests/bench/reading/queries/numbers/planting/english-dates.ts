import { between, type Phrasing, startSentence } from './phrasing';
import { createRandomDate } from './random-date';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

type WriteDate = (parts: { weekday: string; day: number; month: string; year: number }) => string;

function writeDated(isHeldBack: boolean, writeDate: WriteDate): Phrasing {
  return {
    rule: 'weekday',
    isHeldBack,
    write(random, { year: last }, isWrong) {
      const { year, month, day, weekday } = createRandomDate(random, last, isWrong);
      return [writeDate({ weekday: weekdays[weekday] ?? '', day, month: months[month] ?? '', year })];
    },
  };
}

/** English statements with a weekday and its date. */
export const englishWeekdays: readonly Phrasing[] = [
  writeDated(
    false,
    ({ weekday, day, month, year }) => `The first meeting was on ${weekday}, ${day} ${month} ${year}.`,
  ),
  writeDated(
    false,
    ({ weekday, day, month, year }) => `It opened to the public on ${weekday}, ${month} ${day}, ${year}.`,
  ),
  writeDated(
    true,
    ({ weekday, day, month, year }) => `The vote took place on ${month} ${day}, ${year}, a ${weekday}.`,
  ),
  writeDated(
    false,
    ({ weekday, day, month, year }) => `The hearing (${weekday}, ${month} ${day}, ${year}) lasted six hours.`,
  ),
  writeDated(
    false,
    ({ weekday, day, month, year }) => `${month} ${day}, ${year} was a ${weekday}, and it rained.`,
  ),
  writeDated(
    true,
    ({ weekday, day, month, year }) => `Nothing has changed since ${weekday} ${day} ${month} ${year}.`,
  ),
];

const seen = { rule: 'age', isHeldBack: false } as const;
const heldBack = { rule: 'age', isHeldBack: true } as const;
const off = (isWrong: boolean, years: number) => (isWrong ? years - 9 : years);

/** English statements about ages and years. */
export const englishAges: readonly Phrasing[] = [
  {
    ...seen,
    write(random, { topic, person, place, year }, isWrong) {
      const birth = between(random, year - 70, year - 40);
      return [
        `${person}, ${off(isWrong, year - birth)}, has worked for ${topic} for years. He was born in ${place} in ${birth}.`,
      ];
    },
  },
  {
    ...seen,
    write(random, { year }, isWrong) {
      const birth = between(random, year - 70, year - 40);
      return [`The ${off(isWrong, year - birth)}-year-old, born in ${birth}, still comes every day.`];
    },
  },
  {
    ...heldBack,
    write(random, { person, topic }, isWrong) {
      const [birth, age] = [between(random, 1920, 1940), between(random, 61, 79)];
      return [
        `${person} (${birth}–${birth + age}), an early friend of ${topic}, died at the age of ${off(isWrong, age)}.`,
      ];
    },
  },
  {
    ...seen,
    write(random, { person }, isWrong) {
      const [birth, age] = [between(random, 1935, 1970), between(random, 28, 40)];
      return [`Born in ${birth}, ${person} took over in ${birth + age} at the age of ${off(isWrong, age)}.`];
    },
  },
  {
    ...seen,
    write(random, { topic, year }, isWrong) {
      const age = between(random, 33, 79);
      return [`${startSentence(topic)} was founded in ${year - age}, ${isWrong ? age + 12 : age} years ago.`];
    },
  },
  {
    ...heldBack,
    write(random, { person, year }, isWrong) {
      const birth = between(random, year - 70, year - 40);
      return [`${person}, who is ${off(isWrong, year - birth - 1)}, was born on 4 December ${birth}.`];
    },
  },
];
