import type { Bridge } from '#shared/contract/bridge.ts';
import { createClient } from '#shared/contract/client.ts';
import type { CommandName, Input, Output } from '#shared/contract/commands/commands.ts';
import type { Result } from '#shared/contract/result.ts';
import { clearErrors, type ErrorTopic, showError } from './notices.ts';

declare global {
  interface Window {
    /** Exposed by the preload script: the only connection of this window to main. */
    readonly stet: Bridge;
  }
}

/** Calls main's commands and listens to its events. */
export const client = createClient({
  call: async (name, input) => JSON.parse(await window.stet.call(name, input)),
  listen: (listener) => window.stet.listen(listener),
});

/** The value of an answer; undefined after a failure, which is shown under the topic. */
export function takeValue<T>(answer: Result<T>, topic: ErrorTopic): T | undefined {
  if (answer.ok) return answer.value;
  showError(answer.error.message, topic);
  return undefined;
}

/** Calls a command once the errors of the topic are cleared. Resolves to its value, as `takeValue` does. */
export async function callMain<N extends CommandName>(
  topic: ErrorTopic,
  name: N,
  input: Input<N>,
): Promise<Output<N> | undefined> {
  clearErrors(topic);
  return takeValue(await client.call(name, input), topic);
}
