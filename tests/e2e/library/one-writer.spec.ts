import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { ferryText, ferryTitle } from '../support/articles/ferry-check.ts';
import { lockElsewhere } from '../support/library/store-article.ts';
import { expectNoViolations } from '../support/page/accessibility.ts';

test.use({ reviewer: 'Ada', article: ferryText });

test('a library that is open on another computer can be read and exported, and edited once it was closed there', {
  tag: '@core',
}, async ({ stet, userData }) => {
  await stet.article.select('1.2 million people');
  await stet.press('v');
  await stet.status.waitUntilSaved();
  await stet.close();
  const lock = lockElsewhere(join(userData, 'library'));
  await stet.relaunch();
  await stet.library.open(ferryTitle);

  await expect(stet.access.saying('open on newsdesk-2 since 27 November 2026')).toBeVisible();
  await expect(stet.claims.row('1.2 million people')).toBeVisible();
  await expect(stet.status.footer).toContainText('Read-only');
  await stet.article.select('built in 1986');
  await stet.press('d');
  await expect(stet.notices.messages).toContainText('This article is read-only, so nothing was changed.');
  await expectNoViolations(stet, 'an article of a library that is open elsewhere');

  rmSync(lock);
  await expect(stet.access.saying('has closed the library')).toBeVisible();
  // The article of the page before looks the same.
  const isReloaded = stet.page.waitForEvent('domcontentloaded');
  await stet.access.editHere.click();
  await isReloaded;
  await stet.library.open(ferryTitle);
  await stet.article.select('built in 1986');
  await stet.press('d');
  await stet.status.waitUntilSaved();
  await expect(stet.claims.rows).toHaveCount(2);
});
