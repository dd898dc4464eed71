import { expect, it, onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import { ConfidentialNote, LeakSummary } from '#renderer/window/features/reports/confidential-note.tsx';
import type { PreviewState } from '#renderer/window/features/reports/report-preview.tsx';
import { showClaim } from '#renderer/window/features/reports/show-place.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import { editClaim } from '#shared/domain/claims/claim-edits.ts';
import { defaultReportChoices, type ReportChoices } from '#shared/domain/settings/report-options.ts';
import type { Leak } from '#shared/reports/base/leak.ts';
import { importReview, markWords, openSession, show } from '#tests/unit/renderer/support/open-session.tsx';

const leak = (id: string, level: Leak['level'], words: string): Leak => ({
  id,
  level,
  place: 'claim 1',
  claimId: null,
  message: 'The name of a confidential source appears in claim 1.',
  excerpt: { before: 'as ', words, after: ' said' },
});

function open(
  leaks: Leak[],
  confirmed: string[],
  choices: ReportChoices = defaultReportChoices,
): { column: HTMLElement; close: () => void } {
  const { review, draft } = importReview('The ferry carried 12 million people.');
  const report = { shown: { text: '' }, claimCount: 1, confidentialCount: 1, missing: [], leaks };
  const preview: PreviewState = { state: 'ready', report };
  const ids = new Set(confirmed);
  const content = (
    <>
      <ConfidentialNote
        {...{
          ref: null,
          preview,
          choices,
          confirmed: ids,
          onConfirm: () => {},
          onGoTo: () => {},
        }}
      />
      <LeakSummary preview={preview} confirmed={ids} onShow={() => {}} />
    </>
  );
  return show(openSession(review, draft), content, { width: 400, height: 500 });
}

it('words that reveal a source are shown, and so is beside “Save report” that it can’t be saved', () => {
  const { column, close } = open([leak('a', 'certain', 'Quillfeather')], []);
  onTestFinished(close);
  expect(column.querySelector('mark')?.textContent).toBe('Quillfeather');
  expect(column.textContent).toContain('The report can’t be saved like this: 1 place would reveal a source.');
  expect(page.getByRole('button', { name: 'Show' }).elements()).toHaveLength(1);
});

it('a ClaimReview has none of the texts but who stated the claim', () => {
  const { column, close } = open([], [], { ...defaultReportChoices, format: 'claimReview' });
  onTestFinished(close);
  expect(column.textContent).toContain('says nothing of it. “Stated by” is included as it is');
  expect(column.textContent).not.toContain('Notes');
});

it('nothing says that places are to be confirmed once all are', () => {
  const places = [leak('a', 'possible', 'Harbour'), leak('b', 'possible', 'Rose')];
  const { column, close } = open(places, ['a', 'b']);
  onTestFinished(close);
  expect(column.textContent).not.toContain('can’t be saved');
  expect(page.getByRole('button', { name: 'Show' }).elements()).toHaveLength(0);
});

it('leads to the note of a claim when the words are in it', () => {
  const { review, draft, facts } = importReview('The ferry carried 12 million people.');
  const session = openSession(review, draft);
  const claimId = markWords(session, '12 million', facts);
  const claim = session.review.claims.get(claimId);
  session.apply(claim ? editClaim(claim, { note: 'Ask  Quillfeather again' }) : null);
  showClaim(session, { ...leak('a', 'certain', 'Rose'), claimId });
  expect(useReviewView.getState()).toMatchObject({ currentClaimId: claimId, noteFocusRequest: null });
  showClaim(session, { ...leak('a', 'certain', 'Ask Quillfeather'), claimId });
  expect(useReviewView.getState().noteFocusRequest).not.toBeNull();
});
