import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ClaimList } from '../../../../../../renderer/features/claims/list/claim-list';
import { pickClaim, useReviewView } from '../../../../../../renderer/state/review/review-view';
import type { Session } from '../../../../../../renderer/state/review/session';
import { deleteClaim, setVerdict } from '../../../../../../shared/domain/claims/claim-edits';
import type { Facts } from '../../../../../../shared/domain/history/step';
import { markWords, reviewOf, sessionOf, show } from '../../../support/open-session';
import { gaps, overlapping, settled } from '../../../support/rows';

const long = (name: string) =>
  `${name} claim tells at length how the ferry carried one million people over the river in a year that nobody on either bank is going to forget soon.`;

/** A short and a long claim by turns, so that rows differ in height. */
const sentences = Array.from({ length: 60 }, (_none, at) =>
  at % 2 === 0 ? `Short claim ${at}.` : long(`Number ${at}, a long`),
);

let session: Session;
let facts: Facts;
let shown: ReturnType<typeof show>;

beforeEach(() => {
  const opened = reviewOf(sentences.join('\n\n'));
  facts = opened.facts;
  session = sessionOf(opened.review, opened.draft);
  shown = show(session, <ClaimList onWaiting={() => {}} />, { width: 260, height: 500 });
});

afterEach(() => shown.close());

const list = () => shown.column.querySelector('ol');
const scroller = () => list()?.parentElement;

async function expectTidy(): Promise<void> {
  await settled();
  expect(overlapping(list())).toEqual([]);
  expect(gaps(list())).toEqual([]);
}

describe('the list of claims', () => {
  it('lays no row on another when claims are marked before, between and after those that are there', async () => {
    for (const at of [11, 31, 10, 30, 1, 0, 20, 21, 59, 58, 2, 3]) {
      markWords(session, sentences[at] ?? '', facts);
      await expectTidy();
    }
  });

  it('lays no row on another after a filter, and after it is taken back', async () => {
    const ids = sentences.map((words) => markWords(session, words, facts));
    for (const [at, id] of ids.entries()) {
      const claim = session.review.claims.get(id);
      if (claim && at % 3 === 0)
        session.apply(setVerdict(session.review, session.draft, claim, 'verified', facts));
    }
    for (const verdict of ['all', 'verified', 'unchecked', 'all'] as const) {
      useReviewView.setState({ filter: { verdict, extras: [] } });
      await expectTidy();
    }
  });

  it('lays no row on another when a claim is deleted, in a list that is scrolled', async () => {
    const ids = sentences.map((words) => markWords(session, words, facts));
    await settled();
    scroller()?.scrollTo({ top: 900 });
    await settled();
    for (const at of [20, 5, 25]) {
      const claim = session.review.claims.get(ids[at] ?? '');
      if (claim) session.apply(deleteClaim(session.review, claim));
      await expectTidy();
    }
  });

  it('says how many claims there are, and which of them each row is', async () => {
    for (const words of sentences) markWords(session, words, facts);
    await settled();
    const rows = [...(list()?.querySelectorAll('li') ?? [])];
    expect(rows.length).toBeLessThan(40);
    expect(rows[3]?.getAttribute('aria-posinset')).toBe('4');
    expect(rows[3]?.getAttribute('aria-setsize')).toBe('60');
  });

  it('follows the current claim', async () => {
    const ids = sentences.map((words) => markWords(session, words, facts));
    pickClaim(ids[50] ?? null);
    await settled();
    const row = list()?.querySelector('[aria-current]')?.getBoundingClientRect();
    const frame = scroller()?.getBoundingClientRect();
    expect(row && frame && row.top >= frame.top && row.bottom <= frame.bottom).toBe(true);
  });
});
