import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listChangedTexts } from '../../../../../shared/reports/confidential/changed-texts';
import { prepareLeakSearch } from '../../../../../shared/reports/confidential/leak-search';
import { normalizeText } from '../../../../../shared/reports/confidential/search/normalize-words';
import type { ConfidentialTerm } from '../../../../../shared/reports/confidential/terms/confidential-term';

const term = (text: string, fields: Partial<ConfidentialTerm> = {}): ConfidentialTerm => ({
  ...{ text, description: `the name ${text}`, level: 'possible' },
  ...fields,
});

interface Claim {
  /** The words of a public source. */
  cited: string;
  note: string;
}

const format = ({ cited, note }: Claim) => `Supports: ${cited}. Note: ${note}.`;

/** Finds leaks in claims with notes. With `isRendered`, every claim is compared with its redacted text. */
function findLeaks(terms: readonly ConfidentialTerm[], claims: readonly Claim[], isRendered = false) {
  const redacted = claims.map((claim) => ({ ...claim, note: '–' }));
  const toParts = (rendered: readonly Claim[], isIncluded = (_name: string) => true) =>
    rendered
      .map((claim, index) => ({ name: `claim ${index + 1}`, text: format(claim), isVisible: true }))
      .filter(({ name }) => isIncluded(name));
  const renderedItems: string[] = [];
  const search = prepareLeakSearch({
    ...{ terms, articleTexts: [], typedStrings: [], datedPlaces: new Map() },
    listSourceTexts: () => [],
    redact: () => ({
      listChangedTexts(name) {
        const index = Number(name.split(' ')[1]) - 1;
        const changed = listChangedTexts(claims[index], redacted[index]) ?? [];
        return isRendered ? null : changed.map(normalizeText);
      },
      render(items) {
        renderedItems.push(...items);
        return toParts(redacted, (name) => items.has(name));
      },
    }),
    getClaimId: () => null,
    isWrittenAs: null,
    ownTexts: { head: [], body: '' },
  });
  const { leaks } = search(toParts(claims));
  return { leaks, renderedItems };
}

test('Only claims whose redacted text holds a possible leak, or that hold a certain one, are rendered again', () => {
  const terms = [term('harbour'), term('Zelda Quorn', { level: 'certain' })];
  const claims = [
    { cited: 'Register of the harbour', note: 'Asked twice' },
    { cited: 'Register of the harbour', note: 'Asked at the harbour' },
    { cited: 'A life of Zelda Quorn', note: 'Asked twice' },
  ];
  const { leaks, renderedItems } = findLeaks(terms, claims);
  expect(renderedItems).toEqual(['claim 2', 'claim 3']);
  expect(leaks.map(({ place }) => place)).toEqual(['claim 2']);
});

test('A word that is a term with a capital letter and another one without is the same term in the redacted text', () => {
  const terms = [term('office'), term('office', { isCapitalized: true })];
  const claims = [{ cited: 'Office of the quay, an office', note: 'Asked there' }];
  expect(findLeaks(terms, claims, true).leaks).toEqual([]);
});

const words = fc
  .array(
    fc.constantFrom('harbour', 'Harbour', 'har', 'bour', 'Zelda', 'quorn', 'a', '12', 'h\u0430rbour', '–'),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((all) => all.join(' '));
const terms = [
  term('harbour'),
  term('harbour', { isCapitalized: true }),
  term('Quorn', { publicIn: 'report' }),
  term('Zelda Quorn', { level: 'certain' }),
];

test('Leaving out what touches no redacted text finds the same leaks as comparing everything', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ cited: words, note: words }), { maxLength: 5 }), (claims) => {
      expect(findLeaks(terms, claims).leaks).toEqual(findLeaks(terms, claims, true).leaks);
    }),
    { numRuns: 500 },
  );
});

test('A difference that is no text makes the changed texts unknown', () => {
  expect(listChangedTexts({ a: ['x', 1], b: null }, { a: ['–', 1], b: null })).toEqual(['x']);
  expect(listChangedTexts({ a: ['x'] }, { a: [] })).toBeNull();
  expect(listChangedTexts({ a: 'x' }, { a: null })).toBeNull();
  expect(listChangedTexts({ a: 1 }, { a: 2 })).toBeNull();
  expect(listChangedTexts({ a: 'x' }, { b: 'x' })).toBeNull();
});
