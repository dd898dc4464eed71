import * as fc from 'fast-check';
import { LawViolation } from './app/law-violation.ts';
import { prepareApp, startArticles, type WalkEnvironment } from './app/prepare-app.ts';
import type { Walker } from './app/walker.ts';
import { createCommands } from './commands/all-commands.ts';
import type { Command } from './commands/command.ts';
import { reportMatchesDisk } from './laws/report-matches-disk.ts';
import type { Model } from './model/model.ts';

/** A sequence of commands that breaks a law, shortened as far as time allowed. */
interface Counterexample {
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

function toCounterexample(details: Details, commandCount: number): Counterexample {
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

interface WalkSettings {
  seed: number;
  /** How many walks start, each with a new article. */
  runs: number;
  /** The path and the replay path of fast-check that repeat a counterexample. */
  path?: string;
  replay?: string;
  /** No walk starts after this time, in milliseconds since 1970. */
  endTimeMs?: number;
  /** How long a counterexample is shortened, in milliseconds. */
  shrinkTimeMs: number;
  log(line: string): void;
}

interface WalkResult {
  commandCount: number;
  runs: number;
  counterexample: Counterexample | null;
}

/** The beginning of a violation without quotes and numbers: equal for the same violation in different walks. */
function getViolationKind(message: string): string {
  const text = message.replace(/“[^”]*”/g, '').replace(/\d+/g, '');
  return text.split(/[:\n]/)[0] ?? '';
}

/** Walks through the app at random until a law is broken or all runs are over. Then shortens the sequence of commands. */
export async function runWalk(
  environment: WalkEnvironment,
  { seed, runs, path, replay, endTimeMs, shrinkTimeMs, log }: WalkSettings,
): Promise<WalkResult> {
  const result = { commandCount: 0, runs: 0 };
  let first: { kind: string; commandCount: number; timeMs: number } | undefined;

  const run = async (articleName: string, commands: Iterable<fc.AsyncCommand<Model, Walker>>) => {
    if (endTimeMs !== undefined && !first && Date.now() > endTimeMs) return;
    if (first && Date.now() > first.timeMs + shrinkTimeMs) return;
    const { model, real } = await prepareApp(environment, articleName);
    try {
      await real.checkLaws(model);
      await fc.asyncModelRun(() => ({ model, real }), commands);
      const violations = await reportMatchesDisk(model, real);
      if (violations.length > 0) throw new LawViolation(violations.join('\n'));
    } catch (error) {
      if (!(error instanceof LawViolation)) throw error;
      const kind = getViolationKind(error.message);
      if (!first) {
        first = { kind, commandCount: result.commandCount + real.commandCount, timeMs: Date.now() };
        // Logged at once, because shortening may take minutes.
        log(`found after ${first.commandCount} commands: ${error.message}`);
        for (const command of commands) log(`  ${command}`);
        throw error;
      }
      // A sequence that leads to another violation is not a shorter counterexample of this one.
      if (kind === first.kind) throw error;
    } finally {
      if (!first) {
        result.commandCount += real.commandCount;
        result.runs += 1;
        if (result.runs % 10 === 0) log(`${result.commandCount} commands in ${result.runs} runs`);
      }
    }
  };

  const property = fc.asyncProperty(
    fc.constantFrom(...Object.keys(startArticles)),
    createCommands(replay),
    run,
  );
  const details = await fc.check(property, { seed, numRuns: runs, ...(path !== undefined && { path }) });
  const counterexample = details.failed ? toCounterexample(details, first?.commandCount ?? 0) : null;
  return { ...result, counterexample };
}
