import { type Print, reportAtMost } from '../../support/report-metrics';
import type { ImportBench } from './built-app';

/** How long memory may take to be returned, and how much the window itself may retain. */
const settleTimeMs = 2_000;
const maxRetainedMegabytes = 50;

/**
 * Measures the working set of each process of the app in megabytes, after a rest. Garbage in the window is collected first, because
 * the engine may delay that for any time.
 */
export async function measureMemory({
  app,
  page,
}: Omit<ImportBench, 'blankPage'>): Promise<Map<string, number>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.detach();
  await new Promise((resolve) => setTimeout(resolve, settleTimeMs));
  const workingSets = await app.evaluate(({ app: running }) =>
    running
      .getAppMetrics()
      .map(({ type, pid, memory }) => [`${type} ${pid}`, memory.workingSetSize / 1024] as const),
  );
  return new Map(workingSets);
}

/** Prints how much more memory the app holds than before, by process. */
export function reportMemory(print: Print, before: Map<string, number>, after: Map<string, number>): void {
  const sum = (sets: Map<string, number>) => [...sets.values()].reduce((total, set) => total + set, 0);
  print(`Memory (${sum(before).toFixed(0)} MB before)`);
  const growth = [...after].map(
    ([process, set]) => `${process.split(' ')[0]} ${(set - (before.get(process) ?? 0)).toFixed(0)}`,
  );
  const value = sum(after) - sum(before);
  const beside = growth.join(', ');
  reportAtMost(print, {
    what: 'more, 2 s after all imports',
    value,
    bound: maxRetainedMegabytes,
    unit: ' MB',
    beside,
  });
  reportAtMost(print, { what: 'processes more', value: after.size - before.size, bound: 0 });
}
