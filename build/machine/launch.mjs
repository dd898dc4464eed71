import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Refusal } from '../command.mjs';

/**
 * The arguments for the app out of those given to `npm start --`: `--screenshot FILE` becomes one argument with an absolute
 * path, and articles that exist are made absolute, since the app runs in another folder than the one they were typed in.
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

/** Chromium refuses to sandbox a program of root's. */
export const sandboxFlags = ({ root, platform = process.platform }) =>
  root && platform === 'linux' ? ['--no-sandbox'] : [];

/** The environment to start Electron in. A terminal inside an Electron app may ask it to be plain Node: not ours. */
export function electronEnvironment(env) {
  const { ELECTRON_RUN_AS_NODE: _, ...others } = env;
  return others;
}
