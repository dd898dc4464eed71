import type * as fc from 'fast-check';
import type { Command } from '../commands/command';

/** What a walk found, and the shortest way there. */
export interface Counterexample {
  message: string;
  /** Steps of the whole walk until it was found for the first time. */
  commandCount: number;
  articleName: string;
  commands: string[];
  seed: number;
  path: string;
  replay: string;
}

type Details = fc.RunDetails<[string, Iterable<Command>]>;

const hasRun = (command: Command): boolean => !('hasRan' in command) || command.hasRan === true;

export function toCounterexample(details: Details, after: number): Counterexample {
  const [beginning, commands] = details.counterexample ?? ['', []];
  const { errorInstance, seed, counterexamplePath } = details;
  return {
    message: errorInstance instanceof Error ? errorInstance.message : String(errorInstance),
    ...{ commandCount: after, articleName: beginning, seed, path: counterexamplePath ?? '' },
    commands: [...commands].filter(hasRun).map(String),
    replay: /replayPath="([^"]*)"/.exec(String(commands))?.[1] ?? '',
  };
}

/** The same in words, with the command that walks there again. */
export function formatCounterexample({ message: what, commandCount: after, articleName: beginning, commands, seed, path, replay }: Counterexample): string {
  const steps = commands.map((command, index) => `  ${index + 1}. ${command}`);
  return [
    `Found after ${after} steps of seed ${seed}: ${what}`,
    '',
    `The shortest way there, in the article “${beginning}”:`,
    ...(steps.length === 0 ? ['  It is there from the beginning.'] : steps),
    '',
    `Again: npm run walk -- --seed ${seed} --path ${path} --replay ${replay}`,
  ].join('\n');
}
