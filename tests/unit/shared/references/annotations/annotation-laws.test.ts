import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAnnotation } from '#shared/references/annotations/read-annotation.ts';
import { hostileText, proseText } from '#tests/unit/shared/arbitraries.ts';

/** Parts as people write them, in any order. */
const parts = fc.constantFrom(
  'see https://a.example/one-two-three-four, p. 12',
  'www.b.example',
  'doi:10.1000/xyz.1',
  'Jane Doe +44 20 7946 0958',
  'john@roe.example',
  'pp. 3–5',
  '1:02:33',
  '“quoted words of a source”',
  'report (final).pdf',
  'Doe, J. (2020). Title. Press.',
  '; ',
  '\n',
);
const annotations = fc.oneof(
  hostileText,
  proseText,
  fc.array(fc.oneof(parts, parts, hostileText), { maxLength: 8 }).map((all) => all.join(' ')),
);

/** Letters and digits only, in lower case. */
function listWords(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

test('reading never fails, and every word that is named is in the text', () => {
  const law = fc.property(annotations, (text) => {
    const words = listWords(text).join('');
    for (const { source, locator, quote } of readAnnotation(text)) {
      const named = [source?.title, source?.author, source?.publisher, source?.contact, locator, quote];
      const address = source?.url?.replace(/^(?:https?:|doi:)/i, '');
      for (const word of [...named, address].flatMap((part) => listWords(part ?? '')))
        expect(words).toContain(word);
      expect(source?.kind === 'person').toBe(source?.confidential === true);
    }
  });
  fc.assert(law);
});

/** References in several styles, with the places where remarks often stand beside them. */
const references = fc.constantFrom(
  'Smith, J. (2019). Mills of the North. Oxford: OUP.',
  'Smith, J. (2019). Mills of the North. Oxford: OUP, p. 44.',
  'Smith, J. (2019). Mills of the North. Oxford: OUP, p. 44. “he fled by night”.',
  'Doe, J. (2020, March 3). The tram. Tram Press. https://doi.org/10.1000/182',
  'Doe, John. 2020. The tram. Tram Press.',
  'Doe J, Roe R. The tram. Tram Journal. 2020;12(3):45-67.',
  'Doe, John. “The tram.” Tram Journal, vol. 1, 2020, pp. 3–4.',
);
/** Every sentence has a z, which no reference has. */
const privateWords = fc.constantFrom(
  'btw the owner’s zgrandson is zill',
  'My zfriend Zelda Zquornby told me.',
  'Zkarl Zbrandt zconfirmed it.',
  'Zelda Zquornby.',
  'zdo not print this',
  'ZQUORNBY KNOWS.',
);

test('no field of a source holds private words before or behind a written reference', () => {
  const lead = fc.constantFrom('', 'See ', 'Cf. ', 'vgl. ', 'Siehe ', 'voir ', 'See also ');
  const before = fc.constantFrom(
    '',
    'My zfriend Zelda Zquornby told me. ',
    'Zkarl Zbrandt zconfirmed it. ',
    'Zelda Zquornby. ',
  );
  const law = fc.property(before, lead, references, privateWords, (front, word, reference, behind) => {
    const [reading, ...others] = readAnnotation(`${front}${word}${reference} ${behind}`);
    expect(others).toEqual([]);
    expect(reading?.source?.author).toMatch(/^(?:Smith|Doe)/);
    expect(reading?.source?.title).toMatch(/^(?:The tram|Mills of the North)$/);
    expect(JSON.stringify(reading)).not.toMatch(/z/i);
  });
  fc.assert(law);
});

test('a long annotation is read in a moment, whatever it consists of', () => {
  for (const unit of [
    'a',
    '1',
    ' ',
    '. ',
    ', ',
    'p. ',
    '1,',
    '(',
    '“a',
    'a@',
    '+1 ',
    'A ',
    'Ab ',
    'www.',
    '1:00 ',
    '§ 1 ',
  ])
    expect(readAnnotation(unit.repeat(20_000)).length).toBeLessThanOrEqual(40);
});
