import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir, tmpdir, userInfo } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { root } from '../root.mjs';

/**
 * Cache for downloads, outside of the repository. For root it is a folder that all users can read, because tests also start
 * the app as an unprivileged user.
 */
export function cacheFolder({ env = process.env, user = process.getuid?.(), home = homeFolder() } = {}) {
  if (user === 0) return '/var/cache/stet';
  if (env.XDG_CACHE_HOME && isAbsolute(env.XDG_CACHE_HOME)) return join(env.XDG_CACHE_HOME, 'stet');
  return home ? join(home, '.cache', 'stet') : join(tmpdir(), `stet-cache-${user}`);
}

// HOME may be unset or empty (containers, cron); then the user database may have it. Some users have no home.
function homeFolder() {
  const places = [homedir, () => userInfo().homedir].map(quietly);
  return places.find((path) => path && isAbsolute(path) && existsSync(path)) ?? null;
}

function quietly(find) {
  try {
    return find();
  } catch {
    return null;
  }
}

/** Runs npm: the one that started this process, or the one on the path. */
export function npm(args, options = {}) {
  const script = process.env.npm_execpath;
  const settings = { cwd: root, encoding: 'utf8', ...options };
  // npm fails without a home folder for its cache.
  const all = homeFolder() ? args : [...args, '--cache', join(cacheFolder(), 'npm')];
  if (script?.endsWith('.js')) return spawnSync(process.execPath, [script, ...all], settings);
  return spawnSync('npm', all, { ...settings, shell: process.platform === 'win32' });
}
