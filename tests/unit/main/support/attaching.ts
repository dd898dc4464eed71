import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Dialogs } from '../../../../main/core/platform';
import type { Attachment, KeptFile } from '../../../../shared/domain/attachment';
import type { ProposedChange } from '../../../../shared/domain/history/change';
import type { Source } from '../../../../shared/domain/source';
import { stands } from '../../../../shared/domain/sources/withdrawn-source';
import { emptySource } from '../../../libraries/sources';
import { refusingDialogs } from './plain-outside';
import { newId, sampleProposal } from './sample';
import { tempFolder } from './temp-folder';
import { testCore } from './test-core';

export const sumOf = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

const source: Source = {
  ...{ id: 'source', ...emptySource, title: 'The ledger', author: 'Ada Brook', publishedAt: '1974' },
  ...{ primary: true, ...stands },
};

/** The change that makes a source. */
export function sourceChange(id: string = source.id): ProposedChange {
  return {
    id: newId(),
    action: 'evidence.attach',
    edits: [{ table: 'sources', id, create: { ...source, id } }],
  };
}

/** A dialog in which the reviewer picks what stands in the list. */
function picking(paths: string[]): Dialogs {
  return { ...refusingDialogs, attachFiles: async () => paths };
}

/** Main's core with an open article that has one source, and a folder with the reviewer's own files. */
export async function openVault(given: Parameters<typeof testCore>[1] = {}, folder?: string) {
  const library = folder ?? join(await tempFolder(), 'library');
  const own = await tempFolder();
  const picked: string[] = [];
  const stet = testCore(library, { dialogs: picking(picked), ...given });
  const { call } = stet;
  const { articleId } = await call('article.create', sampleProposal());
  await call('review.open', { articleId });
  await call('review.apply', { articleId, change: sourceChange() });
  const vault = join(library, 'articles', articleId, 'vault');
  const pick = (...paths: string[]) => {
    picked.splice(0, picked.length, ...paths);
    return call('vault.pick', { taskId: newId(), articleId });
  };
  return {
    ...stet,
    library,
    articleId,
    own,
    vault,
    picked,
    pick,
    /** Puts a file into the reviewer's folder; its path. */
    async file(name: string, content: string | Uint8Array) {
      const path = join(own, name);
      await writeFile(path, content);
      return path;
    },
    /** Attaches a file with that content by dialog and by a change; the attachment. */
    async attach(name: string, content: string | Uint8Array): Promise<Attachment> {
      const path = join(own, name);
      await writeFile(path, content);
      const [file] = (await pick(path))?.files ?? [];
      if (!file) throw new Error('nothing was taken');
      const { attachment, ...change } = attaching(file);
      await call('review.apply', { articleId, change });
      return attachment;
    },
  };
}

/** The change that attaches a kept file to the source, and the attachment it makes. */
export function attaching(file: KeptFile, sourceId: string = source.id) {
  const id = newId();
  const attachment: Attachment = { ...file, id, sourceId, addedAt: '2026-01-01T00:00:00.000Z' };
  const edits: ProposedChange['edits'] = [{ table: 'attachments', id, create: attachment }];
  return { id: newId(), action: 'evidence.attach' as const, edits, attachment };
}

/** The names of the files in a folder, in order; none when it is not there. */
export async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).sort();
}

/** Turns one bit of a file. */
export async function flipByte(path: string): Promise<void> {
  const content = await readFile(path);
  content[content.length >> 1] = (content[content.length >> 1] ?? 0) ^ 1;
  await writeFile(path, content);
}
