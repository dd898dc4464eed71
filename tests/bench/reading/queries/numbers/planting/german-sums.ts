import { between, falsify, type Phrasing, startSentence } from './phrasing';

const format = (value: number) => value.toLocaleString('de-DE');
const seen = { rule: 'percentage', isHeldBack: false } as const;
const heldBack = { rule: 'percentage', isHeldBack: true } as const;
const points = (before: number, after: number) => Math.round((Math.abs(after - before) / before) * 100);

/** German statements about changes and shares with the numbers that they follow from. */
export const germanChanges: readonly Phrasing[] = [
  {
    ...seen,
    write(random, _, isWrong) {
      const [a, b] = [between(random, 210, 380), between(random, 410, 690)];
      return [
        `Die Zahl der Mitglieder stieg von ${a} auf ${b}, das ist ein Zuwachs von ${isWrong ? falsify(random, points(a, b)) : points(a, b)} Prozent.`,
      ];
    },
  },
  {
    ...seen,
    write(random, { topic }, isWrong) {
      const before = between(random, 60, 90) * 12;
      return [
        `${startSentence(topic)} zog ${format(Math.round(before * (isWrong ? 1.18 : 4 / 3)))} Besucher an, gegenüber ${format(before)} im Vorjahr ein Drittel mehr.`,
      ];
    },
  },
  {
    ...heldBack,
    write(random, _, isWrong) {
      const [n, t] = [between(random, 20, 90), between(random, 120, 250)];
      const share = Math.round((n / t) * 100);
      return [
        `Von den ${t} Häusern müssen ${n} (${isWrong ? falsify(random, share) : share} Prozent) saniert werden.`,
      ];
    },
  },
  {
    ...seen,
    write(random, _, isWrong) {
      const [n, t] = [between(random, 20, 90), between(random, 120, 250)];
      const share = Math.round((n / t) * 100);
      return [
        `${n} von ${t} Karten – also ${isWrong ? falsify(random, share) : share} Prozent – waren am ersten Tag verkauft.`,
      ];
    },
  },
  {
    ...heldBack,
    write(random, _, isWrong) {
      const n = between(random, 70, 190);
      return [`Die Hälfte der ${2 * n} Zimmer, nämlich ${isWrong ? Math.round(n * 1.18) : n}, stand leer.`];
    },
  },
  {
    ...seen,
    write(random, _, isWrong) {
      const [a, b] = [between(random, 52, 95), between(random, 21, 45)];
      return [
        `Das Budget schrumpfte um ${isWrong ? falsify(random, points(a, b)) : points(a, b)} Prozent von ${a} Millionen Euro auf ${b} Millionen Euro.`,
      ];
    },
  },
  {
    ...seen,
    write(random, _, isWrong) {
      const n = between(random, 31, 78);
      return [
        `Die Zahl der Beschwerden hat sich binnen eines Jahres von ${n} auf ${isWrong ? Math.round(n * 1.52) : 2 * n} verdoppelt.`,
      ];
    },
  },
];

const sumSeen = { rule: 'total', isHeldBack: false } as const;
const sumHeldBack = { rule: 'total', isHeldBack: true } as const;
const miss = (isWrong: boolean, total: number) => (isWrong ? total + (total > 90 ? 10 : 3) : total);

/** German statements about parts and their total. */
export const germanTotals: readonly Phrasing[] = [
  {
    ...sumSeen,
    write(random, _, isWrong) {
      const [x, y, z] = [between(random, 12, 40), between(random, 12, 40), between(random, 12, 40)];
      return [
        `Der Verband hat ${miss(isWrong, x + y + z)} Büros: ${x} im Norden, ${y} im Süden und ${z} im Osten.`,
      ];
    },
  },
  {
    ...sumSeen,
    write(random, _, isWrong) {
      const [x, y] = [between(random, 40, 80), between(random, 30, 60)];
      return [`Von den ${miss(isWrong, x + y)} Gebäuden sind ${x} bewohnt und ${y} im Umbau.`];
    },
  },
  {
    ...sumHeldBack,
    write(random, _, isWrong) {
      const [x, y, z] = [between(random, 112, 340), between(random, 52, 90), between(random, 21, 50)];
      return [
        `Es kamen ${x} Erwachsene, ${y} Jugendliche und ${z} Kinder, zusammen ${miss(isWrong, x + y + z)} Menschen.`,
      ];
    },
  },
  {
    ...sumSeen,
    write(random, _, isWrong) {
      const [x, y, z] = [between(random, 12, 40), between(random, 12, 40), between(random, 12, 40)];
      return [
        `Das Dach kostete ${x} Millionen Euro, die Wände ${y} Millionen Euro und die Fenster ${z} Millionen Euro. Insgesamt wurden ${miss(isWrong, x + y + z) + (isWrong ? 4 : 0)} Millionen Euro ausgegeben.`,
      ];
    },
  },
  {
    ...sumHeldBack,
    write(random, _, isWrong) {
      const [x, y] = [between(random, 41, 49), between(random, 28, 35)];
      return [
        `${x} Prozent sagten ja, ${y} Prozent sagten nein und ${100 - x - y + (isWrong ? 8 : 0)} Prozent wussten es nicht.`,
      ];
    },
  },
  {
    ...sumSeen,
    write(random, _, isWrong) {
      const [x, y] = [between(random, 140, 280), between(random, 130, 260)];
      return [`Der Verein hat ${miss(isWrong, x + y)} Mitglieder, davon ${x} Frauen und ${y} Männer.`];
    },
  },
];
