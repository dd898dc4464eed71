import { expect, it } from 'vitest';
import { endSentence } from '../../../../../shared/text/format/end-sentence';
import { isolate, leaveAsWritten } from '../../../../../shared/text/format/isolate';

it('text with right-to-left characters is isolated, and all other text stays as it is', () => {
  expect(isolate('העיתון')).toBe('\u2068העיתון\u2069');
  expect(isolate('Reuters قالت 2019')).toBe('\u2068Reuters قالت 2019\u2069');
  expect(isolate('٢٠١٩')).toBe('\u2068٢٠١٩\u2069');
  for (const words of ['', 'Ada Brinnekamp', '1986', '“…”', '،', '日本']) expect(isolate(words)).toBe(words);
  expect(leaveAsWritten('העיתון')).toBe('העיתון');
});

it('a sentence is ended only once, whether its end is isolated or not', () => {
  expect(endSentence(`Change to “${isolate('המעבורת נעצרה.')}”`)).toBe(
    'Change to “\u2068המעבורת נעצרה.\u2069”',
  );
  expect(endSentence(`Stated by ${isolate('הנמל')}`)).toBe('Stated by \u2068הנמל\u2069.');
});
