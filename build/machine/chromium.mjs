import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const fixedPlaces = {
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  win32: ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
};

// Tests run as root in containers, where Chromium's own sandbox can't start, and they must never touch the network.
export const chromiumFlags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

/** The Chromium or Chrome that is installed on this machine, or null. Nothing is ever downloaded. */
export function findChromium({ env = process.env, platform = process.platform, exists = existsSync } = {}) {
  const onPath = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const places = [
    ...(env.STET_CHROMIUM ? [env.STET_CHROMIUM] : []),
    ...onPath.flatMap((folder) => names.map((name) => join(folder, name))),
    ...(fixedPlaces[platform] ?? []),
  ];
  return places.find(exists) ?? null;
}
