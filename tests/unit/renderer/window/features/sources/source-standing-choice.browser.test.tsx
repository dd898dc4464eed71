import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SourceStandingChoice } from '#renderer/window/features/sources/source-standing-choice.tsx';
import { useSession } from '#renderer/window/state/review/use-session.ts';
import { makeCreateEdit } from '#shared/domain/review/step.ts';
import { importReview, openSession, show } from '#tests/unit/renderer/support/open-session.tsx';
import { createTestSource } from '#tests/unit/shared/sources.ts';

function ChoiceOfSource() {
  const source = useSession().review.sources.get('notice');
  return source && <SourceStandingChoice source={source} />;
}

it('focuses the standing that got a reason, whichever option was clicked before', async () => {
  const { review, draft } = importReview('The ferry carried 1.2 million people.');
  const session = openSession(review, draft);
  session.apply({ action: 'source.take', edits: [makeCreateEdit('sources', createTestSource('notice'))] });
  const article = (
    <div data-scroller>
      {/* biome-ignore lint/a11y/useSemanticElements: as the article is */}
      <div role="group" tabIndex={-1}>
        Words
      </div>
    </div>
  );
  const content = (
    <main>
      {article}
      <ChoiceOfSource />
    </main>
  );
  show(session, content, { width: 600, height: 600 });
  const option = (name: string) => page.getByRole('radio', { name });

  await option('None noted').click();
  await expect.element(page.getByText('Words')).toHaveFocus();
  await option('Withdrawn').click();
  await page.getByRole('textbox').fill('It was a draft.');
  await page.getByRole('button', { name: 'Mark as withdrawn' }).click();
  await expect.element(option('Withdrawn')).toHaveFocus();
  await userEvent.keyboard(' ');
  expect(session.review.sources.get('notice')).toMatchObject({ standing: 'withdrawn' });
});
