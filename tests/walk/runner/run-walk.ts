import * as fc from 'fast-check';
import { beginnings, type Ground, prepare } from '../app/prepare-app';
import { Finding, type Walker } from '../app/walker';
import { allCommands } from '../commands/all-commands';
import { reportLaw } from '../laws/report-matches-disk';
import type { World } from '../model/model';
import { type Found, foundBy } from './counterexample';

export interface Walk {
  seed: number;
  /** How many times the walk sets out anew. */
  runs: number;
  /** Where to set out again to what was found before, in fast-check's words. */
  path?: string;
  replay?: string;
  /** No walk sets out after this moment, in milliseconds since 1970. */
  until?: number;
  /** How long a shorter sequence is looked for once something was found, in milliseconds. */
  shrinkFor: number;
  say(line: string): void;
}

export interface Walked {
  steps: number;
  runs: number;
  found: Found | null;
}

/** The first words of what was found, without what differs from one time to the next. */
function kindOf(message: string): string {
  return (
    message
      .replace(/“[^”]*”/g, '')
      .replace(/\d+/g, '')
      .split(/[:\n]/)[0] ?? ''
  );
}

/** Walks through the app at random until something is found or the runs are over; then looks for the shortest way there. */
export async function walk(
  ground: Ground,
  { seed, runs, path, replay, until, shrinkFor, say }: Walk,
): Promise<Walked> {
  const walked = { steps: 0, runs: 0 };
  const firsts: { kind: string; steps: number; at: number }[] = [];

  const run = async (beginning: string, commands: Iterable<fc.AsyncCommand<World, Walker>>) => {
    const [first] = firsts;
    if (until !== undefined && !first && Date.now() > until) return;
    if (first && Date.now() > first.at + shrinkFor) return;
    const { model, real } = await prepare(ground, beginning);
    try {
      await real.keepsLaws(model);
      await fc.asyncModelRun(() => ({ model, real }), commands);
      await reportLaw(model, real);
    } catch (error) {
      if (!(error instanceof Finding)) throw error;
      const kind = kindOf(error.message);
      if (!first) {
        const steps = walked.steps + real.steps;
        firsts.push({ kind, steps, at: Date.now() });
        // The shortest way there may take minutes.
        say(`found after ${steps} steps: ${error.message}`);
        for (const command of commands) say(`  ${command}`);
      }
      // A shorter sequence to something else is no shorter way to this.
      if (!first || kind === first.kind) throw error;
    } finally {
      if (firsts.length === 0) {
        walked.steps += real.steps;
        walked.runs += 1;
        if (walked.runs % 10 === 0) say(`${walked.steps} steps in ${walked.runs} runs`);
      }
    }
  };

  const property = fc.asyncProperty(fc.constantFrom(...Object.keys(beginnings)), allCommands(replay), run);
  const details = await fc.check(property, { seed, numRuns: runs, ...(path !== undefined && { path }) });
  return { ...walked, found: details.failed ? foundBy(details, firsts[0]?.steps ?? 0) : null };
}
