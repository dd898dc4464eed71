import { expect, it, onTestFinished } from 'vitest';
import { type PreviewState, ReportPreview } from '#renderer/window/features/reports/report-preview.tsx';
import { importReview, openSession, show } from '#tests/unit/renderer/support/open-session.tsx';

const report = { claimCount: 1, confidentialCount: 0, missing: [], leaks: [] };

function open(preview: PreviewState): HTMLElement {
  const { review, draft } = importReview('The ferry carried 12 million people.');
  const content = <ReportPreview preview={preview} formatLabel="HTML" isStandIn={false} />;
  const { column, close } = show(openSession(review, draft), content, { width: 400, height: 500 });
  onTestFinished(close);
  const section = column.querySelector<HTMLElement>('section[aria-label="Preview"]');
  if (!section) throw new Error('there is a preview');
  return section;
}

it('shows the beginning of a report as it is, and says that the rest follows', () => {
  const beginning = { url: 'about:blank#beginning', claimCount: 300 };
  const preview = open({ state: 'pending', report: null, beginning });
  expect(preview.textContent).toContain('The first 300 claims. The whole report follows');
  expect(preview.querySelector('iframe')?.src).toBe(beginning.url);
  expect(preview.getAttribute('aria-busy')).toBe('true');
  expect(preview.hasAttribute('data-outdated')).toBe(false);
});

it('dims the last preview while the next one is made', () => {
  const shown = { url: 'about:blank#whole' };
  expect(open({ state: 'pending', report: { ...report, shown } }).hasAttribute('data-outdated')).toBe(true);
});

it('shows the whole report without a note', () => {
  const preview = open({ state: 'ready', report: { ...report, shown: { url: 'about:blank#whole' } } });
  expect(preview.textContent).toBe('');
  expect(preview.querySelector('iframe')?.src).toBe('about:blank#whole');
  expect(preview.getAttribute('aria-busy')).toBe('false');
});
