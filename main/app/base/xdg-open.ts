import { spawn } from 'node:child_process';

/** How long `xdg-open` may take to answer, in milliseconds. After that the program it started shows the file itself. */
const answerTimeoutMs = 4_000;

/**
 * Opens a file in the system's program for it on Linux. `shell.openPath` waits for `xdg-open` in the main thread: without a desktop
 * the program runs inside of it, and every window is blocked until that program ends. Resolves when `xdg-open` succeeded, or when it
 * still runs after a while. Rejects when it failed, or is not installed.
 */
export function xdgOpen(path: string, env: NodeJS.ProcessEnv, timeoutMs = answerTimeoutMs): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('xdg-open', [path], {
      // Without a terminal and in its own process group, so that what it starts can't wait for input and does not end with Stet.
      detached: true,
      stdio: 'ignore',
      env: {
        ...env,
        // As Electron does: a program that needs a terminal has to open one itself.
        MM_NOTTTY: '1',
        // Electron may have changed the name of the desktop for its own purposes.
        XDG_CURRENT_DESKTOP: env.ORIGINAL_XDG_CURRENT_DESKTOP ?? env.XDG_CURRENT_DESKTOP,
      },
    });
    const timer = setTimeout(resolve, timeoutMs);
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve();
      else reject(new Error(`xdg-open ended with ${code}`));
    });
    child.unref();
  });
}
