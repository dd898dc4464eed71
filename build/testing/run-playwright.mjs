import { spawnSync } from 'node:child_process';
import { canMakeDisplay, electronEnvironment, withDisplay } from '../machine/launch.mjs';
import { isRoot, onPath, runTool } from '../machine/processes.mjs';

/** A public internet address, which belongs to this machine in the tests' own network. */
const publicAddress = '1.2.3.4';

// A second interface beside lo, connected to itself: without one Chromium waits for a network to carry calls between its
// windows.
const enter = [
  'ip link set lo up',
  `ip address add ${publicAddress}/32 dev lo`,
  'ip link add net0 type veth peer name net1',
  'ip link set net0 up',
  'ip link set net1 up',
  'ip address add 192.0.2.1/24 dev net0',
  'exec "$@"',
].join(' && ');
const within = ['unshare', '--net', '--', 'sh', '-c', enter, 'sh'];

/**
 * How to run a program in an isolated network namespace: the words before its command, and its environment variables.
 * Both are empty where that is impossible; it needs Linux, root and the command ip.
 */
function ownNetwork() {
  const possible = process.platform === 'linux' && isRoot() && onPath('ip');
  const [command, ...args] = within;
  if (!possible || spawnSync(command, [...args, 'true'], { stdio: 'ignore' }).status !== 0) {
    return { within: [], env: {} };
  }
  return { within, env: { STET_PUBLIC_ADDRESS: publicAddress } };
}

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
