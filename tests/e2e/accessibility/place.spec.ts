import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { ferryText } from '../support/articles/ferry-article';
import { expectNoViolations } from '../support/page/axe';

test.use({ reviewer: 'Ada', article: ferryText });

test('axe finds no violation while the library is missing or moved, in either theme', async ({
  stet,
  userData,
  files,
  answerDialogs,
}) => {
  test.setTimeout(120_000);
  await stet.close();
  renameSync(join(userData, 'library'), join(files, 'away'));
  await stet.relaunch();
  await stet.missingLibrary.tryAgain.click();
  await expect(stet.missingLibrary.status).not.toBeEmpty();
  await expectNoViolations(stet, 'missing library');
  await stet.missingLibrary.startNew.click();
  await expectNoViolations(stet, 'question where a new library begins');
  await stet.press('Escape');

  renameSync(join(files, 'away'), join(userData, 'library'));
  await stet.missingLibrary.tryAgain.click();
  await stet.library.open('Ferry');
  await stet.press('Control+,');
  await expectNoViolations(stet, 'settings with the library');
  mkdirSync(join(files, 'new'));
  await answerDialogs({ open: join(files, 'new') });
  await stet.settings.move.click();
  await expect(stet.movingLibrary.openLibrary).toBeFocused();
  await expectNoViolations(stet, 'moved library');
  await stet.close();
});
