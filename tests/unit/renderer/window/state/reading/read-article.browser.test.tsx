import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { usePreferences } from '#renderer/window/state/base/preferences.ts';
import {
  getCoverage,
  useCoverage,
  useOutstandingSpots,
  useReadArticle,
} from '#renderer/window/state/reading/coverage.ts';
import { useFindQueries, useQueries } from '#renderer/window/state/reading/open-queries.ts';
import { getReading, useReading } from '#renderer/window/state/reading/reading.ts';
import { useOpenReview } from '#renderer/window/state/review/open-review.ts';
import type { Session } from '#renderer/window/state/review/session.ts';
import { dismissSpans } from '#shared/coverage/dismissal-edits.ts';
import { defaultSettings } from '#shared/domain/settings/settings.ts';
import { dismissQuery, reopenQuery } from '#shared/queries/base/dismissals.ts';
import { importReview, markWords, openSession, show } from '#tests/unit/renderer/support/open-session.tsx';

const text = `The ferry carried 412 people an hour.

It was built on Monday, 24 October 2023. Nobody asked why.`;

afterEach(() => {
  useOpenReview.setState({ session: null });
  usePreferences.setState({ spotting: defaultSettings.spotting });
});

/** Shows the results of the hooks. */
function Reader() {
  useReadArticle();
  useFindQueries();
  const { counts } = useCoverage() ?? {};
  const queries = useQueries();
  const sentences = useReading()?.sentences.length ?? 0;
  return (
    <ul>
      <li data-what="sentences">{sentences}</li>
      <li data-what="coverage">{counts && `${counts.lookedAt} ${counts.setAside} ${counts.notLookedAt}`}</li>
      <li data-what="spots">{useOutstandingSpots().length}</li>
      <li data-what="queries">{queries && `${queries.open.length} ${queries.dismissed.length}`}</li>
    </ul>
  );
}

/** Shows an article to the hooks. The function returned reads one of their values. */
function showReader(idPrefix: string): {
  session: Session;
  read: (what: string) => string;
  mark: (words: string) => void;
} {
  const { review, draft, facts } = importReview(text, idPrefix);
  const session = openSession(review, draft);
  useOpenReview.setState({ session });
  const { column, close } = show(session, <Reader />, { width: 300, height: 200 });
  onTestFinished(close);
  const read = (what: string) => column.querySelector(`[data-what="${what}"]`)?.textContent ?? '';
  return { session, read, mark: (words) => void markWords(session, words, facts) };
}

const eventually = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 20 });

describe('reading an article', () => {
  test('Sentences, spotted words, coverage and queries come from the worker, and follow each edit', async () => {
    const { session, read, mark } = showReader('edits');
    await eventually(() => expect(read('coverage')).toBe('0 0 3'));
    expect(read('sentences')).toBe('3');
    await eventually(() => expect(read('queries')).toBe('1 0'));
    const spots = Number(read('spots'));
    expect(spots).toBeGreaterThan(1);

    mark('412 people an hour');
    await eventually(() => expect(read('coverage')).toBe('1 0 2'));
    expect(Number(read('spots'))).toBeLessThan(spots);
    const start = text.indexOf('Nobody');
    const context = { by: 'Ada', at: '2026-11-28T10:00:00.000Z', newId: () => 'd' };
    session.apply(dismissSpans(session.review, session.draft, [{ start, end: text.length }], context));
    // A command does not wait for it.
    expect(getCoverage()?.counts).toMatchObject({ lookedAt: 1, setAside: 1, notLookedAt: 1 });
    await eventually(() => expect(read('coverage')).toBe('1 1 1'));
  });

  test('A query that is dismissed is listed with the dismissed ones, until it is raised again', async () => {
    const { session, read } = showReader('queries');
    await eventually(() => expect(read('queries')).toBe('1 0'));
    const found = getReading()?.queries ?? [];
    const context = { by: 'Ada', at: '2026-11-28T10:00:00.000Z', newId: () => 'q' };
    for (const query of found) session.apply(dismissQuery(query, session.draft.text, null, context));
    await eventually(() => expect(read('queries')).toBe('0 1'));
    for (const dismissal of [...session.review.dismissedQueries.values()])
      session.apply(reopenQuery(dismissal));
    await eventually(() => expect(read('queries')).toBe('1 0'));
  });

  test('While spotting is off, nothing is spotted, and a claim covers its sentence', async () => {
    usePreferences.setState({ spotting: false });
    const { read, mark } = showReader('off');
    await eventually(() => expect(read('coverage')).toBe('0 0 3'));
    expect(read('spots')).toBe('0');
    mark('It was built');
    await eventually(() => expect(read('coverage')).toBe('1 0 2'));
  });
});
