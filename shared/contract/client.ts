import { z } from 'zod';
import type { CommandName, Input, Output } from './commands/commands';
import { startCommands } from './commands/start-commands';
import type { AppEvent } from './events';
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

type Schemas = { [N in CommandName]: { output: z.ZodType<Output<N>> } };

/** The schemas that are loaded; at first those without which the library can't be shown. */
let schemas: Pick<Schemas, keyof typeof startCommands> & Partial<Schemas> = startCommands;

async function getOutputSchema<N extends CommandName>(name: N): Promise<z.ZodType<Output<N>>> {
  const loaded: Partial<Schemas> = schemas;
  const known = loaded[name];
  if (known) return known.output;
  const { commands }: { commands: Schemas } = await import('./commands/commands');
  schemas = commands;
  return commands[name].output;
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
        if (!answer.ok) return answer;
        const schema = await getOutputSchema(name);
        return success(schema.parse(answer.value));
      } catch (error) {
        return failure('internal', `${name} came back with something unexpected: ${String(error)}`);
      }
    },
    listen(listener) {
      const loading = import('./events');
      return connection.listen(async (event) => {
        const parsed = (await loading).eventSchema.safeParse(event);
        if (parsed.success) listener(parsed.data);
      });
    },
  };
}
