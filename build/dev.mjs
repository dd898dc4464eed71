import { main } from './command.mjs';
import { inForeground } from './machine/launch.mjs';
import { runTool } from './machine/processes.mjs';
import { setUp } from './setup.mjs';

// Reloads the renderer and restarts main on changes. Arguments after `npm run dev --` go to electron-vite: `--inspect 5858`.
await main(async () => {
  const { executable } = await setUp();
  return inForeground(({ flags, env }) =>
    runTool(
      'electron-vite/bin/electron-vite.js',
      [
        'dev',
        '--config',
        'electron.config.ts',
        '--watch',
        '--sourcemap',
        ...(flags.length > 0 ? ['--noSandbox'] : []),
        ...process.argv.slice(2),
      ],
      { env: { ...env, ELECTRON_EXEC_PATH: executable } },
    ),
  );
});
