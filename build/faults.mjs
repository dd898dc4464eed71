import { main, Refusal } from './command.mjs';
import { fromRoot, root } from './root.mjs';
import { setUp } from './setup.mjs';

/** Each kind of fault is a file tests/faults/NAME.faults.ts that exports `run(print, options)`. */
const kinds = ['kills', 'syscalls', 'disk', 'outside', 'races', 'damage', 'links', 'model'];

// `npm run faults` runs them all; `npm run faults -- kills disk --seed 7` runs two of them with this seed.
await main(async () => {
  const { names, seed } = readArguments(process.argv.slice(2));
  const unknown = names.filter((name) => !kinds.includes(name));
  if (unknown.length > 0)
    throw new Refusal(`There is no such fault: ${unknown.join(', ')}. There are ${kinds.join(', ')}.`);
  await setUp({ runtime: false });
  // Imported after set-up, because a fresh machine has no Vite yet.
  const { createServer } = await import('vite');
  const options = { root, configFile: false, logLevel: 'warn', appType: 'custom' };
  // It stays open while the faults run: some modules are imported only when they are needed.
  const vite = await createServer({ ...options, server: { middlewareMode: true, ws: false, watch: null } });
  let failures = 0;
  try {
    for (const name of kinds.filter((name) => names.length === 0 || names.includes(name))) {
      console.log(`\n== ${name} (seed ${seed}) ==`);
      const { run } = await vite.ssrLoadModule(fromRoot(`tests/faults/${name}.faults.ts`));
      failures += await run(console.log, { seed });
    }
  } finally {
    await vite.close();
  }
  return failures > 0 ? 1 : 0;
});

function readArguments(args) {
  const at = args.indexOf('--seed');
  if (at === -1) return { names: args, seed: Date.now() % 1_000_000 };
  const seed = Number(args[at + 1]);
  if (!Number.isSafeInteger(seed)) throw new Refusal('A seed is a whole number: --seed 7.');
  return { names: args.toSpliced(at, 2), seed };
}
