import { test } from '../fixtures';
import { ferryCheck } from '../support/articles/ferry-check';
import { expectNoViolations } from '../support/page/axe';

test.use({ reviewer: 'Ada', article: ferryCheck });

test('axe finds no violation in the command palette and while keys are changed, in either theme', async ({
  stet,
}) => {
  test.setTimeout(120_000);
  const { keysDialog, palette } = stet;
  await stet.press('Control+k');
  await expectNoViolations(stet, 'command palette');
  await palette.field.fill('ferry');
  await expectNoViolations(stet, 'command palette with results');
  await palette.field.fill('qqqq');
  await expectNoViolations(stet, 'command palette without results');
  await stet.press('Escape');
  await stet.chooseMenuItem('Help', 'Change keyboard shortcuts…');
  await expectNoViolations(stet, 'keys');
  await keysDialog.button('Mark as claim', 'C').click();
  await expectNoViolations(stet, 'a key being recorded');
  await stet.press('v');
  await expectNoViolations(stet, 'a conflict of keys');
  await stet.press('Escape');
});
