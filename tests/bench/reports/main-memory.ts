import { readFileSync, writeFileSync } from 'node:fs';
import type { ElectronApplication } from '@playwright/test';

/**
 * Begins to measure the most memory that the process of main holds. Heavy work has processes of its own, which are not counted. Returns
 * a function that ends it, in megabytes; null where the system does not say (only Linux does).
 */
export async function watchMainMemory(app: ElectronApplication): Promise<() => number | null> {
  const pid = await app.evaluate(() => process.pid);
  try {
    // Sets the peak back to what is held now (proc(5)).
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
  } catch {
    return () => null;
  }
  return () => {
    const [, kilobytes] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) / 1_024;
  };
}
