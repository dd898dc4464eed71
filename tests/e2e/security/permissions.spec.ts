import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { callMain } from '../support/page/call-main.ts';

test('the page has no permission except to copy text', { tag: '@core' }, async ({ stet }) => {
  const answers = await stet.page.evaluate(async () => {
    const nameOf = (error: unknown) => (error instanceof Error ? error.name : String(error));
    const ask = (request: () => Promise<unknown>) => request().then((answer) => answer, nameOf);
    const media = navigator.mediaDevices;
    const states: Record<string, string> = {};
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'clipboard-read',
      'midi',
      'persistent-storage',
    ];
    for (const name of names)
      states[name] = (await navigator.permissions.query({ name: name as PermissionName })).state;
    return {
      states,
      geolocation: await new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('found'),
          ({ code, PERMISSION_DENIED }) => resolve(code === PERMISSION_DENIED ? 'denied' : code),
        ),
      ),
      notifications: await Notification.requestPermission(),
      microphone: await ask(() => media.getUserMedia({ audio: true })),
      camera: await ask(() => media.getUserMedia({ video: true })),
      screen: await ask(() => media.getDisplayMedia()),
      midi: await ask(() => navigator.requestMIDIAccess()),
      clipboard: await ask(() => navigator.clipboard.readText()),
    };
  });
  expect(answers).toMatchObject({
    states: {
      geolocation: 'denied',
      notifications: 'denied',
      camera: 'denied',
      microphone: 'denied',
      'clipboard-read': 'denied',
      midi: 'denied',
      'persistent-storage': 'denied',
    },
    geolocation: 'denied',
    notifications: 'denied',
    // A machine without such a device reports that first.
    microphone: expect.stringMatching(/^(?:NotAllowedError|NotFoundError)$/),
    camera: expect.stringMatching(/^(?:NotAllowedError|NotFoundError)$/),
    screen: expect.stringMatching(/^(?:NotAllowedError|NotSupportedError)$/),
    midi: expect.stringMatching(/^(?:NotAllowedError|SecurityError)$/),
    clipboard: 'NotAllowedError',
  });
});

test('the page can paste once for each user action, and not by script alone', { tag: '@core' }, async ({
  stet,
}) => {
  await stet.app.evaluate(({ clipboard }) => clipboard.writeText('from elsewhere'));
  await stet.page.getByRole('button', { name: 'Settings' }).click();
  const { name } = stet.settings;
  await name.click();
  expect(await callMain(stet.page, 'app.paste', null)).toBe(true);
  await expect(name).toHaveValue('from elsewhere');
  // A script alone can't paste, however often it tries.
  for (const _ of [1, 2]) {
    await name.evaluate((field: HTMLInputElement) => {
      field.click();
      field.focus();
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'v', ctrlKey: true }));
    });
    expect(await callMain(stet.page, 'app.paste', null)).toBe(false);
  }
  await expect(name).toHaveValue('from elsewhere');
});

test('the page can’t register a service worker or download a file', { tag: '@core' }, async ({
  stet,
  guard,
}) => {
  guard.allow(/^console error: .*(?:Content Security Policy|service worker)/i);
  const registered = await stet.page.evaluate(() =>
    navigator.serviceWorker.register('/assets/worker.js').then(
      () => 'registered',
      (error: Error) => error.name,
    ),
  );
  expect(registered).toMatch(/^(?:TypeError|SecurityError|NotSupportedError)$/);

  await stet.app.evaluate(({ session }) => {
    globalThis.stetDownloads = [];
    session.defaultSession.on('will-download', (event, item) =>
      globalThis.stetDownloads?.push({ url: item.getURL(), prevented: event.defaultPrevented }),
    );
  });
  const hrefs = await stet.page.evaluate(() => {
    const made = URL.createObjectURL(new Blob(['hello']));
    const addresses = [made, 'app://bundle/index.html', 'data:text/plain,hello'];
    for (const href of addresses)
      Object.assign(document.createElement('a'), { href, download: 'hello.txt' }).click();
    return addresses;
  });
  for (const url of hrefs)
    await expect
      .poll(() => stet.app.evaluate(() => globalThis.stetDownloads))
      .toContainEqual({ url, prevented: true });
});

declare global {
  var stetDownloads: { url: string; prevented: boolean }[] | undefined;
}
