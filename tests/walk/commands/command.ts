import * as fc from 'fast-check';
import { LawViolation } from '../app/law-violation.ts';
import type { Walker } from '../app/walker.ts';
import type { Model } from '../model/model.ts';

/** One thing that a user does, with the change of the model that it must lead to. */
export type Command = fc.AsyncCommand<Model, Walker>;

interface CommandDefinition<T> {
  /** Whether the command is possible in this state. By default it always is. */
  canRun?: (model: Readonly<Model>) => boolean;
  /**
   * Performs the command in the app as a user does, by what is visible, and changes the model to what must come of it. Resolves
   * to details for the log.
   */
  perform: (model: Model, walker: Walker, data: T) => Promise<string | undefined>;
}

/** An arbitrary of commands of one kind, with random data. */
export function createCommand<T>(
  name: string,
  data: fc.Arbitrary<T>,
  definition: CommandDefinition<T>,
): fc.Arbitrary<Command> {
  return data.map((value) => new NamedCommand(name, value, definition));
}

class NamedCommand<T> implements Command {
  #details = '';

  constructor(
    private readonly name: string,
    private readonly data: T,
    private readonly definition: CommandDefinition<T>,
  ) {}

  check(model: Readonly<Model>): boolean {
    return this.definition.canRun?.(model) ?? true;
  }

  async run(model: Model, walker: Walker): Promise<void> {
    walker.startCommand(model);
    this.#details = '';
    try {
      this.#details = (await this.definition.perform(model, walker, this.data)) ?? '';
      await walker.checkLaws(model);
    } catch (error) {
      if (error instanceof LawViolation) throw error;
      const message = error instanceof Error ? error.message : error;
      throw new LawViolation(`${this.name} could not be performed: ${message}`);
    }
  }

  toString(): string {
    return this.#details === '' ? this.name : `${this.name}: ${this.#details}`;
  }
}

/** A random index for `pick`. */
export const anyIndex = fc.nat({ max: 999 });

/** The item at a random index, taken modulo the number of items. Undefined for an empty list. */
export function pick<T>(items: readonly T[], index: number): T | undefined {
  return items[index % items.length];
}
