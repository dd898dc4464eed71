import { expect, test } from 'vitest';
import { stripMarkup } from '#shared/references/records/read-records.ts';

test.each([
  ['a &amp; b &LT; c', 'a & b < c'],
  ['&amp;lt;', '&lt;'],
  ['&#34;&#x22;', '""'],
  ['&#0; &#xd800; &#1114112;', '� � �'],
  ['caf&eacute; &copy; &lt &#;', 'café © &lt &#;'],
  ['<i>in situ</i> x<sup>2</sup>', 'in situ x2'],
  ['<i<i>>a</i> <b', 'a <b'],
  ['a <x> b', 'a <x> b'],
])('The markup of %j is stripped to %j', (text, plain) => {
  expect(stripMarkup(text)).toBe(plain);
});
