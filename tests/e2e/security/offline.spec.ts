import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';

test.use({ stetOwnProcess: true });

test('a whole check makes no request outside of the app', async ({ stet, files, answerDialogs }) => {
  // Chromium's network log, which starts with the process and includes DNS queries and connections.
  const log = join(files, 'network.json');
  await stet.restart({ args: [`--log-net-log=${log}`] });
  await answerDialogs({ save: join(files, 'report.html'), button: 1 });

  await stet.welcome.sample.click();
  await stet.article.select('86 of the market’s 112 stalls');
  await stet.press('v');
  await stet.claims.row('open on 14 March').click();
  await stet.card.evidence.first().getByRole('button', { name: 'Open link' }).click();
  await stet.status.waitUntilSaved();
  await stet.press('Control+e');
  await stet.exportDialog.saveAndClose();
  await expect(stet.notices.messages).toContainText('Report saved');
  await stet.close();

  // The log does not even contain addresses of the app's own scheme, because the app itself serves them.
  const addresses = readFileSync(log, 'utf8').matchAll(/"(?:url|host|address|origin)":"([^"]*)"/g);
  expect(Array.from(addresses, ([, address]) => address)).toEqual([]);
});
