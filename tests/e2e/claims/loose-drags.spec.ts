import { expect } from '@playwright/test';
import { test } from '../fixtures';

const sentence = 'The minister warned Xi about U.S. concerns that Beijing may close the port.';
const arabic = 'قال الوزير إن الجسر كلف 412 مليون يورو في العام الماضي.';
const japanese = '東京都は来年の春に新しい橋を建設する。';

test.use({
  reviewer: 'Ada',
  article: ['A port in question', sentence, 'The ferry runs every ten minutes.', arabic, japanese].join(
    '\n\n',
  ),
});

test('a loose drag takes the words that it touches, and with Alt exactly the characters', async ({
  stet,
}) => {
  const { article, card, page } = stet;
  const loose = 'arned Xi about U.S. concerns that Beij';
  const whole = 'warned Xi about U.S. concerns that Beijing';
  // The selection shows what becomes the claim while the button is down.
  await article.startDrag(loose);
  await article.expectSelection(whole);
  await page.keyboard.down('Alt');
  await article.expectSelection(loose);
  await page.keyboard.up('Alt');
  await article.expectSelection(whole);
  await page.mouse.up();
  await article.expectSelection(whole);
  await stet.press('c');
  await expect(card.words).toHaveText(whole);

  await article.startDrag('inister warn');
  await page.keyboard.down('Alt');
  await page.mouse.up();
  await page.keyboard.up('Alt');
  await article.expectSelection('inister warn');
  await stet.press('c');
  await expect(card.words).toHaveText('inister warn');

  // A space at the edge takes no word.
  await article.drag(' may clo');
  await article.expectSelection('may close');
});

test('the keyboard selects by characters with Alt and Shift', async ({ stet }) => {
  const { article, card } = stet;
  await article.drag('Xi about');
  await article.selectByKeyboard('Xi abo', 'Alt+Shift+ArrowLeft', 'Alt+Shift+ArrowLeft');
  const forward = Array.from({ length: 4 }, () => 'Alt+Shift+ArrowRight');
  await article.selectByKeyboard('Xi about U.', ...forward);
  await stet.press('c');
  await expect(card.words).toHaveText('Xi about U.');
});

test('the handles of a claim take whole words too, and with Alt characters', async ({ stet }) => {
  const { article, card, page } = stet;
  await article.select('ferry runs');
  await stet.press('c');
  await article.handles.drag('end', 'runs every te');
  await expect(card.words).toHaveText('ferry runs every ten');
  await article.handles.startDrag('end', 'runs every ten minu');
  await page.keyboard.down('Alt');
  await article.handles.release();
  await page.keyboard.up('Alt');
  await expect(card.words).toHaveText('ferry runs every ten minu');
});

test('words are taken whole from right to left, and in a language without spaces', async ({ stet }) => {
  const { article, card } = stet;
  await article.drag('جسر كلف 412 ملي');
  await stet.press('c');
  await expect(card.words).toHaveText('الجسر كلف 412 مليون');
  await article.drag('京都は来');
  await stet.press('c');
  await expect(card.words).toHaveText('東京都は来年');
});

test('what is typed or pasted at once into “Change to” takes the place of the claim’s words, on a slow machine as well', async ({
  stet,
}) => {
  const { article, card, page } = stet;
  const devtools = await page.context().newCDPSession(page);
  const insert = (text: string) => devtools.send('Input.insertText', { text });
  await article.select('every ten minutes');
  await stet.press('c');
  await expect(card.correction).toHaveValue('');
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 20 });
  for (let round = 0; round < 5; round += 1) {
    // Neither waits for the window.
    const focused = card.correction.evaluate((field) => {
      if (!(field instanceof HTMLElement)) return;
      field.focus();
      document.execCommand('insertText', false, 'every twelve minutes');
    });
    await focused;
    await expect(card.correction).toHaveValue('every twelve minutes');
    await card.correction.fill('');
    await card.note.focus();
  }
  await card.correction.click();
  await insert('every twenty minutes');
  await expect(card.correction).toHaveValue('every twenty minutes');
  await card.correction.fill('');
  await card.note.focus();
  await card.correction.fill('every twelve minutes');
  await expect(card.correction).toHaveValue('every twelve minutes');
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await card.note.focus();
  await expect(card.history.first()).toContainText('“every twelve minutes”');
});

test('“Change to” that is left as it was, or by Escape, leaves no correction', async ({ stet }) => {
  const { article, card } = stet;
  await article.select('every ten minutes');
  await stet.press('c');
  for (const leave of ['Tab', 'Escape']) {
    await card.correction.click();
    await expect(card.correction).toHaveValue('every ten minutes');
    await stet.press(leave);
    await expect(card.correction).toHaveValue('');
  }
  await expect(card.history).toHaveCount(1);
});
