import { joinBytes } from '../../../../shared/bytes/join-bytes';
import { readZipComment, type ZipEntry } from '../../../../shared/bytes/zip/zip-directory';
import { type DeflatedContent, deflateContent } from './deflate-content';
import {
  createDirectoryRecord,
  createEndRecord,
  moveDirectoryRecord,
  replaceDirectoryRecord,
} from './directory-records';
import { createLocalRecord, findLocalRecord, replaceContent } from './local-records';

export interface ZipChanges {
  /** The new content of entries. */
  replaced: ReadonlyMap<ZipEntry, Uint8Array<ArrayBuffer>>;
  /** The content of new entries by their names. They follow the others, in order. */
  added: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/**
 * Writes a zip with changed entries. All other entries are copied as they are, compressed content and headers included, in the same
 * order; so is the comment. Bytes that belong to no entry are left out. Rejects when an entry of the directory is not in the file.
 */
export async function rewriteZip(
  zip: Uint8Array,
  entries: readonly ZipEntry[],
  { replaced, added }: ZipChanges,
): Promise<Uint8Array<ArrayBuffer>> {
  const written: Uint8Array[] = [];
  let length = 0;
  /** Returns the offset of what is written. */
  const write = (bytes: Uint8Array) => {
    written.push(bytes);
    length += bytes.length;
    return length - bytes.length;
  };
  const records = new Map<ZipEntry, Uint8Array>();
  for (const entry of entries.toSorted((a, b) => a.headerOffset - b.headerOffset)) {
    const local = findLocalRecord(zip, entry);
    if (!local) throw new Error('An entry of the zip is missing.');
    const bytes = replaced.get(entry);
    const content: DeflatedContent | null = bytes ? await deflateContent(bytes) : null;
    const offset = write(content ? replaceContent(local, content) : local);
    records.set(
      entry,
      content
        ? replaceDirectoryRecord(entry.record, offset, content)
        : moveDirectoryRecord(entry.record, offset),
    );
  }
  const directory = entries.flatMap((entry) => records.get(entry) ?? []);
  for (const [name, bytes] of added) {
    const content = await deflateContent(bytes);
    const encoded = new TextEncoder().encode(name);
    directory.push(createDirectoryRecord(encoded, write(createLocalRecord(encoded, content)), content));
  }
  const offset = length;
  for (const record of directory) write(record);
  const end = createEndRecord(
    { offset, size: length - offset, count: directory.length },
    readZipComment(zip),
  );
  write(end);
  return joinBytes(written);
}
