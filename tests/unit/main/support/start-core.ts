import { createRedactedLog } from '#main/base/redacted-log.ts';
import { type Core, createCore } from '#main/core/core.ts';
import type { Sender } from '#main/core/handlers/dispatcher.ts';
import type { Platform } from '#main/core/ports/platform.ts';
import type { OpenHistory } from '#main/storage/history/history-file.ts';
import type { CreateVaultFile } from '#main/storage/vault/vault-writer.ts';
import { createClient } from '#shared/contract/client.ts';
import type { CommandName, Input, Output } from '#shared/contract/commands/commands.ts';
import type { AppEvent } from '#shared/contract/events.ts';
import type { Failure } from '#shared/contract/result.ts';
import { createPlainPlatform } from './plain-platform.ts';
import { type ProposalCommands, ProposalFiles } from './proposal-files.ts';
import { newId } from './sample.ts';

export const ourWindow: Sender = { mainFrameOfOurWindow: true, origin: 'app://bundle' };

export interface TestCore extends ProposalCommands {
  core: Core;
  platform: Platform;
  /** The log entries as text. */
  logs: string[];
  /** The events that were sent to the window. */
  events: AppEvent[];
  /** Runs all scheduled tasks, as if their delays had passed. */
  runScheduled(): void;
  /** Calls through the typed client and the dispatcher; throws on a failure. */
  call<N extends CommandName>(name: N, input: Input<N>): Promise<Output<N>>;
  /** As `call`, for a call that has to fail. */
  callFailing<N extends CommandName>(name: N, input: Input<N>): Promise<Failure>;
}

export interface StartOptions extends Partial<Platform> {
  openHistory?: OpenHistory;
  createVaultFile?: CreateVaultFile;
  /** The number of the process in the lock. Otherwise one that no process has. */
  processNumber?: number;
}

/** No process has such a number, so the next core on a folder opens it as if the one before had died. */
let nextProcessNumber = 2 ** 22 + 1;

/** The stacks of errors name files of the source, below this folder. */
export const projectFolder = process.cwd();

const startOfTime = Date.parse('2026-01-01T00:00:00.000Z');

/**
 * Main's core on a real folder, with a clock that advances a millisecond with each call, and dialogs that are cancelled. Whoever
 * starts it has to close it.
 */
export function startCore(folder: string, options: StartOptions = {}): TestCore {
  const { openHistory, createVaultFile, processNumber = nextProcessNumber++, ...overrides } = options;
  const logs: string[] = [];
  const events: AppEvent[] = [];
  const waiting = new Set<() => void>();
  let ticks = 0;
  const proposalFiles = new ProposalFiles();
  const platform = proposalFiles.addImporter({
    ...createPlainPlatform(folder),
    log: createRedactedLog((entry) => logs.push(entry), [projectFolder]),
    now: () => new Date(startOfTime + ticks++),
    newId,
    schedule(_milliseconds, task) {
      waiting.add(task);
      return () => waiting.delete(task);
    },
    emit: (event) => events.push(event),
    ...overrides,
  });
  const isTrusted = ({ mainFrameOfOurWindow, origin }: Sender) =>
    mainFrameOfOurWindow && origin === ourWindow.origin;
  const core = createCore(platform, {
    isTrusted,
    processNumber,
    ...(openHistory && { openHistory }),
    ...(createVaultFile && { createVaultFile }),
  });
  const client = createClient({
    call: (name, input) => core.dispatch(ourWindow, name, input),
    listen: () => () => undefined,
  });
  const call: TestCore['call'] = async (name, input) => {
    const answer = await client.call(name, input);
    if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`);
    return answer.value;
  };
  return {
    ...proposalFiles.createCommands(call),
    core,
    platform,
    logs,
    events,
    runScheduled() {
      const due = [...waiting];
      waiting.clear();
      for (const task of due) task();
    },
    call,
    async callFailing(name, input) {
      const answer = await client.call(name, input);
      if (answer.ok) throw new Error(`${name} did not fail`);
      return answer.error;
    },
  };
}
