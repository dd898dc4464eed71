import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../root.mjs';
import { cacheFolder, homeFolder } from '../runtime/cache-folder.mjs';

/** Runs npm: the one that started this process, or the one on the path. */
export function npm(args, options = {}) {
  const script = process.env.npm_execpath;
  const settings = { cwd: root, encoding: 'utf8', ...options };
  // npm fails without a home folder for its cache.
  const all = homeFolder() ? args : [...args, '--cache', join(cacheFolder(), 'npm')];
  if (script?.endsWith('.js')) return spawnSync(process.execPath, [script, ...all], settings);
  return spawnSync('npm', all, { ...settings, shell: process.platform === 'win32' });
}
