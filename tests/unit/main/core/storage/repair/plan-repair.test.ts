import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articles, joinLines, long, makeNewerLine, plan, short, splitLines } from './plan-stored-repair';

test('an intact history needs no repair, nor does one whose last line was never finished', async () => {
  for (const article of articles) {
    expect(await plan(article, article.history)).toMatchObject({ kind: 'nothing' });
    const torn = Buffer.from(
      `{"seq":${article.content.end.seq + 1},"prev":"${article.content.end.sha256}","sha256":"0`,
    );
    for (const length of [1, 10, 60, torn.length])
      expect(await plan(article, Buffer.concat([article.history, torn.subarray(0, length)]))).toMatchObject({
        kind: 'nothing',
      });
  }
});

test('a flipped bit is found, wherever it is, and the history is again what it was, byte for byte', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...short),
      fc.nat(),
      fc.nat(7),
      fc.boolean(),
      async (article, at, bit, hasSnapshot) => {
        const damaged = Buffer.from(article.history);
        const position = at % damaged.length;
        damaged[position] = (damaged[position] ?? 0) ^ (1 << bit);
        const planned = await plan(article, damaged, hasSnapshot);
        if (planned.kind !== 'certain') throw new Error(`the plan is ${planned.kind}`);
        expect(planned.repaired.bytes.equals(article.history)).toBe(true);
        expect(planned.repaired.account).toContain('Nothing is lost.');
      },
    ),
    { seed: 11, numRuns: 200 },
  );
});

test('each flipped bit of each newline is found', async () => {
  for (const article of short)
    for (const at of article.history.keys()) {
      if (article.history[at] !== 0x0a) continue;
      for (let bit = 0; bit < 8; bit += 1) {
        const damaged = Buffer.from(article.history);
        damaged[at] = 0x0a ^ (1 << bit);
        const planned = await plan(article, damaged);
        expect(planned.kind === 'certain' && planned.repaired.bytes.equals(article.history)).toBe(true);
      }
    }
});

test('flipped bits in several lines, in a newline and in the heads are found as well', async () => {
  for (const article of long) {
    const damaged = Buffer.from(article.history);
    const lineEnds = [...damaged.keys()].filter((at) => damaged[at] === 0x0a);
    for (const at of [
      3,
      30,
      120,
      lineEnds[4] ?? 0,
      (lineEnds[7] ?? 0) + 9,
      (lineEnds[8] ?? 0) + 250,
      damaged.length - 1,
    ])
      damaged[at] = (damaged[at] ?? 0) ^ 4;
    const planned = await plan(article, damaged);
    expect(planned.kind === 'certain' && planned.repaired.bytes.equals(article.history)).toBe(true);
  }
});

test('lines in another order, and lines that stand twice, are put in order', async () => {
  for (const article of long) {
    const [first = '', second = '', third = '', ...rest] = splitLines(article.history);
    for (const lines of [
      [first, third, second, ...rest],
      [first, second, second, third, ...rest],
      [...rest, first, second, third],
      [first, second, third, ...rest, rest.at(-1) ?? ''],
    ]) {
      const planned = await plan(article, joinLines(lines));
      expect(planned.kind === 'certain' && planned.repaired.bytes.equals(article.history)).toBe(true);
    }
  }
});

test('a history of a newer Stet is left alone, however damaged it is', async () => {
  const [article] = long;
  if (!article) throw new Error('no article');
  const lines = splitLines(article.history);
  const newer = { ...article.content.changes[0], needs: 99 };
  const damaged = [...lines.slice(0, 5), 'x', ...lines.slice(6)];
  expect(await plan(article, joinLines(damaged))).toMatchObject({ kind: 'question' });
  const { content } = makeNewerLine(article.content.end.seq + 1, article.content.end.sha256, newer);
  expect(await plan(article, joinLines([...damaged, content]))).toMatchObject({ kind: 'nothing' });
});
