import { between, type Phrasing, startSentence } from './phrasing';

const seen = { rule: 'total', isHeldBack: false } as const;
const heldBack = { rule: 'total', isHeldBack: true } as const;
const miss = (isWrong: boolean, total: number) => (isWrong ? total + (total > 90 ? 10 : 3) : total);

/** English statements about parts and their total. */
export const englishTotals: readonly Phrasing[] = [
  {
    ...seen,
    write(random, { topic }, isWrong) {
      const [x, y, z] = [between(random, 12, 40), between(random, 12, 40), between(random, 12, 40)];
      return [
        `${startSentence(topic)} has ${miss(isWrong, x + y + z)} offices: ${x} in the north, ${y} in the south and ${z} in the east.`,
      ];
    },
  },
  {
    ...seen,
    write(random, _, isWrong) {
      const [x, y] = [between(random, 40, 80), between(random, 30, 60)];
      return [`Of the ${miss(isWrong, x + y)} buildings, ${x} are in use and ${y} are being repaired.`];
    },
  },
  {
    ...heldBack,
    write(random, _, isWrong) {
      const [x, y, z] = [between(random, 112, 340), between(random, 52, 90), between(random, 21, 50)];
      return [
        `${x} adults, ${y} students and ${z} children came, ${miss(isWrong, x + y + z)} people in all.`,
      ];
    },
  },
  {
    ...seen,
    write(random, _, isWrong) {
      const [x, y, z] = [between(random, 12, 40), between(random, 12, 40), between(random, 12, 40)];
      return [
        `The work cost $${x} million for the roof, $${y} million for the walls and $${z} million for the windows. In total, $${miss(isWrong, x + y + z) + (isWrong ? 4 : 0)} million was spent.`,
      ];
    },
  },
  {
    ...seen,
    write(random, _, isWrong) {
      const [x, y] = [between(random, 41, 49), between(random, 28, 35)];
      return [
        `When asked, ${x} per cent said yes, ${y} per cent said no and ${100 - x - y + (isWrong ? 8 : 0)} per cent did not know.`,
      ];
    },
  },
  {
    ...heldBack,
    write(random, _, isWrong) {
      const [x, y, z] = [between(random, 12, 40), between(random, 12, 40), between(random, 12, 40)];
      return [
        `There are three buildings with ${x}, ${y} and ${z} rooms, which makes a total of ${miss(isWrong, x + y + z)}.`,
      ];
    },
  },
  {
    ...seen,
    write(random, _, isWrong) {
      const [x, y] = [between(random, 140, 280), between(random, 130, 260)];
      return [`The club has ${miss(isWrong, x + y)} members, ${x} women and ${y} men.`];
    },
  },
  {
    ...heldBack,
    write(random, _, isWrong) {
      const [x, y] = [between(random, 41, 49), between(random, 28, 35)];
      return [
        `Some ${x} per cent come by bus, ${y} per cent by bicycle and the remaining ${100 - x - y + (isWrong ? 9 : 0)} per cent on foot.`,
      ];
    },
  },
];
