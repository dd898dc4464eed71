import { existsSync, readFileSync } from 'node:fs';
import { unless } from './unless';

/** Nothing about a report for lawyers is stored: neither the reader nor the file, whose name begins with whom it is for. */
export function lawyersAreForgotten(settingsPath: string): string[] {
  const settings = existsSync(settingsPath) ? readFileSync(settingsPath, 'utf8') : '';
  return unless(!/legal/i.test(settings), `the settings remember a report for lawyers: ${settings}`);
}
