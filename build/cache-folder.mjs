import { homedir, tmpdir, userInfo } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { isRoot } from './processes.mjs';

/**
 * Where what is downloaded once is kept, outside of the repository. As root it is a folder all users can read, since
 * the tests also start the app as an unprivileged user.
 */
export function cacheFolder({ env = process.env, root = isRoot(), home = homeFolder() } = {}) {
  if (root) return '/var/cache/stet';
  if (env.XDG_CACHE_HOME && isAbsolute(env.XDG_CACHE_HOME)) return join(env.XDG_CACHE_HOME, 'stet');
  return home ? join(home, '.cache', 'stet') : join(tmpdir(), `stet-cache-${process.getuid?.() ?? 0}`);
}

// HOME may be unset or empty (containers, cron); the user database knows better then.
function homeFolder() {
  return [homedir, () => userInfo().homedir].map(quietly).find((path) => path && isAbsolute(path)) ?? null;
}

function quietly(find) {
  try {
    return find();
  } catch {
    return null;
  }
}
