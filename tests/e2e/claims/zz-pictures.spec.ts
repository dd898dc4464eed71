import { test } from '../fixtures';
import { ferryCheck } from '../support/articles/ferry-check';
test.use({ reviewer: 'Ada', article: ferryCheck, stetOwnProcess: true });
test('pictures', async ({ stet }) => {
  const { claims, tags, page } = stet;
  const shot = (name: string) => page.screenshot({ path: `/tmp/claims-shots/${name}.png` });
  for (const theme of ['Light', 'Dark']) {
    await stet.chooseMenuItem('View', theme).catch(() => {});
    await stet.page.emulateMedia({ colorScheme: theme === 'Light' ? 'light' : 'dark' });
    await claims.row('Tickets').click();
    if (theme === 'Light') {
      await stet.press('g');
      await page.keyboard.type('Legal');
      await shot('tag-new');
      await tags.add('Legal');
      await tags.add('Ask the author');
      await tags.add('Numbers that nobody has checked yet');
      await stet.press('Escape');
    }
    await shot(`tags-${theme}`);
    await claims.row('1.2 million').click();
    await claims.row('Tickets').click({ modifiers: ['Shift'] });
    await shot(`several-${theme}`);
    await stet.press('Escape');
    await claims.toggleFilter('No source');
    await claims.moreFilters.click();
    await page.getByRole('menuitem', { name: 'Kind' }).click();
    await shot(`filter-${theme}`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await claims.clearFilters.click();
    await claims.sort.click();
    await shot(`sort-${theme}`);
    await page.keyboard.press('Escape');
    await stet.chooseMenuItem('View', 'Colour claims by verdict or by source');
    await claims.row('1.2 million').click();
    await shot(`source-${theme}`);
    await stet.press('l');
    await shot(`source-list-${theme}`);
    await stet.press('l');
    await stet.chooseMenuItem('View', 'Colour claims by verdict or by source');
    await stet.chooseMenuItem('Claim', 'Manage tags…');
    await shot(`dialog-${theme}`);
    await page.keyboard.press('Escape');
  }
});
