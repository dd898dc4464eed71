import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** What electron-builder makes of Stet. Only a release gets its fuses flipped: tests drive the app through what they cut. */
export function builderConfig({ runtime, release }) {
  return {
    appId: 'org.stet.app',
    productName: 'Stet',
    copyright: 'Copyright © 2026 The Stet project',
    electronDist: runtime.folder,
    electronVersion: runtime.version,
    directories: { output: 'dist', buildResources: 'build' },
    // Everything is bundled into out/, so no package is shipped beside it.
    files: ['out/**', 'package.json', 'LICENSE', '!node_modules', '!**/*.map'],
    asar: true,
    // A deb has to name a home page. There is none yet, and this name is reserved never to exist.
    extraMetadata: { homepage: 'https://stet.invalid' },
    npmRebuild: false,
    publish: null,
    afterExtract: removeDefaultApp,
    // Offered as one more program to open them with, never as the first. Linux has these kinds already: naming them below
    // is enough, where an association would define them anew for the whole desktop.
    fileAssociations: [
      { ext: 'txt', name: 'Plain text', role: 'Viewer', rank: 'Alternate' },
      { ext: ['md', 'markdown'], name: 'Markdown', role: 'Viewer', rank: 'Alternate' },
      { ext: 'docx', name: 'Word document', role: 'Viewer', rank: 'Alternate' },
      { ext: 'pdf', name: 'PDF', role: 'Viewer', rank: 'Alternate' },
      { ext: ['html', 'htm', 'xhtml'], name: 'Web page', role: 'Viewer', rank: 'Alternate' },
      { ext: ['mhtml', 'mht'], name: 'Saved web page', role: 'Viewer', rank: 'Alternate' },
    ],
    linux: {
      target: ['AppImage', 'deb'],
      executableName: 'stet',
      icon: 'build/icons',
      category: 'Office',
      mimeTypes: [
        'text/plain',
        'text/markdown',
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        'application/pdf',
        'text/html',
        'application/xhtml+xml',
        'multipart/related',
      ],
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

const releaseFuses = {
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
};

// The app that starts other apps, and the note of the version: electron-builder leaves them in a runtime taken from a folder.
async function removeDefaultApp({ appOutDir, packager }) {
  const resources =
    packager.platform.nodeName === 'darwin'
      ? join(appOutDir, 'Electron.app', 'Contents', 'Resources')
      : join(appOutDir, 'resources');
  await rm(join(resources, 'default_app.asar'), { force: true });
  await rm(join(appOutDir, 'version'), { force: true });
}
