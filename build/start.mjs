import { buildApp } from './build-app.mjs';
import { main } from './command.mjs';
import { appArguments, inForeground } from './machine/launch.mjs';
import { run } from './machine/processes.mjs';
import { root } from './root.mjs';
import { setUp } from './setup.mjs';

await main(async () => {
  // npm changes into the repository; INIT_CWD is the folder in which the command was typed.
  const args = appArguments(process.argv.slice(2), { folder: process.env.INIT_CWD ?? process.cwd() });
  const { executable } = await setUp();
  await buildApp();
  // Hides Chromium's remarks on missing system services.
  const quiet = '--log-level=3';
  return inForeground(({ flags, env }) => run(executable, [...flags, quiet, root, ...args], { env }));
});
