import { expect, test } from 'vitest';
import { decodeEntities } from '../../../../../shared/text/characters/decode-entities';

test.each([
  ['a &amp; b &LT; c', 'a & b < c'],
  ['&amp;lt;', '&lt;'],
  ['&#34;&#x22;', '""'],
  ['&#0; &#xd800; &#1114112;', '� � �'],
  ['&copy; &lt &#;', '&copy; &lt &#;'],
])('%j is %j', (written, text) => {
  expect(decodeEntities(written)).toBe(text);
});
