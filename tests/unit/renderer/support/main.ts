import { onTestFinished } from 'vitest';
import type { Bridge } from '#shared/contract/bridge.ts';

/** A main process that emits nothing and never answers. */
const silentBridge: Bridge = { call: () => new Promise(() => {}), listen: () => () => {} };

// A set-up file: the window's modules are loaded once for all tests, and read the bridge then.
if (!window.stet) Object.assign(window, { stet: { ...silentBridge } });

/** Answers the commands of the window until the end of the test. */
export function fakeMain(answer: (name: string, input: unknown) => Promise<unknown>): void {
  const call: Bridge['call'] = async (name, input) => JSON.stringify(await answer(name, input));
  Object.assign(window.stet, { call });
  onTestFinished(() => {
    Object.assign(window.stet, silentBridge);
  });
}

/** Records the names of the commands that the window calls from now on. None is answered. */
export function recordCalls(): readonly string[] {
  const asked: string[] = [];
  fakeMain((name) => {
    asked.push(name);
    return silentBridge.call(name, null);
  });
  return asked;
}
