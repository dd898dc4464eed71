import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { writeLedger } from '../support/files/ledger';
import { expectNoViolations } from '../support/page/axe';

test.use({ reviewer: 'Ada' });

test('axe finds no violation while claims are marked and sources attached, in either theme', async ({
  stet,
  answerDialogs,
  files,
}) => {
  test.setTimeout(120_000);
  const { article, card, sourceForm: form } = stet;
  await stet.chooseMenuItem('Help', 'Sample article');
  await expect(article.marks.first()).toBeVisible();
  await expectNoViolations(stet, 'review without a claim');
  await article.select('86 of the market’s 112 stalls');
  await expectNoViolations(stet, 'selection bar');
  await stet.press('c');
  // The card appears a frame later than the mark that refers to it.
  await expect(card.card).toBeVisible();
  await expectNoViolations(stet, 'review with a new claim');
  await article.select('112 stalls');
  await stet.press('r');
  await stet.press('k', 'k', 'v');
  await expectNoViolations(stet, 'review with a judged claim');
  await stet.status.button('Hide card').click();
  await expectNoViolations(stet, 'review without the card');
  await stet.resize(700, 700);
  await stet.status.button('Show lists').click();
  await expectNoViolations(stet, 'narrow window with the claims over the article');
  await stet.status.button('Show card').click();
  await expectNoViolations(stet, 'narrow window with the card over the article');
  await stet.resize(1280, 820);
  await stet.status.button('Show card').click();
  await stet.press('s');
  await expectNoViolations(stet, 'source form');
  await form.attach.click();
  await expectNoViolations(stet, 'source form with an error');
  await form.title.fill('Edda Morhaven');
  await form.confidential.click();
  await answerDialogs({ open: writeLedger(files) });
  await form.attachFiles.click();
  await expect(form.newFiles).toHaveCount(1);
  await expectNoViolations(stet, 'source form with a file, for a confidential source');
  await form.kind('Person').click();
  await form.quote.fill('The ferry carried 1,203,117 passengers');
  await expectNoViolations(stet, 'source form for a person');
  await form.attach.click();
  await expect(card.card).toContainText('The quote is in ledger.txt');
  await expectNoViolations(stet, 'claim with a confidential source, a quote and a file');
  await stet.sources.tab.click();
  await expect(stet.sources.rows).toHaveCount(7);
  await expectNoViolations(stet, 'list of sources');
  await stet.sources.verifyFiles.click();
  await expect(stet.notices.messages).toContainText('1 unchanged');
  await expectNoViolations(stet, 'verified files');
});
