import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import {
  encodeChecksummed,
  type JsonFileFormat,
  parseJsonFile,
} from '#main/storage/disk/checksummed-json.ts';
import {
  createFolder,
  createPrivateFile,
  makePrivateFolder,
  syncFolder,
} from '#main/storage/disk/durable-file.ts';
import { searchedKinds } from '#shared/contract/commands/library-commands.ts';
import { idSchema } from '#shared/domain/base/primitives.ts';

const searchedTextSchema = z.strictObject({
  kind: z.enum(searchedKinds),
  /** The claim or the source that it belongs to; null for title and text. */
  refId: idSchema.nullable(),
  text: z.string(),
});

export type SearchedText = z.infer<typeof searchedTextSchema>;

const searchedArticleSchema = z.strictObject({
  articleId: idSchema,
  /** Size of the article’s history in bytes when this was read from it. */
  historyBytes: z.int().nonnegative(),
  texts: z.array(searchedTextSchema),
});

/** Everything of an article that the search of the library finds. Nothing in it is confidential. */
export type SearchedArticle = z.infer<typeof searchedArticleSchema>;

/** Increased whenever other texts are indexed: the index is then made again. */
const formatVersion = 1;

const format: JsonFileFormat<SearchedArticle> = {
  format: 'stet-searched-article',
  version: formatVersion,
  schema: searchedArticleSchema,
};

/** `ID.BYTES.json`: the name says which state of the article’s history the file was made from. */
const fileName = /^([A-Za-z0-9_-]{1,64})\.(\d{1,15})\.json$/;

const nameFile = ({ articleId, historyBytes }: Pick<SearchedArticle, 'articleId' | 'historyBytes'>) =>
  `${articleId}.${historyBytes}.json`;

/** The name of a library’s folder in that of the index. `key` is the library’s id, or its path when it has none. */
export function nameIndexFolder(key: string): string {
  return `${createHash('sha256').update(key).digest('hex').slice(0, 32)}-${formatVersion}`;
}

/** Reads the article in a file; null when it is not whole, or of another version. Blocks: only for the worker of the search. */
export function readStoredArticle(folder: string, name: string): SearchedArticle | null {
  try {
    const parsed = parseJsonFile(readFileSync(join(folder, name)), format);
    if (parsed.state !== 'read' || nameFile(parsed.data) !== name) return null;
    return parsed.data;
  } catch {
    return null;
  }
}

/**
 * The stored index of one library: a file for each article, so that an article that is deleted leaves nothing behind, and an edit
 * writes only that of its article. A cache: what is damaged or missing is made again, so nothing is synced but removals.
 */
export class StoredArticles {
  /** The sizes of the histories from which the files were made, by article. */
  readonly #historyBytes = new Map<string, number>();

  private constructor(readonly folder: string) {}

  /** Opens the index of a library in the folder of all of them, and removes every other. Rejects with the system's error. */
  static async open(parent: string, key: string): Promise<StoredArticles> {
    const own = nameIndexFolder(key);
    const stored = new StoredArticles(join(parent, own));
    await createFolder(stored.folder);
    await makePrivateFolder(stored.folder);
    for (const name of await readdir(parent))
      if (name !== own) await rm(join(parent, name), { recursive: true, force: true });
    for (const name of await readdir(stored.folder)) {
      const [, articleId, bytes] = fileName.exec(name) ?? [];
      // A killed process may have left two files of an article.
      if (articleId === undefined || stored.#historyBytes.has(articleId))
        await rm(join(stored.folder, name), { recursive: true, force: true });
      else stored.#historyBytes.set(articleId, Number(bytes));
    }
    return stored;
  }

  listIds(): string[] {
    return [...this.#historyBytes.keys()];
  }

  listNames(): string[] {
    return Array.from(this.#historyBytes, ([articleId, historyBytes]) =>
      nameFile({ articleId, historyBytes }),
    );
  }

  /** Removes a file that can’t be read, so that it is made again; not one that was replaced meanwhile. Rejects with the system's error. */
  async discard(name: string): Promise<void> {
    const [, articleId = '', bytes] = fileName.exec(name) ?? [];
    if (this.has(articleId, Number(bytes))) await this.remove(articleId);
  }

  /** Whether the file of an article was made from this state of its history. */
  has(articleId: string, historyBytes: number): boolean {
    return this.#historyBytes.get(articleId) === historyBytes;
  }

  /** Writes the file of an article in the place of the one before. Rejects with the system's error. */
  async write(article: SearchedArticle): Promise<void> {
    await this.remove(article.articleId);
    await rm(join(this.folder, nameFile(article)), { force: true });
    // Not by way of a temporary file: its checksum says of a half written one that it has to be made again.
    const handle = await createPrivateFile(join(this.folder, nameFile(article)));
    try {
      await handle.writeFile(encodeChecksummed(format.format, format.version, article));
    } finally {
      await handle.close();
    }
    this.#historyBytes.set(article.articleId, article.historyBytes);
  }

  /** Removes the file of an article, if there is one. Resolves once that would survive a power cut. Rejects with the system's error. */
  async remove(articleId: string): Promise<void> {
    const historyBytes = this.#historyBytes.get(articleId);
    if (historyBytes === undefined) return;
    await rm(join(this.folder, nameFile({ articleId, historyBytes })), { force: true, maxRetries: 3 });
    this.#historyBytes.delete(articleId);
    await syncFolder(this.folder);
  }
}
