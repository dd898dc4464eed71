import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Refusal } from '../command.mjs';

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
