import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { onPath } from './processes.mjs';

export const hasDisplay = ({ platform = process.platform, env = process.env } = {}) =>
  platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);

export const canMakeDisplay = () => onPath('Xvfb');

/**
 * Runs a task with a display: the machine's own, or an Xvfb for as long as the task runs.
 * Without xvfb-run, because only one user can read its key to the display, and tests start the app as another user.
 */
export async function withDisplay(task) {
  if (hasDisplay()) return task(process.env);
  const { number, stop } = await startXvfb();
  try {
    return await task({ ...process.env, DISPLAY: `:${number}` });
  } finally {
    stop();
  }
}

/** Starts a separate display, where no other window takes the focus; `stop` ends it. */
export async function startXvfb() {
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1680x1050x24', '-nolisten', 'tcp', '-noreset'],
    // A process group of its own, so that Ctrl+C ends the app before the display.
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], detached: true },
  );
  const ended = once(server, 'exit').then(() => {
    throw new Error('Xvfb could not start.');
  });
  // It dies when we stop it, which is no failure.
  ended.catch(() => {});
  const [number] = await Promise.race([once(server.stdio[3], 'data'), ended]);
  const stop = () => server.kill();
  process.once('exit', stop);
  return { number: String(number).trim(), stop };
}
