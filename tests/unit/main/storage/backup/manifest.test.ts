import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { backupPathSchema, formatManifestName, parseManifestName } from '#main/storage/backup/manifest.ts';
import { backupCommands } from '#shared/contract/commands/backup-commands.ts';

test.each([
  '../history.jsonl',
  'drafts/../../history.jsonl',
  'drafts/..',
  '..',
  '.',
  './history.jsonl',
  '/etc/passwd',
  'C:\\windows',
  'drafts\\..\\x',
  'drafts//x',
  'drafts/',
  '',
  'a\0b',
  'a\nb',
])('the path %j of a backup is refused, because it could lead out of the folder', (path) => {
  expect(backupPathSchema.safeParse(path).success).toBe(false);
});

test.each(['history.jsonl', `vault/${'a'.repeat(64)}`, 'drafts/a.b.json', 'copy.json', '..a/b', 'a..b'])(
  'the path %j of a backup is accepted',
  (path) => {
    expect(backupPathSchema.safeParse(path).success).toBe(true);
  },
);

test('no accepted path has a part that leads out', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[./a]{1,8}$/), (path) => {
      if (!backupPathSchema.safeParse(path).success) return;
      for (const part of path.split('/')) expect(['', '.', '..']).not.toContain(part);
    }),
  );
});

test('the name of a backup says its number and time', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10 ** 9 }),
      fc.date({ min: new Date(0), max: new Date('9999-01-01'), noInvalidDate: true }),
      (number, date) => {
        const name = formatManifestName({ number, takenAt: date.toISOString() });
        const { input } = backupCommands['backup.articles'];
        expect(input.safeParse({ libraryId: 'x', name }).success).toBe(true);
        expect(parseManifestName(name)).toEqual({ name, number, at: date.getTime() });
      },
    ),
  );
});

test('other files in the folder are no backups', () => {
  for (const name of ['about.txt', 'backup-000001-2026.json', 'writing.0123456789ab.tmp', 'backup-1.json'])
    expect(parseManifestName(name)).toBeNull();
});
