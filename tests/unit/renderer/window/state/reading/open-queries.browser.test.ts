import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { useFileStates } from '#renderer/window/state/files/file-states.ts';
import {
  lookUpQuoteCheck,
  startQuoteChecks,
  useQuoteChecks,
} from '#renderer/window/state/reading/open-queries.ts';
import type { Session } from '#renderer/window/state/review/session.ts';
import { setVerdict } from '#shared/domain/claims/set-verdict.ts';
import { putEntity } from '#shared/domain/review/review.ts';
import { fakeMain } from '#tests/unit/renderer/support/main.ts';
import { importReview, markWords, openSession } from '#tests/unit/renderer/support/open-session.tsx';
import { createTestSource } from '#tests/unit/shared/sources.ts';

const sum = '1'.repeat(64);

beforeEach(() => {
  useQuoteChecks.setState({ results: new Map() });
  useFileStates.setState({ articleId: '', states: new Map() });
});

/** Opens an article with verified claims, each with evidence that quotes the same source. */
function openVerified(...quotes: string[]): Session {
  const { review, draft, facts } = importReview('Ferries carried 12 million people. One sank.');
  putEntity(review, 'sources', createTestSource('s'));
  putEntity(review, 'attachments', {
    id: 'f',
    sha256: sum,
    sourceId: 's',
    name: 'f.pdf',
    bytes: 10,
    mime: 'application/pdf',
    addedAt: facts.at,
  });
  const session = openSession(review, draft);
  Object.assign(session, { waitUntilSaved: async () => true });
  for (const [index, quote] of quotes.entries()) {
    const claimId = markWords(session, index === 0 ? '12 million' : 'One sank', facts);
    putEntity(session.review, 'evidence', {
      id: `e${index}`,
      claimId,
      sourceId: 's',
      stance: 'supports',
      stanceChosen: true,
      locator: null,
      quote,
      note: null,
    });
    const claim = session.review.claims.get(claimId);
    if (claim) session.apply(setVerdict(session.review, draft, claim, 'verified', facts));
  }
  return session;
}

/** A main process that finds quotes where the function says so. Returns the quotes that it was asked for. */
function answerSearches(getState: (quote: string) => string | null): string[] {
  const asked: string[] = [];
  fakeMain(async (name, input) => {
    if (name !== 'vault.findQuote') return { ok: true, value: null };
    const quote = String(Reflect.get(Object(input), 'quote'));
    asked.push(quote);
    const state = getState(quote);
    if (state === null) return { ok: false, error: { code: 'failed', message: 'It failed.' } };
    const place =
      state === 'found'
        ? { state, page: 1, line: null }
        : state === 'unreadable'
          ? { state, why: 'Broken.' }
          : { state };
    return { ok: true, value: [{ attachmentId: 'f', fileState: null, place }] };
  });
  return asked;
}

it('quotes of verified claims are looked up one after the other, and kept when the article closes', async () => {
  const asked = answerSearches((quote) => (quote === 'is there' ? 'found' : 'notFound'));
  const session = openVerified('is there', 'is not there');
  const stop = startQuoteChecks(session);
  await expect.poll(() => lookUpQuoteCheck(sum, 'is not there')).toBe('absent');
  expect(lookUpQuoteCheck(sum, 'is there')).toBe('found');
  stop();
  onTestFinished(startQuoteChecks(session));
  await new Promise((resolve) => requestIdleCallback(resolve));
  expect(asked.toSorted()).toEqual(['is not there', 'is there']);
});

it('a search that fails is not repeated, and leaves the quote unknown', async () => {
  const asked = answerSearches((quote) => (quote === 'fails' ? null : 'notFound'));
  onTestFinished(startQuoteChecks(openVerified('fails', 'works')));
  await expect.poll(() => lookUpQuoteCheck(sum, 'works')).toBe('absent');
  await new Promise((resolve) => requestIdleCallback(resolve));
  expect(lookUpQuoteCheck(sum, 'fails')).toBeUndefined();
  expect(asked.filter((quote) => quote === 'fails')).toHaveLength(1);
});

it('a file that could not be read is searched again once it is restored', async () => {
  let state = 'unreadable';
  answerSearches(() => state);
  onTestFinished(startQuoteChecks(openVerified('is there')));
  await expect.poll(() => lookUpQuoteCheck(sum, 'is there')).toBe('unreadable');
  state = 'found';
  useFileStates.setState({ articleId: 'article', states: new Map([['f', 'unchanged']]) });
  await expect.poll(() => lookUpQuoteCheck(sum, 'is there')).toBe('found');
});

it('nothing is searched once it ends', async () => {
  const asked = answerSearches(() => 'found');
  startQuoteChecks(openVerified('is there'))();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(asked).toEqual([]);
});
