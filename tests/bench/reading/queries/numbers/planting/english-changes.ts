import { between, falsify, type Phrasing, startSentence } from './phrasing';

const format = (value: number) => value.toLocaleString('en-GB');
const seen = { rule: 'percentage', isHeldBack: false } as const;
const heldBack = { rule: 'percentage', isHeldBack: true } as const;
const points = (before: number, after: number) => Math.round((Math.abs(after - before) / before) * 100);
const parts: readonly [readonly [number, string], ...(readonly [number, string])[]] = [
  [1 / 2, 'half'],
  [1 / 3, 'a third'],
  [1 / 4, 'a quarter'],
];

/** English statements about changes and shares with the numbers that they follow from. */
export const englishChanges: readonly Phrasing[] = [
  {
    ...seen,
    write(random, { topic }, isWrong) {
      const [a, b] = [between(random, 210, 380), between(random, 410, 690)];
      const share = isWrong ? falsify(random, points(a, b)) : points(a, b);
      return [`Membership of ${topic} rose from ${a} to ${b}, an increase of ${share} per cent.`];
    },
  },
  {
    ...seen,
    write(random, { topic }, isWrong) {
      const [part, name] = random.pick(parts);
      const before = between(random, 60, 90) * 12;
      const after = before * (1 + part);
      return [
        `${startSentence(topic)} drew ${format(isWrong ? Math.round(before * (1 + part * 0.55)) : after)} visitors, against ${format(before)} the year before, ${name} more.`,
      ];
    },
  },
  {
    ...heldBack,
    write(random, _, isWrong) {
      const [n, t] = [between(random, 20, 90), between(random, 120, 250)];
      const share = Math.round((n / t) * 100);
      return [
        `Of the ${t} houses, ${n} (${isWrong ? falsify(random, share) : share} percent) had to be repaired.`,
      ];
    },
  },
  {
    ...seen,
    write(random, _, isWrong) {
      const [n, t] = [between(random, 20, 90), between(random, 120, 250)];
      const share = Math.round((n / t) * 100);
      return [
        `${n} out of ${t} tickets – ${isWrong ? falsify(random, share) : share} per cent – were sold on the first day.`,
      ];
    },
  },
  {
    ...seen,
    write(random, { topic }, isWrong) {
      const [a, b] = [between(random, 52, 95), between(random, 21, 45)];
      const share = isWrong ? falsify(random, points(a, b)) : points(a, b);
      return [`The budget of ${topic} shrank by ${share} percent, from $${a} million to $${b} million.`];
    },
  },
  {
    ...heldBack,
    write(random, _, isWrong) {
      const n = between(random, 70, 190);
      return [`Half of the ${2 * n} rooms, ${isWrong ? Math.round(n * 1.18) : n} in all, stood empty.`];
    },
  },
  {
    ...seen,
    write(random, _, isWrong) {
      const n = between(random, 31, 78);
      return [
        `The number of complaints doubled within a year, from ${n} to ${isWrong ? Math.round(n * 1.52) : 2 * n}.`,
      ];
    },
  },
  {
    ...heldBack,
    write(random, _, isWrong) {
      const [a, b] = [between(random, 1_200, 2_900), between(random, 3_100, 4_400)];
      const share = isWrong ? falsify(random, points(a, b)) : points(a, b);
      return [
        `In a year the number of applications climbed to ${format(b)} from ${format(a)}, a jump of ${share} per cent.`,
      ];
    },
  },
  {
    ...seen,
    write(random, _, isWrong) {
      const n = between(random, 41, 88);
      return [`A quarter of the ${4 * n} guests (${isWrong ? Math.round(n * 1.34) : n}) came from abroad.`];
    },
  },
];
