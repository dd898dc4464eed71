import * as fc from 'fast-check';
import { startArticles, type WalkEnvironment, prepareApp } from '../app/prepare-app';
import { LawViolation, type Walker } from '../app/walker';
import { createCommands } from '../commands/all-commands';
import { reportMatchesDisk } from '../laws/report-matches-disk';
import type { Model } from '../model/model';
import { type Counterexample, toCounterexample } from './counterexample';

export interface WalkSettings {
  seed: number;
  /** How many times the walk sets out anew. */
  runs: number;
  /** Where to set out again to what was found before, in fast-check's words. */
  path?: string;
  replay?: string;
  /** No walk sets out after this moment, in milliseconds since 1970. */
  endTimeMs?: number;
  /** How long a shorter sequence is looked for once something was found, in milliseconds. */
  shrinkTimeMs: number;
  log(line: string): void;
}

export interface WalkResult {
  commandCount: number;
  runs: number;
  counterexample: Counterexample | null;
}

/** The first words of what was found, without what differs from one time to the next. */
function getViolationKind(message: string): string {
  return (
    message
      .replace(/“[^”]*”/g, '')
      .replace(/\d+/g, '')
      .split(/[:\n]/)[0] ?? ''
  );
}

/** Walks through the app at random until something is found or the runs are over; then looks for the shortest way there. */
export async function runWalk(
  ground: WalkEnvironment,
  { seed, runs, path, replay, endTimeMs: until, shrinkTimeMs: shrinkFor, log: say }: WalkSettings,
): Promise<WalkResult> {
  const walked = { steps: 0, runs: 0 };
  const firsts: { kind: string; steps: number; at: number }[] = [];

  const run = async (beginning: string, commands: Iterable<fc.AsyncCommand<Model, Walker>>) => {
    const [first] = firsts;
    if (until !== undefined && !first && Date.now() > until) return;
    if (first && Date.now() > first.at + shrinkFor) return;
    const { model, real } = await prepareApp(ground, beginning);
    try {
      await real.checkLaws(model);
      await fc.asyncModelRun(() => ({ model, real }), commands);
      await reportMatchesDisk(model, real);
    } catch (error) {
      if (!(error instanceof LawViolation)) throw error;
      const kind = getViolationKind(error.message);
      if (!first) {
        const steps = walked.steps + real.commandCount;
        firsts.push({ kind, steps, at: Date.now() });
        // The shortest way there may take minutes.
        say(`found after ${steps} steps: ${error.message}`);
        for (const command of commands) say(`  ${command}`);
      }
      // A shorter sequence to something else is no shorter way to this.
      if (!first || kind === first.kind) throw error;
    } finally {
      if (firsts.length === 0) {
        walked.steps += real.commandCount;
        walked.runs += 1;
        if (walked.runs % 10 === 0) say(`${walked.steps} steps in ${walked.runs} runs`);
      }
    }
  };

  const property = fc.asyncProperty(fc.constantFrom(...Object.keys(startArticles)), createCommands(replay), run);
  const details = await fc.check(property, { seed, numRuns: runs, ...(path !== undefined && { path }) });
  return { ...walked, counterexample: details.failed ? toCounterexample(details, firsts[0]?.steps ?? 0) : null };
}
