import { describe, expect, it } from 'vitest';
import { listPlacedClaims } from '#shared/domain/review/placed-claims.ts';
import { putEntity } from '#shared/domain/review/review.ts';
import { findLeaksInClaim } from '#shared/reports/confidential/find-leaks-in-claim.ts';
import { openSample } from '#tests/unit/shared/reviews.ts';
import { createTestSource } from '#tests/unit/shared/sources.ts';

const name = 'Zelda Quorn';

interface CopiedClaim {
  correction?: string;
  publicTitle?: string;
  publicQuote?: string;
  /** Whether the article says the name at the end of the claim's words. */
  isInArticle?: boolean;
}

/** Finds leaks in the first claim of the sample, which has evidence from a public and from a confidential source. */
function findLeaks({
  correction,
  publicTitle = 'Minutes',
  publicQuote,
  isInArticle = false,
}: CopiedClaim): string[] {
  const { review, draft: sample } = openSample();
  const [first] = listPlacedClaims(review, sample.id);
  if (!first) throw new Error('the sample has a claim');
  const { claim, span } = first;
  const draft = isInArticle
    ? {
        ...sample,
        text: `${sample.text.slice(0, span.end - name.length)}${name}${sample.text.slice(span.end)}`,
      }
    : sample;
  for (const evidence of [...review.evidence.values()])
    if (evidence.claimId === claim.id) review.evidence.delete(evidence.id);
  putEntity(review, 'claims', { ...claim, correction: correction ?? null });
  putEntity(review, 'sources', createTestSource('open', { title: publicTitle }));
  putEntity(
    review,
    'sources',
    createTestSource('hidden', { kind: 'person', title: name, confidential: true }),
  );
  const stance = { stance: 'supports', stanceChosen: true } as const;
  const fields = { claimId: claim.id, ...stance, locator: null, note: null };
  putEntity(review, 'evidence', {
    ...fields,
    id: 'open-evidence',
    sourceId: 'open',
    quote: publicQuote ?? null,
  });
  putEntity(review, 'evidence', {
    ...fields,
    id: 'hidden-evidence',
    sourceId: 'hidden',
    quote: 'The Umbrage ledger was burnt on a Tuesday.',
  });
  const words = draft.text.slice(span.start, span.end);
  return findLeaksInClaim(review, draft, claim.id, words, 'verified').map(({ message }) => message);
}

describe('A claim copied with its sources', () => {
  it('A copied claim reveals nothing when nothing confidential was written into it', () => {
    expect(findLeaks({ correction: '1.1 million people' })).toEqual([]);
  });

  it('A claim is not copied when its correction names a confidential source, and the sentence does not', () => {
    const leaks = findLeaks({ correction: `as ${name} says` });
    expect(leaks).toEqual(['The name of a confidential source appears in the correction of the claim.']);
    expect(findLeaks({ correction: 'Quorn, Zelda was there' })).toEqual(leaks);
  });

  it('A claim is not copied when its correction repeats what a confidential source said', () => {
    expect(findLeaks({ correction: 'the Umbrage ledger was burnt on a Tuesday' })).toEqual([
      'A quotation from a confidential source appears in the correction of the claim.',
    ]);
  });

  it('A copied claim may repeat what the article says around it', () => {
    expect(findLeaks({ correction: name, isInArticle: true })).toEqual([]);
    expect(findLeaks({ publicTitle: `Interview with ${name}`, correction: name })).not.toEqual([]);
  });

  it('It is asked about a name in the title or the quotation of a public source', () => {
    expect(findLeaks({ publicTitle: `Interview with ${name}`, publicQuote: `${name} spoke` })).toEqual([
      'Words in the title of source 1 of the claim may be the name of a confidential source.',
      'Words in a quotation in source 1 of the claim may be the name of a confidential source.',
    ]);
  });
});
