import { onTestFinished } from 'vitest';
import { type StartOptions, startCore, type TestCore } from './start-core.ts';

/** As `startCore`, and closed after the test. */
export function testCore(folder: string, options: StartOptions = {}): TestCore {
  const stet = startCore(folder, options);
  // Closed, so that no file stays open. Tests about crashes have examined the folder by then.
  onTestFinished(() => stet.core.close());
  return stet;
}
