import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const fixedPlaces = {
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  win32: ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
};

// In containers tests run as root, where Chromium's sandbox can't start. They must never use the network.
export const chromiumFlags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

/** The installed Chromium or Chrome, or null. Never downloads one. */
export function findChromium({ env = process.env, platform = process.platform, exists = existsSync } = {}) {
  const onPath = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const places = [
    ...(env.STET_CHROMIUM ? [env.STET_CHROMIUM] : []),
    ...onPath.flatMap((folder) => names.map((name) => join(folder, name))),
    ...(fixedPlaces[platform] ?? []),
  ];
  return places.find(exists) ?? null;
}
