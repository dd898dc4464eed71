import { buildApp } from '../build-app.mjs';
import { main } from '../command.mjs';
import { fromRoot, root } from '../root.mjs';
import { describeRuntime } from '../runtime/runtime.mjs';
import { setUp } from '../setup.mjs';
import { builderConfig } from './builder.mjs';

// Makes an unpacked app for this machine from the available runtime, without network: for trying and testing, not to ship.
// `npm run package -- deb` makes another target.
await main(async () => {
  const target = process.argv[2] ?? 'dir';
  const runtime = await setUp();
  await buildApp();
  // electron-builder would download fpm to make a deb; dpkg-deb is on every machine that can use one.
  if (target === 'deb') process.env.CUSTOM_FPM_PATH ??= fromRoot('build/packaging/fpm-by-dpkg-deb.mjs');
  const { build, Platform } = await import('electron-builder');
  await build({
    projectDir: root,
    targets: Platform.current().createTarget(target),
    config: builderConfig({ runtime, release: false }),
    publish: 'never',
  });
  console.log(`Packaged from ${describeRuntime(runtime)} in ${fromRoot('dist')}; not for others to use.`);
});
