import { Refusal } from '../command.mjs';
import { canMakeDisplay, hasDisplay, withDisplay } from './display.mjs';
import { electronEnvironment, sandboxFlags } from './launch.mjs';
import { isRoot } from './processes.mjs';

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
