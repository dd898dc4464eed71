import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { makePdf } from '#tests/unit/renderer/documents/read/make-pdf.ts';
import { test } from '../fixtures.ts';
import { readHiddenPage, runInHiddenPage } from '../support/electron/shared-process.ts';
import { makeEndlessPdf } from '../support/files/bad-files.ts';
import { attachFile } from '../support/library/store-article.ts';
import { withFastTimers } from '../support/system/disk.ts';

test.use({ stetOwnProcess: true });

/** A content stream with the Japanese word for Japan. */
const japanese = 'BT /J 12 Tf 50 700 Td <93FA967B> Tj ET';

test.afterEach(async ({ stet }) => {
  await expect
    .poll(() =>
      stet.app.evaluate(({ app, webContents }) => ({
        pages: webContents.getAllWebContents().length,
        processes: app.getAppMetrics().filter(({ type }) => type === 'Tab').length,
      })),
    )
    .toEqual({ pages: 1, processes: 1 });
});

test('a PDF is searched in a hidden page that is gone afterwards', { tag: '@core' }, async ({
  stet,
  files,
}) => {
  const path = join(files, 'ledger.pdf');
  writeFileSync(path, makePdf({ pages: [['Nothing here'], ['It was built', 'in 1986.']] }));
  const find = await attachFile(stet, path);
  expect(await find('It was built in 1986')).toMatchObject({ state: 'found', page: 2 });
  expect(await find('It was built in 1987')).toEqual({ state: 'notFound' });
});

test('a Japanese PDF is searched with character maps that are part of the app', async ({ stet, files }) => {
  const path = join(files, 'japanese.pdf');
  writeFileSync(path, makePdf({ pages: [], contents: [japanese] }));
  const find = await attachFile(stet, path);
  expect(await find('日本')).toMatchObject({ state: 'found', page: 1 });
});

test.describe('with an endless file', () => {
  test.beforeEach(({ files }) => {
    writeFileSync(join(files, 'endless.pdf'), makeEndlessPdf());
  });

  test('an endless file is given up after a while, and meanwhile its page has no access to anything', async ({
    stet,
    files,
    guard,
    localServer,
  }) => {
    guard.allow(/^console error: (Refused to|Failed to load)/, /^request: http:\/\/127\.0\.0\.1:/);
    const find = await attachFile(stet, join(files, 'endless.pdf'));
    await runInHiddenPage(
      stet.app,
      `Promise.all([
        fetch('${localServer.url}').then(() => 'fetched', () => 'refused'),
        fetch('app://bundle/index.html').then(() => 'fetched', () => 'refused'),
        fetch('app://importer/package.json').then(({ status }) => status, () => 'refused'),
        navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state),
        ['stet', 'require', 'process', 'Buffer', 'electron'].filter((name) => name in globalThis),
        Reflect.ownKeys(globalThis.importer),
        globalThis.importer.work(() => ({ state: 'noText' })).then(() => 'another job', () => 'no other job'),
        globalThis.open('${localServer.url}'),
        origin,
      ])`,
    );
    const { location, script, preferences } = await withFastTimers(stet.app, async () => {
      const searching = find('a');
      await expect.poll(() => stet.app.evaluate(() => globalThis.stetHidden !== undefined)).toBe(true);
      const page = await readHiddenPage(stet.app);
      return { ...page, location: await searching };
    });
    expect(script).toEqual([
      'refused',
      'refused',
      404,
      'denied',
      [],
      ['work'],
      'no other job',
      null,
      'app://importer',
    ]);
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
    });
    expect(location).toEqual({ state: 'unreadable', why: 'The file takes too long to read.' });
    expect(localServer.received).toEqual([]);
  });

  test('a file that takes too much memory is given up', async ({ stet, files }) => {
    const find = await attachFile(stet, join(files, 'endless.pdf'));
    await runInHiddenPage(
      stet.app,
      'globalThis.kept = []; setInterval(() => kept.push(new Uint8Array(5e7).fill(1)), 20); 0',
    );
    expect(await find('a')).toEqual({ state: 'unreadable', why: 'The file takes too much memory to read.' });
  });

  test('a file that crashes its page is given up', async ({ stet, files, guard }) => {
    guard.allow(/^main's log: .*the page is gone/);
    const find = await attachFile(stet, join(files, 'endless.pdf'));
    await runInHiddenPage(stet.app, 'crash');
    expect(await find('a')).toEqual({
      state: 'unreadable',
      why: 'The file makes what reads it crash.',
    });
  });

  test('a file that is being searched does not keep the app from closing', async ({ stet, files }) => {
    const find = await attachFile(stet, join(files, 'endless.pdf'));
    const outcome = find('a').then(
      (location) => location?.state ?? 'cancelled',
      () => 'gone',
    );
    await expect
      .poll(() => stet.app.evaluate(({ webContents }) => webContents.getAllWebContents().length))
      .toBe(2);
    await stet.restart();
    // The search was cancelled, or its result was sent to a page that is gone.
    expect(['cancelled', 'gone', 'unreadable']).toContain(await outcome);
  });
});
