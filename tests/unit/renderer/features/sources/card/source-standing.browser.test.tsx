import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SourceStandingChoice } from '../../../../../../renderer/features/sources/card/source-standing';
import { useSession } from '../../../../../../renderer/state/review/session-context';
import { createEdit } from '../../../../../../shared/domain/history/edits';
import { sourceOf } from '../../../../shared/sources';
import { reviewOf, sessionOf, show } from '../../../support/open-session';

let close = () => {};

afterEach(() => close());

function Choice() {
  const source = useSession().review.sources.get('notice');
  return source && <SourceStandingChoice source={source} />;
}

it('has the focus on the standing that was given a reason, whichever was pressed before', async () => {
  const { review, draft } = reviewOf('The ferry carried 1.2 million people.');
  const session = sessionOf(review, draft);
  session.apply({ action: 'source.take', edits: [createEdit('sources', sourceOf('notice'))] });
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
      <Choice />
    </main>
  );
  const shown = show(session, content, { width: 600, height: 600 });
  ({ close } = shown);
  const standing = (name: string) => page.getByRole('radio', { name });

  await standing('Stands').click();
  await expect.element(page.getByText('Words')).toHaveFocus();
  await standing('Withdrawn').click();
  await page.getByRole('textbox').fill('It was a draft.');
  await page.getByRole('button', { name: 'Mark as withdrawn' }).click();
  await expect.element(standing('Withdrawn')).toHaveFocus();
  await userEvent.keyboard(' ');
  expect(session.review.sources.get('notice')).toMatchObject({ standing: 'withdrawn' });
});
