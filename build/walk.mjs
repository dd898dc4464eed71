import { parseArgs } from 'node:util';
import { buildApp } from './build-app.mjs';
import { main, Refusal } from './command.mjs';
import { setUp } from './setup.mjs';
import { runPlaywright } from './testing/run-playwright.mjs';

const number = (name, value) => {
  if (value === undefined) return undefined;
  if (!Number.isFinite(Number(value))) throw new Refusal(`--${name} needs a number.`);
  return Number(value);
};

// `npm run walk` walks through the app at random, for --minutes, starting from --seed. --path and --replay repeat a finding;
// --except ignores findings that contain these words.
await main(async () => {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string' },
      seed: { type: 'string' },
      path: { type: 'string' },
      replay: { type: 'string' },
      except: { type: 'string' },
    },
  });
  const { minutes, seed, ...others } = values;
  const options = {
    minutes: number('minutes', minutes ?? (others.path === undefined ? '5' : undefined)),
    seed: number('seed', seed),
    ...others,
  };
  const runtime = await setUp({ runtime: true });
  await buildApp();
  return runPlaywright(['--config', 'walk.config.ts'], {
    runtime,
    env: { STET_WALK: JSON.stringify(options) },
  });
});
