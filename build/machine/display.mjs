import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { onPath } from './processes.mjs';

export const hasDisplay = ({ platform = process.platform, env = process.env } = {}) =>
  platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);

export const canMakeDisplay = () => onPath('Xvfb');

/**
 * Runs a task with the environment for a display: the one there is, or one of Xvfb's that lasts as long as the task.
 * Not through xvfb-run: its key to the display can be read by one user only, and the tests start the app as another.
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

/** A display of its own, where no other window takes the focus; `stop` ends it. */
export async function startXvfb() {
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1680x1050x24', '-nolisten', 'tcp', '-noreset'],
    // A group of its own: Ctrl+C in the terminal is to end the app first, and the display after it.
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], detached: true },
  );
  const ended = once(server, 'exit').then(() => {
    throw new Error('Xvfb could not start.');
  });
  // Ending it is what we do to it later, on purpose.
  ended.catch(() => {});
  const [number] = await Promise.race([once(server.stdio[3], 'data'), ended]);
  const stop = () => server.kill();
  process.once('exit', stop);
  return { number: String(number).trim(), stop };
}
