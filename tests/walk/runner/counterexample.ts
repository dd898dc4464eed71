import type * as fc from 'fast-check';
import type { Command } from '../commands/command';

/** A sequence of commands that breaks a law, shortened as far as time allowed. */
export interface Counterexample {
  message: string;
  /** How many commands of all walks ran until the law was broken for the first time. */
  commandCount: number;
  articleName: string;
  commands: string[];
  seed: number;
  path: string;
  replay: string;
}

type Details = fc.RunDetails<[string, Iterable<Command>]>;

const hasRun = (command: Command): boolean => !('hasRan' in command) || command.hasRan === true;

export function toCounterexample(details: Details, commandCount: number): Counterexample {
  const [articleName, commands] = details.counterexample ?? ['', []];
  const { errorInstance, seed, counterexamplePath } = details;
  return {
    message: errorInstance instanceof Error ? errorInstance.message : String(errorInstance),
    commandCount,
    articleName,
    seed,
    path: counterexamplePath ?? '',
    commands: [...commands].filter(hasRun).map(String),
    replay: /replayPath="([^"]*)"/.exec(String(commands))?.[1] ?? '',
  };
}

/** Describes the counterexample, with the command line that repeats it. */
export function formatCounterexample(counterexample: Counterexample): string {
  const { message, commandCount, articleName, commands, seed, path, replay } = counterexample;
  const lines = commands.map((command, index) => `  ${index + 1}. ${command}`);
  return [
    `Found after ${commandCount} commands with seed ${seed}: ${message}`,
    '',
    `The shortest sequence that repeats it, in the article “${articleName}”:`,
    ...(lines.length === 0 ? ['  No command is needed.'] : lines),
    '',
    `To repeat it: npm run walk -- --seed ${seed} --path ${path} --replay ${replay}`,
  ].join('\n');
}
