import type { z } from 'zod';
import { StetError } from '#main/base/stet-error.ts';
import type { Log } from '#main/base/system.ts';
import type { CommandName, Input, Output } from '#shared/contract/commands/commands.ts';
import { failure, type Result, success } from '#shared/contract/result.ts';

/** Who is calling, as Electron reports it; nothing of it comes from the caller. */
export interface Sender {
  mainFrameOfOurWindow: boolean;
  /** Scheme and host of the page in that frame, e.g. `app://bundle`. */
  origin: string;
}

/** One function for each command; a missing one does not compile. Expected failures are thrown as `StetError`. */
export type Handlers = { [N in CommandName]: (input: Input<N>) => Promise<Output<N>> };

export type Dispatch = (sender: Sender, name: unknown, input: unknown) => Promise<Result<unknown>>;

/** Some commands of the contract, each with its handler. */
export interface CommandTable<Known extends CommandName> {
  commands: { [N in Known]: { input: z.ZodType<Input<N>> } };
  handlers: Pick<Handlers, Known>;
}

interface DispatcherOptions<Early extends CommandName, Later extends CommandName> {
  /** The commands that are answered before `later` is loaded. */
  early: CommandTable<Early>;
  /** Loads all other commands, with the first call of one that is not in `early`. */
  later(): Promise<CommandTable<Later>>;
  isTrusted(sender: Sender): boolean;
  log: Log;
}

function hasCommand<Known extends CommandName>(
  { commands }: CommandTable<Known>,
  name: unknown,
): name is Known {
  return typeof name === 'string' && Object.hasOwn(commands, name);
}

/**
 * The trust boundary. The returned function answers every call with a value: `refused` for a caller that is not our page,
 * `badRequest` for an unknown command or an input that does not parse, `internal` for an unexpected error, which is logged and
 * described in general words. It rejects only if `later` does.
 */
export function createDispatcher<Early extends CommandName, Later extends CommandName>({
  early,
  later,
  isTrusted,
  log,
}: DispatcherOptions<Early, Later>): Dispatch {
  async function run<Known extends CommandName, N extends Known>(
    { commands, handlers }: CommandTable<Known>,
    name: N,
    input: unknown,
  ): Promise<Result<Output<N>>> {
    const parsed = commands[name].input.safeParse(input);
    if (!parsed.success) {
      // A long input can have hundreds of thousands of issues, which would fill the disk. Their paths may be keys that it has.
      const issues = parsed.error.issues.slice(0, 3).map(({ code }) => code);
      log.error(`${name} was called with an invalid input (${issues.join(', ')})`);
      return failure(
        'badRequest',
        `Stet could not make sense of the request “${name}”. Nothing was changed.`,
      );
    }
    try {
      return success(await handlers[name](parsed.data));
    } catch (error) {
      if (!(error instanceof StetError)) {
        log.error(`${name} failed`, error);
        return failure(
          'internal',
          'Something went wrong inside Stet. What is saved stays saved; please try again.',
        );
      }
      if (error.cause) log.error(`${name}: ${error.code}`, error.cause);
      return failure(error.code, error.message);
    }
  }

  return async (sender, name, input) => {
    if (!isTrusted(sender)) {
      log.error('a call from outside of our own page was refused');
      return failure('refused', 'Only Stet’s own window may ask this.');
    }
    if (hasCommand(early, name)) return run(early, name, input);
    const others = await later();
    if (hasCommand(others, name)) return run(others, name, input);
    log.error('an unknown command was called');
    return failure('badRequest', 'Stet does not know this request. Nothing was changed.');
  };
}
