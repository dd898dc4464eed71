import { rm } from 'node:fs/promises';
import { join } from 'node:path';

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
    fileAssociations: [
      { ext: 'txt', name: 'Plain text', role: 'Viewer', rank: 'Alternate' },
      { ext: ['md', 'markdown'], name: 'Markdown', role: 'Viewer', rank: 'Alternate' },
      { ext: 'docx', name: 'Word document', role: 'Viewer', rank: 'Alternate' },
      { ext: 'doc', name: 'Word 97-2003 document', role: 'Viewer', rank: 'Alternate' },
      { ext: ['odt', 'fodt'], name: 'OpenDocument text', role: 'Viewer', rank: 'Alternate' },
      { ext: 'rtf', name: 'Rich text', role: 'Viewer', rank: 'Alternate' },
      { ext: ['eml', 'msg'], name: 'Mail message', role: 'Viewer', rank: 'Alternate' },
      { ext: ['srt', 'vtt'], name: 'Subtitles', role: 'Viewer', rank: 'Alternate' },
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
        'application/msword',
        'application/vnd.oasis.opendocument.text',
        'application/vnd.oasis.opendocument.text-flat-xml',
        'application/rtf',
        'message/rfc822',
        'application/vnd.ms-outlook',
        'application/x-subrip',
        'text/vtt',
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
