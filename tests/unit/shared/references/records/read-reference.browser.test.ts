import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readReference } from '#shared/references/records/read-reference.ts';

const refused = vi.fn(() => Promise.reject(new Error('no network')));

beforeEach(() => {
  vi.spyOn(XMLHttpRequest.prototype, 'open').mockImplementation(() => {
    throw new Error('no network');
  });
});
afterEach(() => vi.restoreAllMocks());

it.each([
  [
    'BibTeX',
    String.raw`@misc{a, title={On {\"o} \textit{in situ}}, author={Doe, J}, year=2020, url={https://a.example/}}`,
  ],
  ['RIS', 'TY  - GEN\nTI  - On ö in situ\nAU  - Doe, J\nPY  - 2020\nUR  - https://a.example/\nER  - '],
  [
    'CSL-JSON',
    '{"title":"On ö <i>in situ</i>","author":[{"given":"J","family":"Doe"}],"issued":{"date-parts":[[2020]]},"URL":"https://a.example/"}',
  ],
])('A page reads %s without fetching', async (_, record) => {
  // The first record loads the parser, which the test server hands out by address.
  await readReference('@misc{a, title={T}}');
  vi.spyOn(globalThis, 'fetch').mockImplementation(refused);
  expect(await readReference(record)).toEqual({
    kind: 'document',
    title: 'On ö in situ',
    author: 'J Doe',
    publishedAt: '2020',
    url: 'https://a.example/',
  });
  expect(refused).not.toHaveBeenCalled();
  expect(XMLHttpRequest.prototype.open).not.toHaveBeenCalled();
});
