import type { z } from 'zod';
import { isRecord } from '../text/guards.ts';
import type { CommandName, Input, Output } from './commands/commands.ts';
import type { AppEvent } from './events.ts';
import { firstAnswers } from './first-answers.ts';
import { failure, isFailure, type Result, success } from './result.ts';

/** How calls reach main, and events the window. */
interface Connection {
  call(name: string, input: unknown): Promise<unknown>;
  listen(listener: (event: unknown) => void): () => void;
}

export interface Client {
  call<N extends CommandName>(name: N, input: Input<N>): Promise<Result<Output<N>>>;
  listen(listener: (event: AppEvent) => void): () => void;
}

type Schemas = { [N in CommandName]: { output: z.ZodType<Output<N>> } };

/** The value of an answer by its command's schema, which is loaded with the first command that the library can be shown without. */
async function parseOutput<N extends CommandName>(name: N, value: unknown): Promise<Output<N>> {
  const isOutput = firstAnswers[name];
  if (isOutput?.(value)) return value;
  const { commands }: { commands: Schemas } = await import('./commands/commands.ts');
  return commands[name].output.parse(value);
}

/**
 * Creates the typed client of a connection. It parses every answer; one that does not match its schema is an `internal`
 * failure.
 */
export function createClient(connection: Connection): Client {
  return {
    async call(name, input) {
      try {
        const answer = await connection.call(name, input);
        if (isRecord(answer) && answer.ok === true) return success(await parseOutput(name, answer.value));
        if (isRecord(answer) && answer.ok === false && isFailure(answer.error))
          return failure(answer.error.code, answer.error.message);
        throw new Error('neither a success nor a failure');
      } catch (error) {
        return failure('internal', `${name} came back with something unexpected: ${String(error)}`);
      }
    },
    listen(listener) {
      const loading = import('./events.ts');
      return connection.listen(async (event) => {
        const parsed = (await loading).eventSchema.safeParse(event);
        if (parsed.success) listener(parsed.data);
      });
    },
  };
}
