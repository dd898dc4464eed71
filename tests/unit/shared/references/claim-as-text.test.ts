import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../../shared/domain/evidence';
import { emptyReview, putEntity, type Review } from '../../../../shared/domain/review/review';
import type { Source } from '../../../../shared/domain/source';
import { claimInWords } from '../../../../shared/references/claim-as-text';
import { sourceInWords } from '../../../../shared/references/source-as-text';
import { sourceOf } from '../sources';

const ledger = sourceOf('ledger', {
  title: 'Harbour ledger',
  author: 'Edda Morhaven',
  publisher: 'Port office',
  publishedAt: '2026-11-24',
  url: 'https://port.example/ledger',
});

function reviewWith(...tied: [Source, Partial<Evidence>][]): Review {
  const review = emptyReview();
  for (const [index, [source, differing]] of tied.entries()) {
    putEntity(review, 'sources', source);
    const tie = { id: `e${index}`, claimId: 'claim', sourceId: source.id, stance: 'supports' } as const;
    putEntity(review, 'evidence', { ...tie, locator: null, quote: null, note: null, ...differing });
  }
  return review;
}

describe('a source on one line', () => {
  it('tells author, title, publisher, date and address', () => {
    expect(sourceInWords(ledger)).toBe(
      'Edda Morhaven: Harbour ledger. Port office, 24 Nov 2026. https://port.example/ledger',
    );
  });

  it('leaves out what is not known, and doubles no full stop', () => {
    expect(sourceInWords(sourceOf('a', { title: 'Who paid?' }))).toBe('Who paid?');
  });
});

describe('a claim in words', () => {
  it('tells the words, how the claim stands, and each source with its place and quote', () => {
    const review = reviewWith([
      ledger,
      { stance: 'refutes', locator: 'p. 14', quote: '1,184,000 passengers' },
    ]);
    expect(claimInWords(review, 'claim', '1.2 million people', 'disputed')).toBe(
      [
        '“1.2 million people”',
        'Disputed',
        `Refutes: ${sourceInWords(ledger)} (p. 14) “1,184,000 passengers”`,
      ].join('\n'),
    );
  });

  it('tells nothing of a confidential source but its stance', () => {
    const secret = fc.stringMatching(/^zq[a-z]{6,12}$/);
    const law = fc.property(fc.array(secret, { minLength: 9, maxLength: 9 }), (parts) => {
      const [title = '', author = '', publisher = '', contact = '', url = ''] = parts;
      const [, , , , , archiveUrl = '', locator = '', quote = '', note = ''] = parts;
      const known = { title, author, publisher, contact, url, archiveUrl };
      const source = sourceOf('secret', { ...known, confidential: true });
      const review = reviewWith([ledger, {}], [source, { locator, quote, note }]);
      const words = claimInWords(review, 'claim', '1.2 million people', 'verified');
      expect(words).toContain('Supports: confidential source');
      for (const part of parts) expect(words).not.toContain(part);
    });
    fc.assert(law);
  });
});
