import * as fc from 'fast-check';
import { Finding, type Walker } from '../app/walker';
import type { World } from '../model/model';

/** A step of a walk. */
export type Command = fc.AsyncCommand<World, Walker>;

interface Doing<T> {
  /** Whether it can be done as things stand. */
  can?: (world: Readonly<World>) => boolean;
  /**
   * Does it in the app, by what a person sees and presses, and says in the world what has to come of it. Resolves to what
   * was done in particular, for the record.
   */
  act: (world: World, walker: Walker, data: T) => Promise<string | undefined>;
}

/** Makes commands of one kind, with data drawn at random. */
export function command<T>(name: string, data: fc.Arbitrary<T>, doing: Doing<T>): fc.Arbitrary<Command> {
  return data.map((drawn) => new NamedCommand(name, drawn, doing));
}

class NamedCommand<T> implements Command {
  #told = '';

  constructor(
    private readonly name: string,
    private readonly data: T,
    private readonly doing: Doing<T>,
  ) {}

  check(world: Readonly<World>): boolean {
    return this.doing.can?.(world) ?? true;
  }

  async run(world: World, walker: Walker): Promise<void> {
    walker.begin(world);
    this.#told = '';
    try {
      this.#told = (await this.doing.act(world, walker, this.data)) ?? '';
      await walker.keepsLaws(world);
    } catch (error) {
      if (error instanceof Finding) throw error;
      throw new Finding(`${this.name} could not be done: ${error instanceof Error ? error.message : error}`);
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
export const anyOf = fc.nat({ max: 999 });
