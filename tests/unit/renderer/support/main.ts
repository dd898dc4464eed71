import { onTestFinished } from 'vitest';
import type { Bridge } from '../../../../shared/contract/bridge';

/** Main tells nothing, and answers nothing until a test does it. */
const silent: Bridge = { call: () => new Promise(() => {}), listen: () => () => {} };

// A set-up file: the window's own modules, loaded once for all tests, take the bridge when they are loaded.
if (!window.stet) Object.assign(window, { stet: { ...silent } });

/** Until the test is over, the window is answered by this. */
export function answerForMain(call: Bridge['call']): void {
  Object.assign(window.stet, { call });
  onTestFinished(() => {
    Object.assign(window.stet, silent);
  });
}

/** The names of the commands that the window asks main for from now on; none is answered. */
export function askedOfMain(): readonly string[] {
  const asked: string[] = [];
  answerForMain((name) => {
    asked.push(name);
    return silent.call(name, null);
  });
  return asked;
}
