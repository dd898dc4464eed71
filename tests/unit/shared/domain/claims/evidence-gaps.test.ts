import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backingOf, howSourcesFell } from '../../../../../shared/domain/claims/evidence-gaps';
import type { Evidence } from '../../../../../shared/domain/evidence';
import { emptyReview, putEntity, type Review } from '../../../../../shared/domain/review/review';
import type { Source } from '../../../../../shared/domain/source';
import { derivedFrom, originOf, possibleOrigins } from '../../../../../shared/domain/sources/derivation';
import { sourceOf } from '../../sources';

/** A claim on the sources given; who refers to a claim is all that its backing asks of it. */
function claimOn(...sources: Source[]): Review {
  const review = emptyReview();
  for (const source of sources) putEntity(review, 'sources', source);
  for (const { id } of sources) {
    const tie: Evidence = {
      ...{ id: `e${id}`, claimId: 'claim', sourceId: id, stance: 'supports' },
      ...{ locator: null, quote: null, note: null },
    };
    putEntity(review, 'evidence', tie);
  }
  return review;
}

describe('what a claim rests on', () => {
  test('nothing', () => {
    expect(backingOf(claimOn(), 'claim')).toEqual({ sources: 0, gaps: ['noSource'] });
  });

  test('one source, primary, secondary, or neither said', () => {
    expect(backingOf(claimOn(sourceOf('a', { primary: true })), 'claim')).toEqual({
      sources: 1,
      gaps: ['oneSource'],
    });
    expect(backingOf(claimOn(sourceOf('a')), 'claim').gaps).toEqual(['oneSource']);
    const secondary = sourceOf('a', { secondary: true });
    expect(backingOf(claimOn(secondary), 'claim').gaps).toEqual(['oneSource', 'secondaryOnly']);
  });

  test('two secondary sources, or one among them that was not said to be', () => {
    const secondary = sourceOf('a', { secondary: true });
    const gapsWith = (other: Source) => backingOf(claimOn(secondary, other), 'claim').gaps;
    expect(gapsWith(sourceOf('b', { secondary: true }))).toEqual(['secondaryOnly']);
    expect(gapsWith(sourceOf('b', { primary: true }))).toEqual([]);
    expect(gapsWith(sourceOf('b'))).toEqual([]);
  });

  test('what no longer stands counts for nothing', () => {
    const fallen = sourceOf('b', { primary: true, standing: 'withdrawn' });
    expect(backingOf(claimOn(sourceOf('a'), fallen), 'claim')).toEqual({
      sources: 2,
      gaps: ['oneSource'],
    });
    expect(backingOf(claimOn(fallen, sourceOf('c', { derivedFrom: 'b' })), 'claim').gaps).toEqual([
      'fallenOnly',
    ]);
  });

  test('says how sources fell of which none stands', () => {
    const withdrawn = sourceOf('b', { standing: 'withdrawn' });
    const repeating = sourceOf('c', { derivedFrom: 'b' });
    const wrong = sourceOf('d', { standing: 'wrong' });
    expect(howSourcesFell(claimOn(withdrawn, repeating), 'claim')).toBe('withdrawn');
    expect(howSourcesFell(claimOn(wrong), 'claim')).toBe('wrong');
    expect(howSourcesFell(claimOn(wrong, withdrawn), 'claim')).toBe('withdrawn or wrong');
  });

  test('two that repeat the same third are one', () => {
    const review = claimOn(
      sourceOf('a', { derivedFrom: 'c', primary: true }),
      sourceOf('b', { derivedFrom: 'a', primary: true }),
    );
    putEntity(review, 'sources', sourceOf('c'));
    expect(backingOf(review, 'claim')).toEqual({ sources: 2, gaps: ['oneSource'] });
  });
});

describe('where knowledge comes from', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const webs = fc.array(fc.option(fc.constantFrom(...names)), { minLength: 5, maxLength: 5 });
  const woven = (links: readonly (string | null)[]): Review => {
    const review = emptyReview();
    for (const [at, id] of names.entries())
      putEntity(review, 'sources', sourceOf(id, { derivedFrom: links[at] ?? null }));
    return review;
  };

  test('ends at one origin, rings too, and what repeats a source shares it', () => {
    fc.assert(
      fc.property(webs, (links) => {
        const review = woven(links);
        for (const id of names) {
          const origin = originOf(review, id);
          expect(names).toContain(origin);
          const repeats = review.sources.get(id)?.derivedFrom;
          if (repeats) expect(originOf(review, repeats)).toBe(origin);
        }
      }),
    );
  });

  test('a source is offered no origin that would make a ring', () => {
    fc.assert(
      fc.property(webs, fc.constantFrom(...names), (links, id) => {
        const review = woven(links);
        for (const origin of possibleOrigins(review, id)) {
          expect(origin.id).not.toBe(id);
          expect(derivedFrom(review, id).has(origin.id)).toBe(false);
        }
      }),
    );
    expect(possibleOrigins(woven([null, 'a', 'b', null, null]), 'a').map(({ id }) => id)).toEqual(['d', 'e']);
    expect(possibleOrigins(woven([]), null)).toHaveLength(5);
  });
});
