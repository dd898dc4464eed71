import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '#shared/domain/base/evidence.ts';
import type { Source } from '#shared/domain/base/source.ts';
import { createEmptyReview, putEntity, type Review } from '#shared/domain/review/review.ts';
import { formatClaimAsText, formatSourceAsText } from '#shared/references/claim-as-text.ts';
import { createTestSource } from '../sources.ts';

const ledger = createTestSource('ledger', {
  title: 'Harbour ledger',
  author: 'Edda Morhaven',
  publisher: 'Port office',
  publishedAt: '2026-11-24',
  url: 'https://port.example/ledger',
});

function reviewWith(...pairs: [Source, Partial<Evidence>][]): Review {
  const review = createEmptyReview();
  for (const [index, [source, evidence]] of pairs.entries()) {
    putEntity(review, 'sources', source);
    putEntity(review, 'evidence', {
      id: `e${index}`,
      claimId: 'claim',
      sourceId: source.id,
      stance: 'supports',
      stanceChosen: true,
      locator: null,
      quote: null,
      note: null,
      ...evidence,
    });
  }
  return review;
}

describe('A source on one line', () => {
  it('A source is formatted with author, title, publisher, date and address', () => {
    expect(formatSourceAsText(ledger)).toBe(
      'Edda Morhaven: Harbour ledger. Port office, 24 Nov 2026. https://port.example/ledger',
    );
  });

  it('Unknown fields are left out, and no full stop is doubled', () => {
    expect(formatSourceAsText(createTestSource('a', { title: 'Who paid?' }))).toBe('Who paid?');
  });
});

describe('A claim as text', () => {
  it('A claim is formatted with its words, its status, and each source with locator and quote', () => {
    const review = reviewWith([
      ledger,
      { stance: 'refutes', locator: 'p. 14', quote: '1,184,000 passengers' },
    ]);
    expect(formatClaimAsText(review, 'claim', '1.2 million people', 'disputed')).toBe(
      [
        '“1.2 million people”',
        'Disputed',
        `Refutes: ${formatSourceAsText(ledger)} (p. 14) “1,184,000 passengers”`,
      ].join('\n'),
    );
  });

  it('A confidential source is mentioned by its stance alone', () => {
    const confidentialText = fc.stringMatching(/^zq[a-z]{6,12}$/);
    const law = fc.property(fc.array(confidentialText, { minLength: 9, maxLength: 9 }), (parts) => {
      const [title = '', author = '', publisher = '', contact = '', url = ''] = parts;
      const [, , , , , archiveUrl = '', locator = '', quote = '', note = ''] = parts;
      const known = { title, author, publisher, contact, url, archiveUrl };
      const source = createTestSource('secret', { ...known, confidential: true });
      const review = reviewWith([ledger, {}], [source, { locator, quote, note }]);
      const words = formatClaimAsText(review, 'claim', '1.2 million people', 'verified');
      expect(words).toContain('Supports: confidential source');
      for (const part of parts) expect(words).not.toContain(part);
    });
    fc.assert(law);
  });
});
