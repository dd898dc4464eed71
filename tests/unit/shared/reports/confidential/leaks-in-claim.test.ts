import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../../../../shared/domain/review/outline';
import { putEntity } from '../../../../../shared/domain/review/review';
import { leaksInClaim } from '../../../../../shared/reports/confidential/leaks-in-claim';
import { openSample } from '../../reviews';
import { sourceOf } from '../../sources';

const name = 'Zelda Quorn';

interface Told {
  correction?: string;
  publicTitle?: string;
  publicQuote?: string;
  /** Whether the claim's own words are followed by the name. */
  isInArticle?: boolean;
}

/** What copying the first claim would give away; it rests on a public and on a confidential source. */
function leaks({ correction, publicTitle = 'Minutes', publicQuote, isInArticle = false }: Told): string[] {
  const { review, draft: sample } = openSample();
  const [first] = outlineOf(review, sample.id);
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
  putEntity(review, 'sources', sourceOf('open', { title: publicTitle }));
  putEntity(review, 'sources', sourceOf('hidden', { kind: 'person', title: name, confidential: true }));
  const tie = { claimId: claim.id, stance: 'supports', locator: null, note: null } as const;
  putEntity(review, 'evidence', { ...tie, id: 'open-tie', sourceId: 'open', quote: publicQuote ?? null });
  putEntity(review, 'evidence', {
    ...{ ...tie, id: 'hidden-tie', sourceId: 'hidden' },
    quote: 'The Umbrage ledger was burnt on a Tuesday.',
  });
  return leaksInClaim(review, draft, claim.id, draft.text.slice(span.start, span.end), 'verified');
}

describe('a claim copied with its sources', () => {
  it('gives nothing away when nobody wrote down what is confidential', () => {
    expect(leaks({ correction: '1.1 million people' })).toEqual([]);
  });

  it('is refused when its correction names a confidential source, and the sentence does not', () => {
    const told = leaks({ correction: `as ${name} says` });
    expect(told).toEqual(['The title of a confidential source stands in the correction.']);
    expect(leaks({ correction: 'Quorn, Zelda was there' })).toEqual(told);
  });

  it('is refused when its correction repeats what a confidential source said', () => {
    expect(leaks({ correction: 'the Umbrage ledger was burnt on a Tuesday' })).toEqual([
      'A quotation from a confidential source stands in the correction.',
    ]);
  });

  it('may tell what the article says around it, and what a public source says', () => {
    expect(leaks({ correction: name, isInArticle: true })).toEqual([]);
    expect(leaks({ publicTitle: `Interview with ${name}`, publicQuote: `${name} spoke` })).toEqual([]);
    expect(leaks({ publicTitle: `Interview with ${name}`, correction: name })).not.toEqual([]);
  });
});
