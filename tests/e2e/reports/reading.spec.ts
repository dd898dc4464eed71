import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { openReport } from '../support/reports/open-report.ts';

const article = `The mill at the weir

The mill ground 12,400 tonnes of wheat.

The 124,000 tonnes of wheat were sold.

Nobody lived there.`;

test.use({ reviewer: 'Ada', article });

test('a report says what was read, what is queried and how claims are tagged, to an editor and not to the public', async ({
  stet,
  answerDialogs,
  files,
}) => {
  await stet.article.select('12,400 tonnes of wheat');
  await stet.press('v', 'g');
  await stet.tags.add('Ask the desk');
  await stet.tags.leave();
  await expect(stet.status.read).toContainText('1 looked at, 0 partly, 0 set aside, 3 not looked at');
  await stet.article.select('Nobody lived there');
  await stet.press('Space');
  await expect(stet.status.read).toContainText('1 looked at, 0 partly, 1 set aside, 2 not looked at');

  const path = join(files, 'report.html');
  await answerDialogs({ save: path });
  await stet.exportDialog.open();
  await stet.exportDialog.waitForPreview();
  await stet.exportDialog.saveAndClose();
  const { page, close } = await openReport(path);
  await expect(page.getByRole('listitem').filter({ hasText: 'Tags: Ask the desk' })).toContainText(
    'Verified',
  );
  await page.getByRole('link', { name: '1 open query' }).click();
  const queries = page.getByRole('region', { name: 'Open queries' });
  await expect(queries.getByRole('heading')).toBeInViewport();
  await expect(queries).toContainText(
    /Two figures for one thing.*“12,400 tonnes” and “124,000 tonnes” seem to give one figure.*12,400 tonnes Paragraph 2.*124,000 tonnes Paragraph 3/s,
  );
  await page.getByRole('link', { name: '50% of 4 sentences read, 2 not looked at' }).click();
  const untouched = page.getByRole('region', { name: 'Not looked at' });
  await expect(untouched.getByRole('heading')).toBeInViewport();
  await expect(untouched.getByRole('listitem')).toHaveText([/The mill at the weir/, /124,000 tonnes/]);
  await close();

  const open = join(files, 'public.html');
  await answerDialogs({ save: open });
  await stet.exportDialog.open();
  await stet.exportDialog.reader('Public').click();
  await stet.exportDialog.waitForPreview();
  await stet.exportDialog.saveAndClose();
  const shown = await openReport(open);
  await expect(shown.page.getByRole('main')).not.toContainText(/quer|set aside|Ask the desk|looked at/);
  await shown.close();
});
