import { onTestFinished } from 'vitest';
import { type Core, createCore } from '../../../../main/core/core';
import type { Sender } from '../../../../main/core/dispatcher';
import type { Outside } from '../../../../main/core/platform';
import type { OpenForAppend } from '../../../../main/core/storage/review/history-file';
import type { OpenNew } from '../../../../main/core/storage/vault/vault-writer';
import { createClient } from '../../../../shared/contract/client';
import type { CommandName, Input, Output } from '../../../../shared/contract/commands';
import type { AppEvent } from '../../../../shared/contract/events';
import type { Failure } from '../../../../shared/contract/result';
import { plainOutside } from './plain-outside';
import { newId } from './sample';

export const ourWindow: Sender = { mainFrameOfOurWindow: true, origin: 'app://bundle' };

export interface TestCore {
  core: Core;
  outside: Outside;
  /** What was logged, as text. */
  logged: string[];
  /** What the window was told. */
  told: AppEvent[];
  /** Lets the time pass that main waits for: runs what was to be called back. */
  wait(): void;
  /** Calls through the typed client and the dispatcher; throws on a failure. */
  call<N extends CommandName>(name: N, input: Input<N>): Promise<Output<N>>;
  /** As `call`, for a call that has to fail. */
  failing<N extends CommandName>(name: N, input: Input<N>): Promise<Failure>;
}

const startOfTime = Date.parse('2026-01-01T00:00:00.000Z');

/** All of main's core on a real folder, with a clock that ticks a millisecond a look, and dialogs that say no. */
export function testCore(
  folder: string,
  given: Partial<Omit<Outside, 'openFile'>> & {
    openFile?: OpenForAppend;
    openNew?: OpenNew;
    /** The system's program for files. */
    openCopy?: Outside['openFile'];
  } = {},
): TestCore {
  const { openFile, openNew, openCopy, ...overrides } = given;
  const logged: string[] = [];
  const told: AppEvent[] = [];
  const waiting = new Set<() => void>();
  let ticks = 0;
  const outside: Outside = {
    ...plainOutside(folder),
    log: { error: (message, error) => logged.push(`${message}: ${String(error)}`) },
    now: () => new Date(startOfTime + ticks++),
    newId,
    later(_milliseconds, task) {
      waiting.add(task);
      return () => waiting.delete(task);
    },
    tell: (event) => told.push(event),
    ...(openCopy && { openFile: openCopy }),
    ...overrides,
  };
  const isTrusted = ({ mainFrameOfOurWindow, origin }: Sender) =>
    mainFrameOfOurWindow && origin === ourWindow.origin;
  const core = createCore(outside, {
    isTrusted,
    ...(openFile && { openFile }),
    ...(openNew && { openNew }),
  });
  // So that no file stays open. A test that is about a crash has looked at the folder by then.
  onTestFinished(() => core.close());
  const client = createClient({
    call: (name, input) => core.dispatch(ourWindow, name, input),
    listen: () => () => undefined,
  });
  return {
    core,
    outside,
    logged,
    told,
    wait() {
      const due = [...waiting];
      waiting.clear();
      for (const task of due) task();
    },
    async call(name, input) {
      const answer = await client.call(name, input);
      if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`);
      return answer.value;
    },
    async failing(name, input) {
      const answer = await client.call(name, input);
      if (answer.ok) throw new Error(`${name} did not fail`);
      return answer.error;
    },
  };
}
