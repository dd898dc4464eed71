import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { ferryText } from '../support/articles/ferry-article';
import type { Stet } from '../support/electron/stet';
import { dropFilesOn } from '../support/page/drop';

test.use({ reviewer: 'Ada', article: ferryText });

const claims = ['1.2 million people', 'built in 1986', '€40 million', 'eleven minutes'];

/** Attaches a new source to the current claim. */
async function attachNewSource(
  stet: Stet,
  title: string,
  fields: Readonly<Record<string, string>> = {},
  { isSecondary = false } = {},
): Promise<void> {
  await stet.press('s');
  await stet.sourceForm.title.fill(title);
  await stet.sourceForm.fill(fields);
  if (isSecondary) await stet.sourceForm.secondary.click();
  await stet.sourceForm.attach.click();
}

/** Attaches a source that is already in the article to the current claim. */
async function attachKnownSource(stet: Stet, title: string): Promise<void> {
  await stet.press('s');
  await stet.sourceForm.title.pressSequentially(title);
  await stet.sourceForm.suggestion(title).first().click();
  await expect(stet.sourceForm.form).toContainText('This source is in the article already.');
  await stet.sourceForm.attach.click();
}

test.beforeEach(async ({ stet }) => {
  for (const words of claims) {
    await stet.article.select(words);
    await stet.press('v');
  }
  await stet.press('k', 'k', 'k');
  await expect(stet.card.words).toHaveText('1.2 million people');
});

test('the list of sources can be searched and sorted, leads to the claims of each source, and claims without enough sources are marked', async ({
  stet,
}) => {
  const { card, sources, sourceForm: form, sourceCard } = stet;
  await stet.press('l');
  await expect(stet.page.getByText('No sources yet.')).toBeVisible();
  await stet.press('l');

  await attachNewSource(stet, 'Zoning map', { Author: 'Bo Keld', Published: '2018' }, { isSecondary: true });
  await stet.press('s');
  await form.title.fill('Audit of the harbour');
  await form.kind('Document').click();
  await form.fill({ Publisher: 'Port authority', Published: '2021-03' });
  await form.primary.click();
  await form.confidential.click();
  await form.attach.click();
  await stet.press('j');
  await attachKnownSource(stet, 'Zoning map');
  await stet.press('j');
  await attachKnownSource(stet, 'Zoning map');
  await attachNewSource(
    stet,
    'Möller’s memoirs',
    { URL: 'https://memoirs.example/m' },
    { isSecondary: true },
  );

  // The list of claims shows evidence gaps.
  await expect(stet.claims.row('1.2 million people')).toContainText(/2 sources$/);
  await expect(stet.claims.row('built in 1986')).toContainText('one source only, secondary only');
  await expect(stet.claims.row('€40 million')).toContainText('2 sources, secondary only');
  await expect(stet.claims.row('eleven minutes')).toContainText('no source');
  for (const [label, expected] of [
    ['No source', ['eleven minutes']],
    ['One source only', ['built in 1986']],
    ['Secondary only', ['built in 1986', '€40 million']],
  ] as const) {
    await stet.claims.toggleFilter(label);
    await expect(stet.claims.rows).toHaveText(expected.map((words) => new RegExp(words)));
    await stet.claims.clearFilters.click();
  }

  await sources.tab.click();
  const expectTitles = (...titles: string[]) =>
    expect(sources.rows).toHaveText(titles.map((title) => new RegExp(`^${title}`)));
  await expectTitles('Audit of the harbour', 'Möller’s memoirs', 'Zoning map');
  await expect(sources.list).toContainText('3 sources');
  await expect(sources.row('Audit')).toContainText('Document · primary · Port authority · Mar 2021');
  await expect(sources.row('Audit')).toContainText('Confidential');
  await sources.sort('Most claims');
  await expectTitles('Zoning map', 'Audit of the harbour', 'Möller’s memoirs');
  await sources.sort('Newest');
  await expectTitles('Audit of the harbour', 'Zoning map', 'Möller’s memoirs');
  await sources.sort('Place in the article');
  await expectTitles('Audit of the harbour', 'Zoning map', 'Möller’s memoirs');
  await sources.search.fill('moller');
  await expectTitles('Möller’s memoirs');
  await sources.search.fill('bo keld');
  await expectTitles('Zoning map');
  await sources.search.fill('memoirs.example');
  await expectTitles('Möller’s memoirs');
  await sources.search.fill('nowhere');
  await expect(sources.list).toContainText('No matching sources.');
  await sources.search.fill('');

  // A row leads to the claims of its source.
  await expect(sources.row('Zoning map').getByRole('button', { name: /^Claim \d+/ })).toHaveText([
    /1/,
    /2/,
    /3/,
  ]);
  await sources.claimNumber('Zoning map', 3).click();
  await expect(card.words).toHaveText('€40 million');
  await sources.claimNumber('Audit of the harbour', 1).click();
  await expect(card.words).toHaveText('1.2 million people');
  await sources.open('Zoning map');
  await expect(sourceCard.claims).toHaveCount(3);
  await sourceCard.claims.nth(1).getByRole('button').click();
  await expect(card.words).toHaveText('built in 1986');
  await stet.status.waitUntilSaved();
});

test('duplicates are merged with all their evidence and files, and deleting can be undone', async ({
  stet,
}) => {
  const { card, sources, sourceForm: form, sourceCard, notices, mergeDialog } = stet;
  await attachNewSource(stet, 'Harbour statistics', { URL: 'https://harbour.example/2019' });
  await stet.press('j', 's');
  await form.title.fill('Harbour statistics 2019');
  // The first source is suggested. Escape closes the suggestion, not the form.
  await expect(form.suggestion('Harbour statistics')).toBeVisible();
  await stet.press('Escape');
  await form.fill({
    URL: 'http://www.harbour.example/2019/',
    Publisher: 'Harbour office',
    'Place in the source': 'row 12',
  });
  await dropFilesOn(form.form, 'Drop to attach to this source', {
    name: 'row.txt',
    bytes: Buffer.from('row 12'),
  });
  await expect(form.newFile('row.txt')).toBeVisible();
  await form.attach.click();
  await stet.press('j');
  await attachNewSource(stet, 'A pilot’s log');

  await stet.press('l');
  await expect(sources.rows.filter({ hasText: 'Possible duplicate' })).toHaveCount(2);
  await sources.list.getByRole('button', { name: 'Harbour statistics Web page' }).click();
  await expect(sourceCard.card).toContainText('It looks the same as “Harbour statistics 2019”.');
  // A question asks which values to keep, and Cancel changes nothing.
  await sourceCard.merge.click();
  await expect(mergeDialog.questions).toHaveCount(2);
  await mergeDialog.cancel.click();
  await expect(sources.rows).toHaveCount(3);
  await sourceCard.merge.click();
  await mergeDialog.answer('URL', 'http://www.harbour.example/2019/');
  await mergeDialog.merge.click();
  await expect(mergeDialog.dialog).toBeHidden();
  await expect(sourceCard.field('URL')).toHaveText('http://www.harbour.example/2019/');
  await expect(notices.messages).toContainText('“Harbour statistics 2019” was merged into this source.');
  await expect(sources.rows).toHaveCount(2);
  await expect(sourceCard.field('Publisher')).toHaveText('Harbour office');
  await expect(sourceCard.claims).toHaveText([/1\.2 million people/, /built in 1986.*row 12/]);
  await expect(sourceCard.file('row.txt')).toBeVisible();
  await expect(sources.rows.filter({ hasText: 'Possible duplicate' })).toHaveCount(0);

  await stet.press('Control+z');
  await expect(sources.rows).toHaveCount(3);
  await sources.open('Harbour statistics 2019');
  await expect(sourceCard.claims).toHaveText([/built in 1986.*row 12/]);
  await expect(sourceCard.file('row.txt')).toBeVisible();

  // Any other source can be chosen as a duplicate.
  await sourceCard.chooseDuplicate('A pilot’s log');
  await sourceCard.merge.click();
  await expect(mergeDialog.questions).toHaveCount(1);
  await mergeDialog.merge.click();
  await expect(sourceCard.claims).toHaveText([/built in 1986/, /€40 million/]);
  await expect(sources.rows).toHaveCount(2);

  await expect(sourceCard.card).toContainText('2 claims use it.');
  await sourceCard.deleteSource.click();
  await expect(sources.rows).toHaveCount(1);
  await expect(sourceCard.card).toBeHidden();
  await notices.pressButton('“Harbour statistics 2019” deleted. 2 claims used it.', 'Undo');
  await expect(sources.rows).toHaveCount(2);
  await sources.claimNumber('Harbour statistics 2019', 3).click();
  await expect(card.evidence).toHaveCount(1);
  await stet.status.waitUntilSaved();
});

test('a withdrawn source requires a re-check of each of its claims, until the claim is confirmed', async ({
  stet,
}) => {
  const { card, sources, sourceCard, status } = stet;
  await attachNewSource(stet, 'Harbour statistics');
  await stet.press('j');
  await attachKnownSource(stet, 'Harbour statistics');
  await stet.press('j');
  await attachNewSource(stet, 'A pilot’s log');
  await status.expectText('4 verified');

  await card.openSource('A pilot’s log');
  await sourceCard.close.click();
  await stet.press('l');
  await sources.open('Harbour statistics');
  await sourceCard.markUnreliable('Withdrawn', 'Its table 4 was wrong.');
  await status.expectText('2 verified · 0 disputed · 0 can’t verify · 2 to re-check');
  await expect(sources.row('Harbour statistics')).toContainText('Withdrawn');
  await sources.claimNumber('Harbour statistics', 2).click();
  await expect(card.card).toContainText(/“Harbour statistics” was withdrawn on .*: Its table 4 was wrong\./);
  await expect(card.evidenceFrom('Harbour statistics')).toContainText('Withdrawn: Its table 4 was wrong.');
  await stet.press('l');
  await expect(stet.claims.row('1.2 million people')).toContainText('1 source, withdrawn');
  await stet.claims.toggleFilter('Re-check', 'Re-check');
  await expect(stet.claims.rows).toHaveText([/1\.2 million people/, /built in 1986/]);
  await stet.claims.clearFilters.click();

  // The verdict of this claim is confirmed, and no other.
  await card.confirmButton('verified').click();
  await expect(card.card).not.toContainText('was withdrawn on');
  await status.expectText('1 to re-check');
  await stet.press('k');
  await expect(card.card).toContainText('“Harbour statistics” was withdrawn on');

  // The other claim still needs a re-check after a restart, until the source is reliable again.
  await status.waitUntilSaved();
  await stet.restart();
  await stet.library.open('Ferry to stop in May');
  await stet.status.expectText('1 to re-check');
  await stet.press('l');
  await stet.sources.open('Harbour statistics');
  await expect(stet.sourceCard.standing('Withdrawn')).toBeChecked();
  await stet.sourceCard.standing('None noted').click();
  await stet.status.expectText('4 verified');
  await expect(stet.status.footer).not.toContainText('re-check');
  await stet.sourceCard.markUnreliable('Wrong');
  await expect(stet.sources.row('Harbour statistics')).toContainText('Wrong');
  // A source that becomes unreliable again requires a re-check again, also where the earlier withdrawal was accepted.
  await stet.status.expectText('2 to re-check');
  await stet.press('Control+z');
  await stet.status.expectText('4 verified');
  await stet.status.waitUntilSaved();
});
