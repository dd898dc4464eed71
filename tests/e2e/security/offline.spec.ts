import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures';

test.use({ stetOwnProcess: true });

test('a whole check makes no request but for our own page', async ({ stet, files, answerDialogs }) => {
  // Chromium's own log of its network, from the first moment on: look-ups of names and connections, too.
  const log = join(files, 'network.json');
  await stet.restart({ args: [`--log-net-log=${log}`] });
  await answerDialogs({ save: join(files, 'report.html'), button: 1 });

  await stet.welcome.sample.click();
  await stet.article.select('86 of the market’s 112 stalls');
  await stet.press('v');
  await stet.reviewerDialog.notNow.click();
  await stet.claims.row('open on 14 March').click();
  await stet.card.evidence.first().getByRole('button', { name: 'Open link' }).click();
  await stet.status.waitUntilSaved();
  await stet.press('Control+e');
  await stet.exportDialog.save.click();
  await expect(stet.notices.messages).toContainText('Report saved');
  await stet.close();

  // Our own scheme is served within the app, so even its addresses are none of the network's business.
  const addresses = readFileSync(log, 'utf8').matchAll(/"(?:url|host|address|origin)":"([^"]*)"/g);
  expect(Array.from(addresses, ([, address]) => address)).toEqual([]);
});
