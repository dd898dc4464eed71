import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Dialogs } from '#main/core/ports/window-shell.ts';
import type { Attachment, StoredFile } from '#shared/domain/base/attachment.ts';
import type { Source } from '#shared/domain/base/source.ts';
import { goodStanding } from '#shared/domain/base/source-standing.ts';
import type { ProposedChange } from '#shared/domain/review/change.ts';
import { emptySource } from '#tests/libraries/sources.ts';
import { refusingDialogs } from './plain-platform.ts';
import { newId, sampleProposal } from './sample.ts';
import { tempFolder } from './temp-folder.ts';
import { testCore } from './test-core.ts';

export const computeSha256 = (content: string | Uint8Array) =>
  createHash('sha256').update(content).digest('hex');

const source: Source = {
  id: 'source',
  ...emptySource,
  title: 'The ledger',
  author: 'Ada Brook',
  publishedAt: '1974',
  primary: true,
  ...goodStanding,
};

/** A change that creates a source. */
export function createSourceChange(id: string = source.id): ProposedChange {
  return {
    id: newId(),
    action: 'evidence.attach',
    edits: [{ table: 'sources', id, create: { ...source, id } }],
  };
}

/** Dialogs in which the reviewer picks the files of the list. */
function createPickingDialogs(paths: string[], others: Partial<Dialogs> = {}): Dialogs {
  return { ...refusingDialogs, ...others, attachFiles: async () => paths };
}

/** Main's core with an open article that has one source, and a folder with the reviewer's files. */
export async function openVault(options: Parameters<typeof testCore>[1] = {}, folder?: string) {
  const library = folder ?? join(await tempFolder(), 'library');
  const own = await tempFolder();
  const pickedPaths: string[] = [];
  const stet = testCore(library, { ...options, dialogs: createPickingDialogs(pickedPaths, options.dialogs) });
  const { call, createArticle } = stet;
  const { articleId } = await createArticle(sampleProposal());
  await call('review.open', { articleId });
  await call('review.apply', { articleId, change: createSourceChange() });
  const vault = join(library, 'articles', articleId, 'vault');
  const pick = (...paths: string[]) => {
    pickedPaths.splice(0, pickedPaths.length, ...paths);
    return call('vault.pick', { taskId: newId(), articleId });
  };
  return {
    ...stet,
    library,
    articleId,
    own,
    vault,
    pickedPaths,
    pick,
    /** Writes a file into the reviewer's folder. Resolves to its path. */
    async file(name: string, content: string | Uint8Array) {
      const path = join(own, name);
      await writeFile(path, content);
      return path;
    },
    /** Attaches a file with that content by dialog and by a change. */
    async attach(name: string, content: string | Uint8Array): Promise<Attachment> {
      const path = join(own, name);
      await writeFile(path, content);
      const [file] = (await pick(path))?.files ?? [];
      if (!file) throw new Error('nothing was added');
      const { attachment, ...change } = createAttachChange(file);
      await call('review.apply', { articleId, change });
      return attachment;
    },
  };
}

/** A change that attaches a stored file to the source, and the attachment that it creates. */
export function createAttachChange(file: StoredFile, sourceId: string = source.id) {
  const id = newId();
  const attachment: Attachment = { ...file, id, sourceId, addedAt: '2026-01-01T00:00:00.000Z' };
  const edits: ProposedChange['edits'] = [{ table: 'attachments', id, create: attachment }];
  return { id: newId(), action: 'evidence.attach' as const, edits, attachment };
}

/** The sorted names in a folder, without the bin of a vault. Empty when the folder does not exist. */
export async function listFileNames(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).filter((name) => name !== 'swept').sort();
}

/** Flips one bit of a file. */
export async function flipBit(path: string): Promise<void> {
  const content = await readFile(path);
  content[content.length >> 1] = (content[content.length >> 1] ?? 0) ^ 1;
  await writeFile(path, content);
}
