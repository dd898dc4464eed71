import type { Reporter } from './format';

/** How long the page reads before it lets other tasks run, in milliseconds. */
const sliceMs = 40;

/** The clock is read once in this many steps. */
const stepsPerLook = 256;

/** Divides the reading of a long file into slices, so that the page can answer, be cancelled, and say how far it is. */
export class TimeSlices {
  private end = performance.now() + sliceMs;
  private steps = 0;

  constructor(private readonly reporter: Pick<Reporter, 'reportProgress'>) {}

  /** Counts a step. Returns whether it is time for a pause. */
  isOver(): boolean {
    this.steps += 1;
    return this.steps % stepsPerLook === 0 && performance.now() >= this.end;
  }

  /** Reports how far the reading is, and lets other tasks run. */
  async pause(done: number, total: number): Promise<void> {
    this.reporter.reportProgress(done, total);
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.end = performance.now() + sliceMs;
  }
}
