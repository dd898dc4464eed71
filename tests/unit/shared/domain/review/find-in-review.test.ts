import { describe, expect, test } from 'vitest';
import { findInReview } from '#shared/domain/review/find-in-review.ts';
import { createEmptyReview, putEntity } from '#shared/domain/review/review.ts';
import { toSearchableText } from '#shared/text/find-in-text.ts';
import { createTestSource } from '#tests/unit/shared/sources.ts';

const text = 'The harbour opened in 1911. The mole was built later.';

/** A claim without anything but the given fields. */
function createClaim(
  id: string,
  fields: { note?: string; correction?: string; claimant?: string; kind?: 'figure' },
) {
  return {
    id,
    verdict: 'unchecked' as const,
    judged: null,
    note: null,
    correction: null,
    claimant: null,
    kind: null,
    answers: [],
    tagIds: [],
    createdBy: null,
    createdAt: '2026-01-01T00:00:00.000Z',
    ...fields,
  };
}

function createReview() {
  const review = createEmptyReview();
  putEntity(
    review,
    'sources',
    createTestSource('s', { title: 'Tide tables', author: 'Port of Leith', contact: '555 0100' }),
  );
  const evidence = { id: 'e', claimId: 'b', sourceId: 's', stance: 'supports' as const, stanceChosen: true };
  putEntity(review, 'evidence', {
    ...evidence,
    locator: 'page 9',
    quote: 'low water',
    note: 'seen on paper',
  });
  const claims = [
    { claim: createClaim('a', { note: 'Ask the Port', claimant: 'Ada Brook' }), span: { start: 4, end: 18 } },
    { claim: createClaim('b', { correction: 'The wall', kind: 'figure' }), span: { start: 28, end: 36 } },
    { claim: createClaim('c', { note: 'It was cut.' }), span: null },
  ];
  const draft = { text, searchable: toSearchableText(text) };
  return (query: string) => {
    const found = findInReview(review, claims, draft, query);
    return Object.entries(found).flatMap(([group, items]) =>
      items.map(({ key, text: field, findSpans }) => {
        const marked = findSpans().map(({ start, end }) => field.slice(start, end));
        return `${group} ${key}: ${marked.join('|')}`;
      }),
    );
  };
}

describe('finding in a review', () => {
  test('finds claims by their words, claimant and kind, whatever the case', () => {
    const find = createReview();
    expect(find('HARBOUR')).toEqual(['claims a: harbour']);
    expect(find('brook')).toEqual(['claims a: Brook']);
    expect(find('figure')).toEqual(['claims b: Figure']);
    // Words beside the claim's are the article's alone.
    expect(find('1911')).toEqual([]);
  });

  test('finds notes, corrections, sources and evidence, in groups', () => {
    const find = createReview();
    expect(find('port')).toEqual(['notes a: Port', 'sources s: Port']);
    expect(find('the')).toEqual(['claims b: The', 'notes a: the', 'corrections b: The']);
    expect(find('cut')).toEqual(['notes c: cut']);
    for (const words of ['0100', 'low water', 'page 9', 'on paper']) expect(find(words)).toHaveLength(1);
    expect(find('   ')).toEqual([]);
    expect(find('nowhere')).toEqual([]);
  });
});
