import { z } from 'zod';
import { type CommandName, commands, type Input, type Output } from './commands/commands';
import { type AppEvent, eventSchema } from './events';
import { failure, failureSchema, type Result, success } from './result';

const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: failureSchema }),
]);

/** How calls reach main, and events the window. */
interface Connection {
  call(name: string, input: unknown): Promise<unknown>;
  listen(listener: (event: unknown) => void): () => void;
}

export interface Client {
  call<N extends CommandName>(name: N, input: Input<N>): Promise<Result<Output<N>>>;
  listen(listener: (event: AppEvent) => void): () => void;
}

function outputSchema<N extends CommandName>(name: N): z.ZodType<Output<N>> {
  const schema: { [K in CommandName]: { output: z.ZodType<Output<K>> } } = commands;
  return schema[name].output;
}

/**
 * Creates the typed client of a connection. It parses every answer; one that does not match its schema is an `internal`
 * failure.
 */
export function createClient(connection: Connection): Client {
  return {
    async call(name, input) {
      try {
        const answer = answerSchema.parse(await connection.call(name, input));
        return answer.ok ? success(outputSchema(name).parse(answer.value)) : answer;
      } catch (error) {
        return failure('internal', `${name} came back with something unexpected: ${String(error)}`);
      }
    },
    listen: (listener) =>
      connection.listen((event) => {
        const parsed = eventSchema.safeParse(event);
        if (parsed.success) listener(parsed.data);
      }),
  };
}
