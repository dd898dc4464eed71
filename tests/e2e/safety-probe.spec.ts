import { expect, test } from './fixtures';
test('probe', async ({ stet, guard }) => {
  guard.allow(/./);
  const t0 = Date.now();
  console.log(await stet.app.evaluate(({ BrowserWindow }) => {
    const w = BrowserWindow.getAllWindows()[0];
    return { prefs: w.webContents.getLastWebPreferences(), mm: typeof process.mainModule, req: typeof process.mainModule?.require, pm: typeof require, gbm: typeof (process as any).getBuiltinModule, lwp: (w as any).devToolsWebContents };
  }));
  console.log(await stet.page.evaluate(() => ({ k: Object.keys(window.stet), own: Reflect.ownKeys(window.stet), fr: Object.isFrozen(window.stet), d: JSON.stringify(Object.getOwnPropertyDescriptor(window, 'stet')), cfr: Object.isFrozen(window.stet.call), u: location.href, req: typeof (globalThis as any).require, proc: typeof (globalThis as any).process })));
  await stet.welcome.sample.click();
  await expect(stet.article.marks.first()).toBeVisible();
  console.log(Date.now() - t0);
});
