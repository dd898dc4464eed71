import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fromRoot } from '../root.mjs';

const formats = JSON.parse(readFileSync(fromRoot('shared/import/readable-formats.json'), 'utf8'));

/** Configuration of electron-builder. Only a release flips its fuses, because tests need what the fuses disable. */
export function builderConfig({ runtime, release }) {
  return {
    appId: 'org.stet.app',
    productName: 'Stet',
    copyright: 'Copyright © 2026 The Stet project',
    electronDist: runtime.folder,
    electronVersion: runtime.version,
    directories: { output: 'dist', buildResources: 'build' },
    // Everything is bundled into out/, so no package is shipped.
    files: ['out/**', 'package.json', 'LICENSE', '!node_modules', '!**/*.map'],
    asar: true,
    // A deb must name a home page. There is none yet, and this name is reserved never to exist.
    extraMetadata: { homepage: 'https://stet.invalid' },
    npmRebuild: false,
    publish: null,
    afterExtract: removeDefaultApp,
    // Stet is one more program that opens these files, never the default. On Linux they are listed below instead, because an
    // association would redefine the file types for the whole desktop.
    fileAssociations: formats
      .filter(({ name }) => name !== null)
      .map(({ name, extensions }) => ({ ext: extensions, name, role: 'Viewer', rank: 'Alternate' })),
    linux: {
      target: ['AppImage', 'deb'],
      executableName: 'stet',
      icon: 'build/icons',
      category: 'Office',
      mimeTypes: formats.flatMap(({ desktopTypes }) => desktopTypes),
      executableArgs: ['%F'],
      synopsis: 'Check an article claim by claim',
      maintainer: 'The Stet project',
      desktop: {
        entry: {
          Name: 'Stet',
          StartupWMClass: 'stet',
          Keywords: 'fact-checking;claims;proofreading;editing;',
        },
      },
    },
    mac: {
      target: ['dmg'],
      icon: 'build/icons/1024x1024.png',
      category: 'public.app-category.productivity',
      hardenedRuntime: true,
    },
    win: { target: ['nsis'], icon: 'build/icons/1024x1024.png' },
    nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
    ...(release ? { electronFuses: releaseFuses } : {}),
  };
}

// All fuses that there are (FuseV1Options), so that none is left at Electron's default.
const releaseFuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
  // Flipping fuses breaks Electron's ad-hoc signature, and Apple silicon starts no app without a valid one.
  resetAdHocDarwinSignature: true,
};

// The default app and the version file, which electron-builder leaves in a runtime taken from a folder.
async function removeDefaultApp({ appOutDir, packager }) {
  const resources =
    packager.platform.nodeName === 'darwin'
      ? join(appOutDir, 'Electron.app', 'Contents', 'Resources')
      : join(appOutDir, 'resources');
  await rm(join(resources, 'default_app.asar'), { force: true });
  await rm(join(appOutDir, 'version'), { force: true });
}
