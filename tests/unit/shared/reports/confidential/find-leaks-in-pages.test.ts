import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../../../shared/domain/claim';
import { putEntity } from '../../../../../shared/domain/review/review';
import { findLeaksInPages } from '../../../../../shared/reports/confidential/find-leaks-in-pages';
import { isIdentifying } from '../../../../../shared/reports/confidential/terms/is-identifying';
import { extractText } from '../../../../../shared/reports/extract/extract-text';
import { confidentialFields, editConfidentialSource, makeReportAs, type Opened } from './confidential-review';

/** Gives the first claim these fields. Its paragraph names the tram. */
function editFirstClaim(opened: Opened, fields: Partial<Claim>) {
  const [first] = opened.review.claims.values();
  if (first) putEntity(opened.review, 'claims', { ...first, ...fields });
  return opened;
}

describe('A printed report', () => {
  const printedTerms = [
    { text: confidentialFields.title, description: 'the title', level: 'certain' as const },
    { text: 'Ek', description: 'the author', level: 'certain' as const },
    { text: 'Vermilion', description: 'the note', level: 'certain' as const },
    { text: 'register-51', description: 'the address', level: 'certain' as const },
  ];

  test.each<[string, string[], string[], string[]]>([
    ['nothing', ['A page.', 'Another.'], ['Title'], []],
    ['words broken at the end of a line', ['x', 'the Ver-\nmilion c'], [], ['The note appears in page 2.']],
    ['words without their spaces', ['Zelda“Zed”Quorn &<part ners>'], [], ['The title appears in page 1.']],
    ['words over two pages', ['so Vermi', 'lion x'], [], ['The note appears in the pages.']],
    ['a short name as a word', ['by Ek.', 'Ekman'], [], ['The author appears in page 1.']],
    ['a number that goes on with the head of the next page', ['see register-5', '10000 claims'], [], []],
    ['a term in its properties', ['x'], ['VERMILION'], ['The note appears in the properties of the file.']],
  ])('A printed report with %s is searched', (_, pages, properties, leaks) => {
    expect(findLeaksInPages(pages, properties, printedTerms)).toEqual(leaks);
  });

  test('A printed report may contain characters that match by chance, as often as they do', () => {
    // The article says "the authority".
    const { review, draft } = editConfidentialSource({ author: 'Heauthority' });
    const { content, leaks, confidentialTerms: terms } = makeReportAs({ review, draft }, 'pdf');
    const texts = extractText('pdf', content).map((part) => part.text);
    expect(leaks).toEqual([]);
    expect(findLeaksInPages(texts, [], terms)).toEqual([]);
    expect(findLeaksInPages([...texts, 'Heauthority'], [], terms)).toEqual([
      'The author of a confidential source appears in the pages.',
    ]);
  });

  test('A printed report may repeat the title of the article on each page', () => {
    const opened = editConfidentialSource({ title: 'Harbour tram' });
    const { content, leaks, confidentialTerms: terms } = makeReportAs(opened, 'pdf');
    const texts = extractText('pdf', content).flatMap(({ text, isVisible }) => (isVisible ? text : []));
    const title = 'Harbour tram to open in March, two years late – fact-check report';
    expect(leaks).toEqual(['Words in the link of the article may be the name of a confidential source.']);
    expect(findLeaksInPages([`${title}\n${texts.join('\n')}`, title, title], [title], terms)).toEqual([]);
    const more = `${title}\nThe harbour tram, in confidence`;
    expect(findLeaksInPages([`${title}\n${texts.join('\n')}`, title, more], [title], terms)).toHaveLength(1);
  });

  test('A printed report may contain a name as often as the article does, and no note may repeat it', () => {
    const findLeaksOnPages = (opened: Opened) => {
      const { content, confidentialTerms: terms } = makeReportAs(opened, 'pdf');
      const pages = extractText('pdf', content).flatMap(({ text, isVisible }) => (isVisible ? text : []));
      return findLeaksInPages(pages, ['Edda Morhaven'], terms);
    };
    expect(findLeaksOnPages(editConfidentialSource({ title: 'Edda Morhaven' }))).toEqual([]);
    const repeated = editFirstClaim(editConfidentialSource({ title: 'Edda Morhaven' }), {
      note: 'Edda Morhaven, in confidence',
    });
    expect(findLeaksOnPages(repeated)).toEqual(['The name of a confidential source appears in the pages.']);
  });
});

test.each([
  ['p. 14, table 3', 6, false],
  ['page 12', 2, false],
  ['3', 2, false],
  ['Official', 2, false],
  ['by telephone', 2, false],
  ['yes', 6, false],
  ['Ek', 2, true],
  ['田中', 6, true],
  ['+43 660 5551234', 2, true],
  ['+1 555 123 4567', 2, true],
  ['0664 123 4567', 2, true],
  ['(01) 234 56 78', 2, true],
  ['555-0142', 2, true],
  ['call +43 1 234 5678', 2, true],
  ['10.0.0.12', 2, true],
  ['12 34', 2, false],
  ['이', 2, false],
  ['p. 14 of the Umbrage file', 6, true],
])('The text %j with a minimum length of %i identifies somebody: %j', (text, minLength, expected) => {
  expect(isIdentifying(text, minLength)).toBe(expected);
});
