import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessCoverage } from '#shared/coverage/assess-coverage.ts';
import { listSentences } from '#shared/coverage/count-coverage.ts';
import { getReadPercent } from '#shared/coverage/describe-coverage.ts';
import { sentenceStates } from '#shared/domain/review/progress.ts';
import type { Span } from '#shared/text/span.ts';
import { spanWithin } from '../arbitraries.ts';

const text = 'Fares rose by 12 percent. Ada Vane said so. Nobody knows why. It rained.';
const sentences = listSentences({ text, language: 'en' }, [{ start: 0, end: text.length }]);

function spanOf(words: string): Span {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

function assess(given: { spots?: string[]; claims?: string[]; dismissals?: string[] }) {
  const spans = (words: string[] = []) => words.map(spanOf);
  return assessCoverage({
    text,
    sentences,
    spots: spans(given.spots).map((span) => ({ span })),
    claims: spans(given.claims),
    dismissals: spans(given.dismissals),
  });
}

type State = (typeof sentenceStates)[number];

/** The words of the spots, claims and dismissals, the index of a sentence, and its state. */
const examples: [string, Parameters<typeof assess>[0], number, State][] = [
  ['is looked at when a claim stands in it', { claims: ['Fares rose'] }, 0, 'lookedAt'],
  ['is not looked at by a claim in another one', { claims: ['Fares rose'] }, 1, 'notLookedAt'],
  ['is looked at by a claim that ends in the next sentence', { claims: ['percent. Ada'] }, 0, 'lookedAt'],
  ['is looked at by a claim that began in the one before', { claims: ['percent. Ada'] }, 1, 'lookedAt'],
  ['is not looked at while only a spotted span is in it', { spots: ['12 percent'] }, 0, 'notLookedAt'],
  [
    'is looked at once the claims touch its spotted spans',
    { claims: ['Fares rose by 12'], spots: ['12 percent'] },
    0,
    'lookedAt',
  ],
  [
    'is looked at once the spotted spans outside of its claims are set aside',
    { claims: ['Fares rose'], spots: ['12 percent'], dismissals: ['12 percent'] },
    0,
    'lookedAt',
  ],
  ['is set aside by dismissals with white space between', { dismissals: ['It', 'rained.'] }, 3, 'setAside'],
  ['is not looked at when a part of it is set aside', { dismissals: ['It'] }, 3, 'notLookedAt'],
];

describe('a sentence', () => {
  test.each(examples)('%s', (_, given, index, state) => {
    expect(assess(given).states[index]).toBe(state);
  });

  test('is not looked at, at first', () => {
    expect(assess({})).toEqual({
      states: ['notLookedAt', 'notLookedAt', 'notLookedAt', 'notLookedAt'],
      counts: { lookedAt: 0, partly: 0, setAside: 0, notLookedAt: 4, total: 4 },
      outstandingSpots: [],
    });
  });

  test('is partly looked at while a spotted span lies outside of its claims', () => {
    const { states, counts, outstandingSpots } = assess({ claims: ['Fares rose'], spots: ['12 percent'] });
    expect(states[0]).toBe('partly');
    expect(getReadPercent(counts)).toBe(25);
    expect(outstandingSpots).toEqual([{ span: spanOf('12 percent') }]);
  });

  test('is set aside with its spotted spans', () => {
    const { states, outstandingSpots } = assess({ spots: ['It'], dismissals: ['It rained.'] });
    expect(states[3]).toBe('setAside');
    expect(outstandingSpots).toEqual([]);
  });
});

test('a block without letters and digits has no sentences', () => {
  const blocks = [
    { start: 0, end: 5 },
    { start: 7, end: 15 },
  ];
  expect(listSentences({ text: '* * *\n\nIt rains', language: null }, blocks)).toEqual([blocks[1]]);
});

describe('laws', () => {
  const spans = fc.array(spanWithin(0, text.length), { maxLength: 6 });
  const given = fc.record({ spots: spans, claims: spans, dismissals: spans });
  type Given = Record<'spots' | 'claims' | 'dismissals', Span[]>;
  const assessSpans = ({ spots, claims, dismissals }: Given) =>
    assessCoverage({
      text,
      sentences,
      spots: [...spots].sort((a, b) => a.start - b.start).map((span) => ({ span })),
      claims,
      dismissals,
    });
  const overlap = (a: Span, b: Span) => a.start < b.end && a.end > b.start;

  /** The rules of the glossary, offset by offset. */
  function assessSlowly({ spots, claims, dismissals }: Given) {
    const isDismissed = ({ start, end }: Span) =>
      Array.from({ length: end - start }, (_, index) => start + index).every(
        (offset) =>
          text[offset] === ' ' || dismissals.some((span) => span.start <= offset && span.end > offset),
      );
    const outstanding = spots.filter(
      (spot) => !claims.some((claim) => overlap(claim, spot)) && !isDismissed(spot),
    );
    return sentences.map((sentence) => {
      if (isDismissed(sentence)) return 'setAside';
      if (!claims.some((claim) => overlap(claim, sentence))) return 'notLookedAt';
      return outstanding.some((spot) => overlap(spot, sentence)) ? 'partly' : 'lookedAt';
    });
  }

  /** Spans without outer white space, as all that people and rules make are. */
  const isClean = ({ start, end }: Span) => text.slice(start, end).trim().length === end - start;
  const cleanGiven = given.map((all) => ({
    spots: all.spots.filter(isClean),
    claims: all.claims.filter(isClean),
    dismissals: all.dismissals.filter(isClean),
  }));

  test('the sweep agrees with the rules applied one by one', () => {
    fc.assert(
      fc.property(cleanGiven, (all) => {
        expect(assessSpans(all).states).toEqual(assessSlowly(all));
      }),
    );
  });

  test('every sentence has one state, and the four add up to all sentences', () => {
    fc.assert(
      fc.property(given, (all) => {
        const { states, counts } = assessSpans(all);
        expect(states).toHaveLength(sentences.length);
        expect(sentenceStates.reduce((sum, state) => sum + counts[state], 0)).toBe(counts.total);
        for (const state of sentenceStates)
          expect(states.filter((one) => one === state)).toHaveLength(counts[state]);
      }),
    );
  });

  test('a further claim or dismissal never lowers the share that was read', () => {
    fc.assert(
      fc.property(given, spanWithin(0, text.length), fc.boolean(), (all, span, isClaim) => {
        const before = assessSpans(all);
        const more = isClaim
          ? { ...all, claims: [...all.claims, span] }
          : { ...all, dismissals: [...all.dismissals, span] };
        const after = assessSpans(more);
        before.states.forEach((state, index) => {
          if (state !== 'notLookedAt') expect(after.states[index]).not.toBe('notLookedAt');
          if (state === 'lookedAt') expect(after.states[index]).not.toBe('partly');
        });
        expect(getReadPercent(after.counts)).toBeGreaterThanOrEqual(getReadPercent(before.counts));
      }),
    );
  });

  test('the share is 100 % exactly when every sentence has a claim or is set aside', () => {
    fc.assert(
      fc.property(given, (all) => {
        const { states, counts } = assessSpans(all);
        expect(getReadPercent(counts) === 100).toBe(!states.includes('notLookedAt'));
      }),
    );
  });

  test('a claim on a word of every sentence makes it 100 %, whatever was spotted', () => {
    fc.assert(
      fc.property(spans, (spots) => {
        const claims = sentences.map(({ start }) => ({ start, end: start + 1 }));
        const { counts } = assessSpans({ spots, claims, dismissals: [] });
        expect(getReadPercent(counts)).toBe(100);
        expect(counts.lookedAt + counts.partly).toBe(counts.total);
      }),
    );
  });
});
