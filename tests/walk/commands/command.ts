import * as fc from 'fast-check';
import { LawViolation, type Walker } from '../app/walker';
import type { Model } from '../model/model';

/** A step of a walk. */
export type Command = fc.AsyncCommand<Model, Walker>;

interface CommandDefinition<T> {
  /** Whether it can be done as things stand. */
  canRun?: (model: Readonly<Model>) => boolean;
  /**
   * Does it in the app, by what a person sees and presses, and says in the model what has to come of it. Resolves to what
   * was done in particular, for the record.
   */
  perform: (model: Model, walker: Walker, data: T) => Promise<string | undefined>;
}

/** Makes commands of one kind, with data drawn at random. */
export function createCommand<T>(name: string, data: fc.Arbitrary<T>, doing: CommandDefinition<T>): fc.Arbitrary<Command> {
  return data.map((drawn) => new NamedCommand(name, drawn, doing));
}

class NamedCommand<T> implements Command {
  #told = '';

  constructor(
    private readonly name: string,
    private readonly data: T,
    private readonly doing: CommandDefinition<T>,
  ) {}

  check(model: Readonly<Model>): boolean {
    return this.doing.canRun?.(model) ?? true;
  }

  async run(model: Model, walker: Walker): Promise<void> {
    walker.startCommand(model);
    this.#told = '';
    try {
      this.#told = (await this.doing.perform(model, walker, this.data)) ?? '';
      await walker.checkLaws(model);
    } catch (error) {
      if (error instanceof LawViolation) throw error;
      throw new LawViolation(`${this.name} could not be done: ${error instanceof Error ? error.message : error}`);
    }
  }

  toString(): string {
    return this.#told === '' ? this.name : `${this.name}: ${this.#told}`;
  }
}

/** One of several by a number drawn at random, whatever their number is. */
export function pick<T>(all: readonly T[], at: number): T | undefined {
  return all[at % all.length];
}

/** A number to pick by. */
export const anyIndex = fc.nat({ max: 999 });
