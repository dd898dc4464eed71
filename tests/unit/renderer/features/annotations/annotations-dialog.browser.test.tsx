import { afterEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { AnnotationsDialog } from '../../../../../renderer/features/annotations/annotations-dialog';
import { useAnnotationImport } from '../../../../../renderer/state/drafts/annotation-import';
import type {
  AnnotationSet,
  ImportedAnnotation,
} from '../../../../../shared/import/web-annotation/imported-annotations';
import { importReview, markWords, openSession, show } from '../../support/open-session';

let close = () => {};
afterEach(() => close());

const judgement = { by: 'Bo', at: '2026-11-21T10:52:00.000Z' };

function annotate(
  exact: string,
  note: string,
  own: Partial<ImportedAnnotation['own']> | null = null,
): ImportedAnnotation {
  const claim = {
    claimId: exact.replace(/\W/g, ''),
    verdict: 'verified',
    judged: judgement,
    sentence: null,
    isStale: false,
    acceptsRisks: true,
  } as const;
  return {
    by: 'Ben Roe',
    note,
    targets: [
      {
        source: 'http://a.b/c',
        selections: [{ kind: 'quote', exact, prefix: '', suffix: '', within: null }],
        isNarrowed: false,
      },
    ],
    own: own && { ...claim, kind: null, correction: null, claimant: null, tags: [], evidence: [], ...own },
  };
}

/** Shows the preview of annotations. The article has a claim on the `marked` words. */
function open(annotations: ImportedAnnotation[], more: Partial<AnnotationSet> = {}, marked?: string) {
  const { review, draft, facts } = importReview('The ferry carried 12 million people in 1986.');
  const session = openSession(review, draft);
  if (marked) markWords(session, marked, facts);
  const set = { annotations, sources: [], confidentialCount: 0, notTaken: [], refused: [], ...more };
  useAnnotationImport.setState({ current: { articleId: session.articleId, fileName: 'a.jsonld', set } });
  const onClose = vi.fn();
  ({ close } = show(session, <AnnotationsDialog onUndo={() => undefined} onClose={onClose} />, {
    width: 700,
    height: 700,
  }));
  return { session, onClose };
}

it('adds the claims in one step, with their verdicts', async () => {
  const { session, onClose } = open([annotate('12 million', 'Really?'), annotate('1986', 'Yes.', {})]);
  await page.getByRole('button', { name: 'Add 2 claims' }).click();
  expect(onClose).toHaveBeenCalledTimes(1);
  const claims = [...session.review.claims.values()];
  expect(claims).toMatchObject([
    { verdict: 'unchecked', note: 'Really?', noteFromComment: true, createdBy: 'Ben Roe' },
    { verdict: 'verified', note: 'Yes.', judged: { ...judgement, words: '1986', draftId: session.draft.id } },
  ]);
  expect(session.unsavedCount()).toBe(1);
});

it('leaves verdicts out when the reviewer says so, and says which are left out anyway', async () => {
  const { session } = open([annotate('1986', 'Yes.', {}), annotate('ferry', 'No.', { isStale: true })]);
  await expect
    .element(
      page.getByText(
        '1 verdict will not be taken over, because the file says that it has to be checked again',
      ),
    )
    .toHaveTextContent(/: “\u2068?ferry\u2069?”\.$/);
  await page.getByRole('checkbox', { name: /^Take over 1 verdict/ }).click();
  await page.getByRole('button', { name: 'Add 2 claims' }).click();
  expect([...session.review.claims.values()].map(({ verdict }) => verdict)).toEqual([
    'unchecked',
    'unchecked',
  ]);
});

it('says that a verdict stays behind because the words differ, or because the file leaves them out', async () => {
  const unquoted = annotate('1986', 'Yes.', {});
  const [target] = unquoted.targets;
  if (target) target.selections = [{ kind: 'position', start: 33, end: 37, within: null }];
  open([annotate('FERRY', 'No.', {}), unquoted]);
  for (const text of [
    /1 claim on words that are written differently here.*ferry/,
    /1 claim placed by position alone.*“/,
    /1 verdict .*because the words or their sentence are different in this draft: .*ferry/,
    /1 verdict .*because the file leaves out the words/,
  ])
    await expect.element(page.getByText(text)).toBeVisible();
});

it('names another article in words, and no IRI of it', async () => {
  const other = annotate('1986', 'Yes.', {});
  const [target] = other.targets;
  if (target) target.source = 'urn:x-stet:article:abc';
  open([other]);
  await expect
    .element(page.getByText(/name another text/))
    .toHaveTextContent('The annotations name another text than this article: another article of Stet.');
});

it('lists what finds no place and what is not taken, and adds nothing then', async () => {
  const { session, onClose } = open([annotate('a train', 'Which?')], {
    notTaken: [{ feature: 'CssSelector', count: 2 }],
    refused: [{ name: 'http://a.b/2', reason: '“target” is missing' }],
    confidentialCount: 1,
  });
  const list = page.getByRole('region', { name: 'Without a place' });
  await expect.element(list).toHaveTextContent('“a train”: not found in this draft – Which? (Ben Roe)');
  for (const text of [
    'No claim is new.',
    'Not taken: CssSelector (2).',
    'http://a.b/2 was refused',
    'confidential sources',
  ])
    await expect.element(page.getByText(text)).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();
  expect(onClose).toHaveBeenCalledTimes(1);
  expect(session.unsavedCount()).toBe(0);
});

it('adds no second claim on the words of one that is there, unless the reviewer wants it', async () => {
  const { session } = open([annotate('12 million', 'Really?'), annotate('1986', 'Yes.')], {}, '1986');
  await expect
    .element(page.getByText(/^1 annotation is on the words of a claim that is there already/))
    .toHaveTextContent(/so no second claim is added: “\u2068?1986\u2069?”\.$/);
  await expect.element(page.getByText(/^1 claim will be added/)).toBeVisible();
  const asSecond = page.getByRole('checkbox', { name: 'Add it as a second claim on the same words' });
  await asSecond.click();
  await expect.element(page.getByText(/^2 claims will be added/)).toBeVisible();
  await asSecond.click();
  await page.getByRole('button', { name: 'Add 1 claim' }).click();
  expect([...session.review.claims.values()].map(({ note }) => note)).toEqual([null, 'Really?']);
});
