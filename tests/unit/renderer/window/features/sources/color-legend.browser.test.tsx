import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ColorLegend } from '#renderer/window/features/sources/color-legend.tsx';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import { SourceColorsContext, useSourceColorsValue } from '#renderer/window/state/view/source-colors.ts';
import type { ClaimColoring } from '#shared/domain/settings/settings.ts';
import { attachEvidence } from '#shared/domain/sources/evidence-edits.ts';
import { emptySource } from '#tests/libraries/sources.ts';
import { importReview, markWords, openSession, show } from '#tests/unit/renderer/support/open-session.tsx';
import { fakePreferences } from '#tests/unit/renderer/support/preferences.ts';

function Legend() {
  return (
    <SourceColorsContext value={useSourceColorsValue()}>
      <ColorLegend />
    </SourceColorsContext>
  );
}

/** The legend of an article with this many sources, each of which has a claim of its own, and one claim without a source. */
function openLegend(sourceCount: number, claimColoring: ClaimColoring = 'source') {
  const texts = Array.from({ length: sourceCount + 1 }, (_none, at) => `Claim number ${at} stands here.`);
  const { review, draft, facts } = importReview(texts.join('\n\n'), 'legend');
  const session = openSession(review, draft);
  const claimIds = texts.map((words) => markWords(session, words, facts));
  for (let at = 0; at < sourceCount; at += 1) {
    const source = { fields: { ...emptySource, title: `Report ${at + 1}` }, files: [] };
    const evidence = { stance: 'supports', locator: null, quote: null, note: null } as const;
    session.apply(attachEvidence(session.review, claimIds[at] ?? '', null, source, evidence, facts));
  }
  fakePreferences({ claimColoring });
  show(session, <Legend />, { width: 320, height: 200 });
}

const legend = page.getByRole('region', { name: 'Colours of the sources' });

test('the legend names each source with its number, and counts its claims', async () => {
  openLegend(2);
  await expect.element(legend.getByRole('button', { name: '1 Report 1 , 1 claim' })).toBeVisible();
  await expect.element(legend.getByRole('listitem').last()).toHaveTextContent('No source 1, 1 claim');
  await legend.getByRole('button', { name: /Report 2/ }).click();
  expect(useReviewView.getState().card).toMatchObject({ show: 'source' });
});

test.each([
  [10, false],
  [11, true],
])('with %i sources, it says that colours repeat: %s', async (sourceCount, isSaid) => {
  openLegend(sourceCount);
  await expect.element(legend.getByRole('button', { name: /Report 10/ })).toBeInTheDocument();
  const note = 'Colours repeat after 10 sources; the numbers do not.';
  expect(legend.element().textContent?.includes(note)).toBe(isSaid);
  const classOf = (number: string) =>
    [...document.querySelectorAll('.source-number')].find(({ textContent }) => textContent === number)
      ?.className;
  if (isSaid) expect(classOf('11')).toBe(classOf('1'));
});

test('while claims are coloured by verdict there is no legend', async () => {
  openLegend(2, 'verdict');
  await expect.element(legend).not.toBeInTheDocument();
});
