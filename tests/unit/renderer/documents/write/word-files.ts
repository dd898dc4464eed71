import { commands } from 'vitest/browser';
import { unpackParts } from '#renderer/documents/read/base/unpack-parts.ts';
import { parseXml } from '#renderer/documents/read/base/xml.ts';
import { findMainPart } from '#renderer/documents/read/word/document/office-package.ts';
import { openWordDocument } from '#renderer/documents/read/word/document/word-document.ts';
import { type EditedPackage, openEditedPackage } from '#renderer/documents/write/edited-package.ts';
import type { PreparedComment } from '#renderer/documents/write/prepare-comments.ts';
import { findLocalRecord } from '#renderer/documents/write/rewrite-zip.ts';
import type { MainPart } from '#renderer/documents/write/text-places.ts';
import { readZipDirectory } from '#renderer/documents/zip/zip-directory.ts';
import { choose } from '#tests/unit/effort.ts';

/** An error that a check against the schemas found. */
export interface SchemaError {
  part: string;
  path: string;
  description: string;
}

// See build/testing/word-file-commands.mjs.
declare module 'vitest/internal/browser' {
  interface BrowserCommands {
    listWordFiles: () => Promise<string[]>;
    readWordFile: (path: string) => Promise<string>;
    validateWordFile: (base64: string) => Promise<SchemaError[] | null>;
  }
}

interface WordFile {
  name: string;
  bytes: Uint8Array;
}

const encode = (bytes: Uint8Array) => {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
};

/**
 * The Word files of the fixtures, and all real ones where STET_CORPORA names a folder that has them; in `npm test` one in three, because
 * the validator takes a second for each.
 */
export async function loadWordFiles(): Promise<WordFile[]> {
  const names = (await commands.listWordFiles()).filter((_, index) => index % choose(3, 1) === 0);
  return await Promise.all(
    names.map(async (name) => {
      const base64 = await commands.readWordFile(name);
      return { name, bytes: Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)) };
    }),
  );
}

/** The errors that the Open XML SDK finds in a file and did not find in the file before. */
export async function listNewErrors(before: Uint8Array, after: Uint8Array): Promise<SchemaError[] | null> {
  const old = await commands.validateWordFile(encode(before));
  if (!old) return null;
  const known = new Set(old.map(({ description, part }) => `${part} ${description}`));
  const errors = await commands.validateWordFile(encode(after));
  return errors?.filter(({ description, part }) => !known.has(`${part} ${description}`)) ?? null;
}

/** The errors that the Open XML SDK finds in a file. */
export const validate = (bytes: Uint8Array): Promise<SchemaError[] | null> =>
  commands.validateWordFile(encode(bytes));

/** Opens a package that is readable; fails the test otherwise. */
export function openPackage(bytes: Uint8Array): { pkg: EditedPackage; main: string; mainPart: MainPart } {
  const opened = openEditedPackage(bytes);
  if (!opened.ok) throw new Error(`The package can’t be opened: ${opened.fault.kind}.`);
  const pkg = opened.package;
  const main = findMainPart(pkg.parts);
  const root = parseXml(pkg.getPart(main));
  if (!root) throw new Error('The main part can’t be read.');
  return { pkg, main, mainPart: { name: main, root } };
}

/** Reads a written file as the importer does; fails the test when it can't be read. */
export function readDocument(bytes: Uint8Array) {
  const unpacked = unpackParts(bytes);
  const opened = unpacked.ok ? openWordDocument(unpacked.parts) : 'damaged';
  if (!unpacked.ok || typeof opened === 'string') throw new Error(`The file is ${String(opened)}.`);
  return { ...opened, parts: unpacked.parts };
}

/** The names of the entries whose records differ, or that are new or gone. */
export function listChangedEntries(before: Uint8Array, after: Uint8Array): string[] {
  const read = (zip: Uint8Array) =>
    new Map(
      (readZipDirectory(zip, 10_000) ?? []).map((entry) => [
        entry.name,
        String(findLocalRecord(zip, entry)) + String(entry.record.subarray(0, 42)),
      ]),
    );
  const [old, now] = [read(before), read(after)];
  return [...new Set([...old.keys(), ...now.keys()])].filter((name) => old.get(name) !== now.get(name));
}

export const line = (text: string) => [{ text, isBold: false, href: null }];

export const commentOf = (changes: Partial<PreparedComment> = {}): PreparedComment => ({
  id: 1,
  durableId: '0A0B0C0D',
  author: 'Ada Ruiz',
  initials: 'AR',
  at: '2026-11-28T10:00:00Z',
  lines: [
    [{ text: 'Disputed · claim 1', isBold: true, href: null }],
    [
      { text: 'See ', isBold: false, href: null },
      { text: 'the minutes', isBold: false, href: 'https://example.org/a?b=c&d=é' },
    ],
  ],
  parent: null,
  reopens: false,
  ...changes,
});
