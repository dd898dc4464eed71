import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findNeedles } from '../../../../../shared/reports/confidential/multi-pattern-search';
import { folded } from '../../../../../shared/reports/confidential/normalize-for-search';
import { type Medium, needleOf } from '../../../../../shared/reports/confidential/search-patterns';

const words = fc.array(
  fc.constantFrom('a', 'ab', 'Ek', 'E.', 'K.', 'Zelda', 'Quorn', '12', '345', '田中', 'é'),
  {
    minLength: 1,
    maxLength: 30,
  },
);
const parts = fc.tuple(words, fc.constantFrom(' ', '', ', ', '-')).map(([all, between]) => all.join(between));
const media = fc.constantFrom<Medium>('written', 'printed');

test('one pass finds what looking for each needle at each letter finds', () => {
  fc.assert(
    fc.property(parts, fc.array(parts, { maxLength: 8 }), media, (text, secrets, medium) => {
      const where = folded([text]);
      const needles = secrets.flatMap((secret) => needleOf({ text: secret, what: '' }, medium) ?? []);
      const found: string[] = [];
      findNeedles(where, needles, (needle, at) => found.push(`${needles.indexOf(needle)} ${at}`));
      const slowly = needles.flatMap(({ letters, begins, ends, within }, index) =>
        Array.from(where.letters).flatMap((_, at) => {
          const end = at + letters.length;
          if (where.letters.slice(at, end) !== letters) return [];
          if ((begins && where.borders[at] !== 1) || (ends && where.borders[end] !== 1)) return [];
          const own = Array.from(where.borders.slice(at + 1, end)).flatMap((is, offset) =>
            is === 1 ? offset + 1 : [],
          );
          const same = within === null || own.join() === within.filter((offset) => offset > 0).join();
          return same ? `${index} ${at}` : [];
        }),
      );
      expect(found.toSorted()).toEqual(slowly.toSorted());
    }),
  );
});

test('what is in a text is found in it', () => {
  fc.assert(
    fc.property(parts, parts, parts, media, (before, secret, after, medium) => {
      const needle = needleOf({ text: secret, what: '' }, medium);
      let times = 0;
      if (needle) findNeedles(folded([`${before} ${secret} ${after}`]), [needle], () => (times += 1));
      expect(times > 0).toBe(needle !== null);
    }),
  );
});

test.each([
  ['Ek', 'E. K. says so', 0],
  ['Ek', 'Ekman', 0],
  ['Ek', 'says Ek.', 1],
  ['Zelda Quorn', 'ZELDA-QUORN', 1],
  ['Zelda Quorn', 'Griselda Quorn', 0],
  ['Zelda Quorn, Vienna', 'MsZeldaQuornViennatold', 1],
  ['Ｚｅｌｄａ Quorn', 'zelda\u00ad quo\u200brn', 1],
  ['+43 660 5551234', '0660 / 555 12 34', 1],
  ['+43 660 5551234', '0660 / 555 12 345', 0],
])('%j in %j', (secret, text, times) => {
  const needle = needleOf({ text: secret, what: '' }, 'written');
  let found = 0;
  if (needle) findNeedles(folded([text]), [needle], () => (found += 1));
  expect(found).toBe(times);
});
