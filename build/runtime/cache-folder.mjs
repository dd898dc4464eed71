import { existsSync } from 'node:fs';
import { homedir, tmpdir, userInfo } from 'node:os';
import { isAbsolute, join } from 'node:path';

/**
 * Where what is downloaded once is kept, outside of the repository. As root it is a folder all users can read, since
 * the tests also start the app as an unprivileged user.
 */
export function cacheFolder({ env = process.env, user = process.getuid?.(), home = homeFolder() } = {}) {
  if (user === 0) return '/var/cache/stet';
  if (env.XDG_CACHE_HOME && isAbsolute(env.XDG_CACHE_HOME)) return join(env.XDG_CACHE_HOME, 'stet');
  return home ? join(home, '.cache', 'stet') : join(tmpdir(), `stet-cache-${user}`);
}

// HOME may be unset or empty (containers, cron); the user database may know better then. Some users have none.
export function homeFolder() {
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
