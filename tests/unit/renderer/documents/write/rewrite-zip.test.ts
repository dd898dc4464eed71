import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { unpackParts } from '#renderer/documents/read/base/unpack-parts.ts';
import { findLocalRecord, rewriteZip } from '#renderer/documents/write/rewrite-zip.ts';
import { inflateEntry } from '#renderer/documents/zip/inflate-entry.ts';
import { readZipComment, readZipDirectory } from '#renderer/documents/zip/zip-directory.ts';
import { getCrc, makeZip, type SampleEntry } from '../zip/make-zip.ts';

const entry = fc.record<SampleEntry>({
  name: fc.stringMatching(/^[a-zA-Zé]{1,6}([/\\][a-z]{1,4}){0,2}\.(xml|png)$/),
  content: fc.string({ unit: 'grapheme', maxLength: 60 }),
  isStored: fc.boolean(),
  descriptor: fc.constantFrom(0, 32, 64),
  hasDescriptorSignature: fc.boolean(),
  isZip64: fc.boolean(),
  extra: fc.string({ maxLength: 9 }),
  comment: fc.string({ maxLength: 9 }),
  time: fc.nat(),
  attributes: fc.nat(),
});
const entries = fc.uniqueArray(entry, {
  minLength: 1,
  maxLength: 6,
  selector: ({ name }) => name.replaceAll('\\', '/').toLowerCase(),
});

const noChanges = { replaced: new Map(), added: new Map() };
const readDirectory = (zip: Uint8Array) => readZipDirectory(zip, 100) ?? [];
const readAll = (zip: Uint8Array) =>
  readDirectory(zip).map((one) => {
    const bytes = inflateEntry(zip, one);
    return [one.name, typeof bytes === 'string' ? bytes : strFromU8(bytes)];
  });

test('a zip without changes keeps its bytes, apart from the end record of 64 bits', async () => {
  await fc.assert(
    fc.asyncProperty(entries, fc.string({ maxLength: 20 }), async (all, comment) => {
      const zip = makeZip(all, comment);
      const rewritten = await rewriteZip(zip, readDirectory(zip), noChanges);
      if (!all.some(({ isZip64 }) => isZip64)) expect(rewritten).toEqual(zip);
      expect(readDirectory(rewritten).map(({ record }) => record)).toEqual(
        readDirectory(zip).map(({ record }) => record),
      );
      expect(readZipComment(rewritten)).toEqual(strToU8(comment));
    }),
  );
});

test('replaced entries have the new content under the old name and time; all others keep every byte of their records', async () => {
  await fc.assert(
    fc.asyncProperty(
      ...([entries, fc.nat(), fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string()] as const),
      async (all, index, content, gap) => {
        const zip = makeZip(all, 'kept', gap);
        const before = readDirectory(zip);
        const chosen = before[index % before.length];
        if (!chosen) return;
        const added = new Map([['word/neu é.xml', strToU8('added')]]);
        const rewritten = await rewriteZip(zip, before, {
          replaced: new Map([[chosen, strToU8(content)]]),
          added,
        });
        const expected = all.map(({ name, content: own }, at) => [
          name.replaceAll('\\', '/'),
          before[at] === chosen ? content : own,
        ]);
        expect(readAll(rewritten)).toEqual([...expected, ['word/neu é.xml', 'added']]);
        const after = readDirectory(rewritten);
        for (const [at, one] of before.entries()) {
          const now = after[at];
          if (!now) throw new Error('An entry is missing.');
          // Version of the maker, name and time; then attributes and comment.
          expect(now.record.slice(4, 6)).toEqual(one.record.slice(4, 6));
          expect(now.record.slice(12, 16)).toEqual(one.record.slice(12, 16));
          expect(now.record.slice(36, 42)).toEqual(one.record.slice(36, 42));
          if (one === chosen) continue;
          expect(findLocalRecord(rewritten, now)).toEqual(findLocalRecord(zip, one));
        }
        const crcs = after.map(({ record }) =>
          new DataView(record.buffer, record.byteOffset).getUint32(16, true),
        );
        expect(crcs).toEqual(readAll(rewritten).map(([, text = '']) => getCrc(strToU8(text))));
      },
    ),
  );
});

test('a rewritten zip is read by another program as well', async () => {
  const plain = { isStored: false, descriptor: 0, hasDescriptorSignature: true, isZip64: false } as const;
  const rest = { ...plain, extra: 'x', comment: '', time: 0x59_21_00_00, attributes: 0 };
  const zip = makeZip([
    { name: 'a.xml', content: 'one', ...rest },
    { name: 'b.xml', content: 'two', ...rest, descriptor: 32 },
  ]);
  const before = readDirectory(zip);
  const replaced = new Map(before.slice(0, 1).map((first) => [first, strToU8('other')]));
  const rewritten = await rewriteZip(zip, before, { replaced, added: new Map() });
  expect(Object.entries(unzipSync(rewritten)).map(([name, bytes]) => [name, strFromU8(bytes)])).toEqual([
    ['a.xml', 'other'],
    ['b.xml', 'two'],
  ]);
  expect(unpackParts(rewritten)).toMatchObject({ ok: true });
});

test('bytes between the entries are left out: they may be files that were deleted from the zip', async () => {
  const rest = { descriptor: 0, hasDescriptorSignature: false, extra: '', comment: '' } as const;
  const sample = { ...rest, name: 'a.xml', content: 'a', isStored: true, isZip64: false };
  const zip = makeZip([{ ...sample, time: 0, attributes: 0 }], '', 'SECRET');
  expect(strFromU8(zip)).toContain('SECRET');
  expect(strFromU8(await rewriteZip(zip, readDirectory(zip), noChanges))).not.toContain('SECRET');
});

test('a zip whose directory names an entry that is not there is refused', async () => {
  const zip = makeZip([]);
  const missing = {
    name: 'a.xml',
    isEncrypted: false,
    method: 0,
    compressedSize: 1,
    uncompressedSize: 1,
    headerOffset: 0,
    record: new Uint8Array(46),
  };
  await expect(rewriteZip(zip, [missing], noChanges)).rejects.toThrow('missing');
});
