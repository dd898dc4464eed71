import { buildApp } from '../build-app.mjs';
import { main } from '../command.mjs';
import { root } from '../root.mjs';
import { assertReleasable } from '../runtime/runtime.mjs';
import { setUp } from '../setup.mjs';
import { builderConfig } from './builder.mjs';

// Makes the installers for this system, from the official Electron only, with its fuses set.
await main(async () => {
  const runtime = await setUp();
  assertReleasable(runtime);
  await buildApp();
  const { build, Platform } = await import('electron-builder');
  await build({
    projectDir: root,
    targets: Platform.current().createTarget(),
    config: builderConfig({ runtime, release: true }),
    publish: 'never',
  });
});
