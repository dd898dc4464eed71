import { describe, expect, test } from 'vitest';
import { createEncodingNotices, decodeText } from '#renderer/documents/read/base/decode-text.ts';
import { encodeAs } from './encode-as.ts';
import { texts } from './texts.ts';

const read = (bytes: Uint8Array, declared: string) => {
  const decoded = decodeText('a.txt', bytes, [declared]);
  if (!decoded.ok) throw new Error(decoded.problem.message);
  return { text: decoded.text, notices: createEncodingNotices(decoded).map(({ kind }) => kind) };
};

const files = texts.flatMap(({ text, encodings }) =>
  encodings.map((encoding) => ({ text, encoding, bytes: encodeAs(text, encoding) })),
);

describe('a declared encoding', () => {
  test.each(files)('is believed where it is right: $encoding', ({ text, encoding, bytes }) => {
    expect(read(bytes, encoding)).toEqual({ text, notices: [] });
  });

  test.each(files)(
    'of Western text is not believed without a word where it is wrong: $encoding',
    ({ text, bytes }) => {
      const found = read(bytes, 'iso-8859-1');
      expect(found.text === text || found.notices.length > 0).toBe(true);
    },
  );

  test('of Western text is corrected where the words are of another language', () => {
    const text =
      'Rada miasta przyjęła wczoraj uchwałę, że środki trafią do szkół i żłobków, a część z nich już w maju.';
    expect(read(encodeAs(text, 'windows-1250'), 'windows-1252')).toEqual({
      text,
      notices: ['encodingCorrected'],
    });
  });

  test('of another script is doubted where a guess gives other words', () => {
    const text =
      'Городской совет вчера утвердил бюджет на следующий год, и больше всего денег получат школы.';
    expect(read(encodeAs(text, 'koi8-r'), 'windows-1251').notices).toEqual(['encodingDoubted']);
  });

  test.each([
    [
      'windows-1250',
      'Vlada je u srijedu usvojila prijedlog zakona. Premijer je rekao da je to važan korak za čitavu državu i šire.',
    ],
    ['koi8-u', 'Уряд у середу схвалив бюджет. Це важливий крок для всієї країни, її міст і сіл.'],
    ['windows-1252', 'Beyoncé said the café was fine. “Well…you know,” said the fiancé.'],
  ])('is not doubted only because the guess knows no better: %s', (encoding, text) => {
    expect(read(encodeAs(text, encoding), encoding)).toEqual({ text, notices: [] });
  });

  test('is not doubted for a few quotation marks in an English text, an ellipsis in a word or a middle dot', () => {
    const text = 'The “ferry” — sold…again — cost £4 million, said the Col·legi; it didn’t sail.';
    expect(read(encodeAs(text, 'windows-1252'), 'windows-1252')).toEqual({ text, notices: [] });
  });
});
