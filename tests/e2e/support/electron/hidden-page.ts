import type { ElectronApplication } from '@playwright/test';

declare global {
  var stetHidden: { script: Promise<unknown>; preferences: unknown } | undefined;
}

/** Runs a script in the next hidden page as soon as it has loaded. The script 'crash' crashes its process instead. */
export async function runInHiddenPage(app: ElectronApplication, script: string): Promise<void> {
  await app.evaluate((electron, code) => {
    electron.app.once('web-contents-created', (_event, contents) => {
      contents.once('did-finish-load', () => {
        // Electron has the function, but its types do not.
        const read: unknown = Reflect.get(contents, 'getLastWebPreferences');
        const preferences = typeof read === 'function' ? Reflect.apply(read, contents, []) : null;
        if (code === 'crash') contents.forcefullyCrashRenderer();
        else globalThis.stetHidden = { script: contents.executeJavaScript(code), preferences };
      });
    });
  }, script);
}

/** Reads the result of the script and the web preferences of the page. */
export function readHiddenPage(app: ElectronApplication) {
  return app.evaluate(async () => {
    const { script, preferences } = globalThis.stetHidden ?? {};
    return { script: await script, preferences };
  });
}
