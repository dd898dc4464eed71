import { spawnSync } from 'node:child_process';
import { isRoot, onPath } from './processes.mjs';

/** An address of the public internet, which in a network of the tests' own is this machine's. */
const publicAddress = '1.2.3.4';

// A second interface beside lo, which leads to its own other end: without one Chromium waits in vain for a network that could
// carry its calls from window to window.
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
 * How to run a program in a network of its own, from which nothing leaves: the words before its command, and what its
 * environment says of it. Both empty where that can't be had; it takes Linux, root and the command ip.
 */
export function ownNetwork() {
  const possible = process.platform === 'linux' && isRoot() && onPath('ip');
  const [command, ...args] = within;
  if (!possible || spawnSync(command, [...args, 'true'], { stdio: 'ignore' }).status !== 0) {
    return { within: [], env: {} };
  }
  return { within, env: { STET_PUBLIC_ADDRESS: publicAddress } };
}
