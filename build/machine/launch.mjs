import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Refusal } from '../command.mjs';
import { isRoot, onPath } from './processes.mjs';

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

/**
 * Turns arguments of `npm start --` into arguments of the app: `--screenshot FILE` becomes one argument, and paths become
 * absolute, because the app runs in another folder than the one in which they were typed.
 */
export function appArguments(args, { folder, exists = existsSync }) {
  const [arg, next, ...others] = args;
  if (arg === undefined) return [];
  const following = (rest) => appArguments(rest, { folder, exists });
  if (arg === '--screenshot') {
    if (!next) throw new Refusal('--screenshot needs the name of the file to save the picture in.');
    return [`--screenshot=${resolve(folder, next)}`, ...following(others)];
  }
  const inline = /^--screenshot=(.+)$/s.exec(arg)?.[1];
  if (inline) return [`--screenshot=${resolve(folder, inline)}`, ...following(args.slice(1))];
  const path = resolve(folder, arg);
  return [!arg.startsWith('-') && exists(path) ? path : arg, ...following(args.slice(1))];
}

/** Chromium refuses to sandbox a program that runs as root. */
export const sandboxFlags = ({ root, platform = process.platform }) =>
  root && platform === 'linux' ? ['--no-sandbox'] : [];

/** The environment for Electron, without the variable that makes it plain Node, which terminals of Electron apps may set. */
export function electronEnvironment(env) {
  const { ELECTRON_RUN_AS_NODE: _, ...others } = env;
  return others;
}

/** Runs a task with the flags and environment that Electron needs here, and prints anything unusual about them. */
export async function inForeground(task) {
  if (!hasDisplay()) {
    const reason = 'There is no display (DISPLAY and WAYLAND_DISPLAY are not set)';
    if (!canMakeDisplay()) throw new Refusal(`${reason}, and no Xvfb to make one.`);
    console.log(`${reason}: starting under Xvfb, out of sight.`);
  }
  const flags = sandboxFlags({ root: isRoot() });
  if (flags.length > 0) console.log("Running as root, so without Chromium's sandbox (--no-sandbox).");
  return withDisplay((env) => task({ flags, env: electronEnvironment(env) }));
}
