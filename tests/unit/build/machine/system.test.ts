import { describe, expect, test } from 'vitest';
import { chooseNames, commandElsewhere, missingNeeds, neededPackages } from '#build/machine/system.mjs';

const gtk = ['libgtk-3-0t64', 'libgtk-3-0'];
const nss = ['libnss3'];

describe('what is missing', () => {
  test('nothing, when any name of each need is installed', () => {
    expect(missingNeeds([gtk, nss], 'installed libgtk-3-0\ninstalled libnss3\n')).toEqual([]);
  });

  test('what dpkg does not know, has removed or only half installed', () => {
    const dpkg = 'config-files libgtk-3-0\nnot-installed libgtk-3-0t64\nhalf-configured libnss3\n';
    expect(missingNeeds([gtk, nss, ['xvfb']], dpkg)).toEqual([gtk, nss, ['xvfb']]);
  });
});

describe('what to install', () => {
  const entry = (name: string, candidate: string) =>
    `${name}:\n  Installed: (none)\n  Candidate: ${candidate}\n  Version table:\n     1.0 500\n`;

  test('the newer name where apt has it', () => {
    expect(chooseNames([gtk], entry('libgtk-3-0t64', '3.24') + entry('libgtk-3-0', '(none)'))).toEqual([
      'libgtk-3-0t64',
    ]);
  });

  test('the older name on an older release', () => {
    expect(chooseNames([gtk, nss], entry('libgtk-3-0', '3.24') + entry('libnss3', '2:3.98'))).toEqual([
      'libgtk-3-0',
      'libnss3',
    ]);
    expect(chooseNames([gtk], entry('libgtk-3-0t64', '(none)') + entry('libgtk-3-0', '3.24'))).toEqual([
      'libgtk-3-0',
    ]);
  });

  test('the first name where apt knows none, so that its message names it', () => {
    expect(chooseNames([gtk], '')).toEqual(['libgtk-3-0t64']);
  });
});

test('only the tests need Chromium', () => {
  const names = (browser: boolean) => neededPackages({ browser }).flat();
  expect(names(true)).toContain('chromium');
  expect(names(false)).not.toContain('chromium');
  expect(names(false)).toEqual(expect.arrayContaining(['xvfb', 'poppler-utils']));
});

test('elsewhere the command is that of the package manager there is', () => {
  const has = (manager: string) => (name: unknown) => name === manager;
  expect(commandElsewhere(has('dnf'), { browser: true })).toMatch(/^sudo dnf install .* chromium$/);
  expect(commandElsewhere(has('pacman'), { browser: false })).toMatch(/^sudo pacman -S (?!.*chromium)/);
  expect(commandElsewhere(has('brew'), { browser: true })).toBeNull();
});
