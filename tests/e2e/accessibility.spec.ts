import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { test } from './fixtures';
import { openCheck } from './support/checked-article';
import { articleFile } from './support/fixture-files';
import { ledgerIn } from './support/ledger';
import type { Stet } from './support/stet';
import { bridgeCheck, second } from './support/three-drafts';

/** Zero violations of what is on the screen now; of the named rules only, where any are named. */
async function clean(stet: Stet, screen: string, ...rules: string[]): Promise<void> {
  // Electron has no blank page for axe to finish in, which its newer mode wants.
  const { violations } = await new AxeBuilder({ page: stet.page })
    .setLegacyMode(true)
    .options({
      resultTypes: ['violations'],
      ...(rules.length > 0 && { runOnly: { type: 'rule', values: rules } }),
    })
    .analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    nodes: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`),
  }));
  expect.soft(found, screen).toEqual([]);
}

/** A dialog fades in; its colours are only what they are when it stands. */
async function standing(stet: Stet): Promise<void> {
  await stet.page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
}

/** Shows the window in a theme, as when the system's changes. */
async function showTheme(stet: Stet, theme: 'light' | 'dark'): Promise<void> {
  await stet.app.evaluate(({ nativeTheme }, chosen) => {
    nativeTheme.themeSource = chosen;
  }, theme);
  await stet.page.waitForFunction((query) => matchMedia(query).matches, `(prefers-color-scheme: ${theme})`);
}

test('axe finds nothing on any screen or dialog, in the light and in the dark theme', async ({
  stet,
  guard,
  seedName,
  answerDialogs,
  files,
}) => {
  test.setTimeout(180_000);
  const look = async (screen: string) => {
    await standing(stet);
    await clean(stet, screen);
    // The themes differ in their colours alone.
    await showTheme(stet, 'dark');
    await standing(stet);
    await clean(stet, `${screen}, dark`, 'color-contrast');
    await showTheme(stet, 'light');
  };
  const { article, card, page, sourceForm: form } = stet;
  await seedName('Ada');
  await showTheme(stet, 'light');
  await stet.library.settings.click();
  await look('settings');
  await stet.settings.done.click();
  await look('welcome');
  await stet.library.keys.click();
  await look('keys');
  await stet.press('Escape');
  await stet.welcome.paste.click();
  await look('paste dialog');
  await stet.press('Escape');
  await stet.welcome.openWeb.click();
  await stet.web.fetch.click();
  await look('address of a page, with a problem');
  await stet.press('Escape');
  await answerDialogs({ open: [articleFile('article.md'), articleFile('crlf.txt')] });
  await stet.welcome.openFile.click();
  await expect(stet.preview.leaveOut).toBeVisible();
  await look('preview');
  await stet.preview.block(2, 'Leave out').click();
  await stet.preview.block(1, 'Split').click();
  await stet.preview.title.fill('');
  await stet.preview.openArticle.click();
  await look('preview with a problem');
  await stet.preview.title.fill('Ferry to stop in May');
  await stet.preview.openArticle.click();
  await stet.preview.cancel.click();
  await stet.menu('File', 'Links in the article…');
  await look('links in the article');
  await stet.press('Escape');
  await stet.goToLibrary();

  await openCheck(stet, files, bridgeCheck());
  await stet.menu('File', 'Paste draft…');
  await stet.pasteDraftDialog.write(second);
  await expect(stet.newDraft.claims.first()).toBeVisible();
  await look('summary of a new draft');
  await stet.newDraft.accept();
  await look('queue of a new draft');
  await stet.press('k', 'j', 'j', 'j', 'j');
  await look('queue with a lost claim');
  await stet.press('Escape');
  await look('new draft');
  await stet.bar.draft.click();
  await look('drafts');
  await stet.drafts.button('Compare with draft 1').click();
  await expect(stet.comparing.text).toBeVisible();
  await look('two drafts side by side');
  await stet.comparing.view('In one text').click();
  await look('two drafts in one text');
  await stet.press('Escape');
  await stet.bar.draft.click();
  await stet.drafts.button('Look at draft 1').click();
  await expect(stet.article.main).toContainText('Draft 1 of 2');
  await look('an older draft');
  await stet.goToLibrary();

  await stet.menu('Help', 'Sample article');
  await expect(article.marks.first()).toBeVisible();
  await look('review without a claim');
  await article.select('86 of the market’s 112 stalls');
  await look('selection bar');
  await stet.press('c');
  await look('review with a new claim');
  await article.select('112 stalls');
  await stet.press('r');
  await stet.press('k', 'k', 'v');
  await look('review with a judged claim');
  await stet.status.button('Hide card').click();
  await look('review without the card');
  await stet.resize(700, 700);
  await stet.status.button('Show lists').click();
  await look('narrow window with the claims over the article');
  await stet.status.button('Show card').click();
  await look('narrow window with the card over the article');
  await stet.resize(1280, 820);
  await stet.status.button('Show card').click();
  await stet.press('s');
  await look('source form');
  await form.attach.click();
  await look('source form with a problem');
  await form.title.fill('Edda Morhaven');
  await form.confidential.click();
  await answerDialogs({ open: ledgerIn(files) });
  await form.attachFiles.click();
  await expect(form.newFiles).toHaveCount(1);
  await look('source form with a file, for a confidential source');
  await form.kind('Person').click();
  await form.quote.fill('The ferry carried 1,203,117 passengers');
  await look('source form for a person');
  await form.attach.click();
  await expect(card.card).toContainText('The quote is in ledger.txt');
  await look('claim with a confidential source, a quote and a file');
  await stet.sources.tab.click();
  await expect(stet.sources.rows).toHaveCount(7);
  await look('list of sources');
  await stet.sources.sortBy.click();
  await look('orders of the list of sources');
  await stet.press('Escape');
  await stet.sources.search.fill('nowhere');
  await look('list of sources without a hit');
  await stet.sources.search.fill('');
  await stet.sources.open('Final account, harbour line');
  await look('source card');
  await stet.sourceCard.stands('Withdrawn').click();
  await look('question why a source was withdrawn');
  await stet.sourceCard.fell('Withdrawn', 'It was a draft.');
  await stet.sources.verify.click();
  await expect(stet.notices.mentions).toContainText('1 unchanged');
  await look('withdrawn source, and files that were verified');
  await stet.sourceCard.edit.click();
  await look('form that mends a source');
  await form.cancel.click();
  await stet.sourceCard.sameAs.click();
  await look('sources to choose a double from');
  await stet.press('Escape');
  await stet.sourceCard.claims.first().getByRole('button').click();
  await expect(card.card).toContainText(/was withdrawn on .*: It was a draft\./);
  await look('claim whose source was withdrawn');
  await stet.press('l');
  await card.kind.click();
  await look('kinds of claim');
  await stet.press('Escape');
  await article.click('€3.1 million in standing');
  await expect(article.chooser).toBeVisible();
  await look('chooser');
  await stet.press('Escape');
  await stet.press('/');
  await page.keyboard.type('harbour');
  await look('find');
  await stet.press('Escape');
  await article.details.click();
  await stet.details.link.fill('nowhere');
  await stet.details.save.click();
  await look('details with a problem');
  await stet.press('Escape');
  await stet.bar.exportReport.click();
  await expect(stet.exporting.preview).not.toHaveAttribute('aria-busy', 'true');
  await look('export dialog');
  await stet.press('Escape');
  await stet.menu('Help', 'About Stet');
  await expect(page.getByRole('dialog', { name: 'About Stet' })).toContainText('Electron');
  await look('about');
  await stet.press('Escape');

  await stet.goToLibrary();
  await look('library');
  await stet.library.row('Harbour tram').getByRole('button', { name: 'Rename' }).click();
  await look('rename dialog');
  await stet.press('Escape');
  await stet.library.bin('Harbour tram');
  await expect(stet.notices.mentions).toBeVisible();
  await look('library with everything in the bin');
  await stet.library.openBin();
  await look('bin');
  await stet.library.emptyBin();
  await look('question before the bin is emptied');
  await stet.press('Escape');
  guard.allow(/import\.read: notFound ENOENT/);
  await answerDialogs({ open: '/nowhere.txt' });
  await stet.press('Control+o');
  await expect(stet.notices.problems).toBeVisible();
  await look('a problem');
});
