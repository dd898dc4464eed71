import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findAddress, findAddresses } from '#shared/references/addresses.ts';
import { hostileText } from '../arbitraries.ts';

test('every address of a text is found, without the punctuation of its sentence', () => {
  const text =
    'See https://ferry.example/2019 (or www.port.example). The study is doi:10.1000/182, http:// is none.';
  expect(findAddresses(text).map(({ url, start, end }) => [url, text.slice(start, end)])).toEqual([
    ['https://ferry.example/2019', 'https://ferry.example/2019'],
    ['https://www.port.example', 'www.port.example'],
    ['doi:10.1000/182', 'doi:10.1000/182'],
  ]);
});

test('addresses are in order and apart, and the first one is that of a text with one address', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(hostileText, fc.webUrl())), (parts) => {
      const text = parts.join(' ');
      const found = findAddresses(text);
      let last = 0;
      for (const { start, end } of found) {
        expect(start).toBeGreaterThanOrEqual(last);
        last = end;
      }
      const first = findAddress(text);
      if (first) expect(found[0]).toEqual(first);
    }),
  );
});
