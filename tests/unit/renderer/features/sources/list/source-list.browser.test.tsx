import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SourceList } from '../../../../../../renderer/features/sources/list/source-list';
import type { Session } from '../../../../../../renderer/state/review/session';
import { mergeSources } from '../../../../../../shared/domain/sources/merge-sources';
import { attachEvidence, type SourceFields } from '../../../../../../shared/domain/sources/source-edits';
import { emptySource } from '../../../../../libraries/sources';
import { markWords, reviewOf, sessionOf, show } from '../../../support/open-session';
import { gaps, overlapping, settled } from '../../../support/rows';

const claims = Array.from({ length: 30 }, (_none, at) => `Claim number ${at} stands here.`);
const title = (at: number) =>
  at % 3 === 0
    ? `Harbour statistics ${at}, second and enlarged edition with tables of all ships that came in since 1986`
    : `Letter ${at}`;

let session: Session;
let shown: ReturnType<typeof show>;

beforeEach(() => {
  const { review, draft, facts } = reviewOf(claims.join('\n\n'));
  session = sessionOf(review, draft);
  const ids = claims.map((words) => markWords(session, words, facts));
  for (let at = 0; at < 40; at += 1) {
    const fields: SourceFields = {
      ...emptySource,
      title: title(at),
      confidential: at % 5 === 0,
      publishedAt: String(1990 + (at % 20)),
    };
    const tie = { stance: 'supports', locator: null, quote: null, note: null } as const;
    const claimId = ids[(at * 7) % ids.length] ?? '';
    const made = attachEvidence(session.review, claimId, null, { fields, files: [] }, tie, facts);
    session.apply(made);
  }
  shown = show(session, <SourceList />, { width: 256, height: 520 });
});

afterEach(() => shown.close());

async function expectTidy(): Promise<void> {
  await settled();
  const list = shown.column.querySelector('ol');
  expect(overlapping(list)).toEqual([]);
  expect(gaps(list)).toEqual([]);
}

describe('the list of sources', () => {
  it('lays no row on another after a search, and after it is taken back', async () => {
    await expectTidy();
    for (const query of ['Harbour', 'Harbour 3', 'Letter', '']) {
      await userEvent.fill(page.getByRole('textbox', { name: 'Search sources' }), query);
      await expectTidy();
    }
  });

  it('is whole again by Escape in its search, and the next Escape is the window’s', async () => {
    const search = page.getByRole('textbox', { name: 'Search sources' });
    const seen: string[] = [];
    const listen = ({ key }: KeyboardEvent) => seen.push(key);
    await userEvent.fill(search, 'Harbour');
    window.addEventListener('keydown', listen);
    await userEvent.keyboard('{Escape}');
    await expect.element(search).toHaveValue('');
    expect(seen).toEqual([]);
    await userEvent.keyboard('{Escape}');
    expect(seen).toEqual(['Escape']);
    window.removeEventListener('keydown', listen);
  });

  it('lays no row on another in another order', async () => {
    for (const order of ['Most claims', 'Newest', 'Place in the article', 'Title']) {
      await page.getByRole('button', { name: /Sort by/ }).click();
      await page.getByRole('option', { name: order }).click();
      await expectTidy();
    }
  });

  it('lays no row on another when sources are made one', async () => {
    for (const [at, other] of [
      [0, 1],
      [2, 3],
      [7, 6],
    ] as const) {
      const sources = [...session.review.sources.values()];
      const [kept, double] = [sources[at], sources[other]];
      if (kept && double) session.apply(mergeSources(session.review, kept, double));
      await expectTidy();
    }
  });
});
