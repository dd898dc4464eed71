import { expect, test } from 'vitest';
import { withoutEntities } from '../../../../../shared/text/characters/entities';

test.each([
  ['a &amp; b &LT; c', 'a & b < c'],
  ['&amp;lt;', '&lt;'],
  ['&#34;&#x22;', '""'],
  ['&#0; &#xd800; &#1114112;', '� � �'],
  ['&copy; &lt &#;', '&copy; &lt &#;'],
])('%j is %j', (written, text) => {
  expect(withoutEntities(written)).toBe(text);
});
