import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { fromRoot, root } from '../root.mjs';

/** Runs a program in the foreground. Resolves to its exit code; a death by signal becomes 128 + n, as in a shell. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    // This process outlives the program to clean up its display and temporary folder. It ignores Ctrl+C, because the terminal
    // interrupts the whole group, and a second interrupt would mean "at once".
    const handlers = [
      ['SIGINT', () => {}],
      ['SIGTERM', () => child.kill('SIGTERM')],
      ['SIGHUP', () => child.kill('SIGHUP')],
    ];
    for (const [signal, handler] of handlers) process.on(signal, handler);
    const settle = (finish) => (value, signal) => {
      for (const [name, handler] of handlers) process.off(name, handler);
      finish(value ?? 128 + (constants.signals[signal] ?? 0));
    };
    child.once('error', settle(reject));
    child.once('close', settle(resolve));
  });
}

/** Runs a tool of node_modules by its script, without a shell; `within` goes before the command. */
export function runTool(script, args, { within = [], ...options } = {}) {
  const [command, ...rest] = [...within, process.execPath, fromRoot('node_modules', script), ...args];
  return run(command, rest, options);
}

export const onPath = (program) =>
  spawnSync(process.platform === 'win32' ? 'where' : 'which', [program], { stdio: 'ignore' }).status === 0;

export const isRoot = () => process.getuid?.() === 0;
