import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findElectron, killProcess, setPlaywrightElectron, startElectron } from './launch.ts';

/** On a machine that was idle, the first start of Electron takes far longer than a spec should wait for its own. */
const firstStartTimeoutMs = 5 * 60_000;

/** Starts the app once before the first spec, so that its files are in the memory of the machine. */
// biome-ignore lint/style/noDefaultExport: Playwright runs the default export of a global set-up
export default async function startOnce(): Promise<void> {
  setPlaywrightElectron(await findElectron());
  const userData = mkdtempSync(join(tmpdir(), 'stet-first-start-'));
  const { child } = await startElectron({ userData }, firstStartTimeoutMs);
  await killProcess(child);
  rmSync(userData, { recursive: true, force: true, maxRetries: 15 });
}
