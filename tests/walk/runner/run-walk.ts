import * as fc from 'fast-check';
import { LawViolation } from '../app/law-violation';
import { prepareApp, startArticles, type WalkEnvironment } from '../app/prepare-app';
import type { Walker } from '../app/walker';
import { createCommands } from '../commands/all-commands';
import { reportMatchesDisk } from '../laws/report-matches-disk';
import type { Model } from '../model/model';
import { type Counterexample, toCounterexample } from './counterexample';

export interface WalkSettings {
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

export interface WalkResult {
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
