import { canMakeDisplay, withDisplay } from '../machine/display.mjs';
import { electronEnvironment } from '../machine/launch.mjs';
import { ownNetwork } from '../machine/own-network.mjs';
import { runTool } from '../machine/processes.mjs';

/** Runs tests/walk with the built app; resolves to the runner's exit code. */
export function walkSuite({ runtime, env: more, args = [] }) {
  const workers = `--workers=${canMakeDisplay() ? 2 : 1}`;
  const network = ownNetwork();
  return withDisplay((env) =>
    runTool('@playwright/test/cli.js', ['test', '--config', 'walk.config.ts', workers, ...args], {
      within: network.within,
      env: { ...electronEnvironment(env), ...network.env, STET_ELECTRON: runtime.executable, ...more },
    }),
  );
}
