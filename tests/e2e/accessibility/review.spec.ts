import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { looksClean } from '../support/page/axe';
import { ledgerIn } from '../support/files/ledger';

test.use({ reviewer: 'Ada' });

test('axe finds nothing while claims are marked and given sources, in either theme', async ({
  stet,
  answerDialogs,
  files,
}) => {
  test.setTimeout(120_000);
  const { article, card, sourceForm: form } = stet;
  await stet.menu('Help', 'Sample article');
  await expect(article.marks.first()).toBeVisible();
  await looksClean(stet, 'review without a claim');
  await article.select('86 of the market’s 112 stalls');
  await looksClean(stet, 'selection bar');
  await stet.press('c');
  // It comes a frame after the mark that names it.
  await expect(card.card).toBeVisible();
  await looksClean(stet, 'review with a new claim');
  await article.select('112 stalls');
  await stet.press('r');
  await stet.press('k', 'k', 'v');
  await looksClean(stet, 'review with a judged claim');
  await stet.status.button('Hide card').click();
  await looksClean(stet, 'review without the card');
  await stet.resize(700, 700);
  await stet.status.button('Show lists').click();
  await looksClean(stet, 'narrow window with the claims over the article');
  await stet.status.button('Show card').click();
  await looksClean(stet, 'narrow window with the card over the article');
  await stet.resize(1280, 820);
  await stet.status.button('Show card').click();
  await stet.press('s');
  await looksClean(stet, 'source form');
  await form.attach.click();
  await looksClean(stet, 'source form with a problem');
  await form.title.fill('Edda Morhaven');
  await form.confidential.click();
  await answerDialogs({ open: ledgerIn(files) });
  await form.attachFiles.click();
  await expect(form.newFiles).toHaveCount(1);
  await looksClean(stet, 'source form with a file, for a confidential source');
  await form.kind('Person').click();
  await form.quote.fill('The ferry carried 1,203,117 passengers');
  await looksClean(stet, 'source form for a person');
  await form.attach.click();
  await expect(card.card).toContainText('The quote is in ledger.txt');
  await looksClean(stet, 'claim with a confidential source, a quote and a file');
  await stet.sources.tab.click();
  await expect(stet.sources.rows).toHaveCount(7);
  await looksClean(stet, 'list of sources');
  await stet.sources.verify.click();
  await expect(stet.notices.mentions).toContainText('1 unchanged');
  await looksClean(stet, 'files that were verified');
});
