import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replaceLoneSurrogates, toJsonFile } from '#shared/reports/base/printable.ts';
import { hostileStrings } from '../hostile-strings.ts';
import { searched } from '../searched.ts';

const breakers = [
  '</script>',
  '</SCRIPT ',
  '<!--',
  '<script>',
  '-->',
  ']]>',
  '&lt;',
  '\u2028',
  '<',
  '/',
  'script',
];
// A report has no lone surrogates: no encoding can store them.
const texts = fc
  .oneof(
    fc.constantFrom(...hostileStrings),
    fc.array(fc.constantFrom(...breakers, 'a', ' '), { maxLength: 8 }).map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme' }),
  )
  .map((text) => searched(replaceLoneSurrogates(text)));

test('a page into whose script element a report was pasted has one such element, whose JSON is the report', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ name: texts, list: fc.array(texts) })), (report) => {
      const pasted = `<script type="application/ld+json">${toJsonFile(report)}</script>`;
      const page = new DOMParser().parseFromString(
        `<!doctype html><p>before</p>${pasted}<p>after</p>`,
        'text/html',
      );
      const scripts = [...page.querySelectorAll('script')];
      expect(scripts).toHaveLength(1);
      expect(JSON.parse(scripts[0]?.textContent ?? '')).toEqual(report);
      expect([...page.body.children].map(({ tagName }) => tagName)).toEqual(['P', 'SCRIPT', 'P']);
    }),
    { numRuns: 500 },
  );
});
