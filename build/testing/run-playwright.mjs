import { canMakeDisplay, withDisplay } from '../machine/display.mjs';
import { electronEnvironment } from '../machine/launch.mjs';
import { ownNetwork } from '../machine/own-network.mjs';
import { runTool } from '../machine/processes.mjs';

/** Tests the built app in the runtime with Playwright, which gets these arguments and variables. Resolves to its exit code. */
export function runPlaywright(args, { runtime, env: given = {} }) {
  // Each worker starts its own display: on a shared one, windows would take the focus from each other.
  const workers = `--workers=${canMakeDisplay() ? 2 : 1}`;
  const network = ownNetwork();
  return withDisplay((env) =>
    runTool('@playwright/test/cli.js', ['test', workers, ...args], {
      within: network.within,
      env: { ...electronEnvironment(env), ...network.env, STET_ELECTRON: runtime.executable, ...given },
    }),
  );
}
