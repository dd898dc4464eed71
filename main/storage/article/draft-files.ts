import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { StetError } from '#main/base/stet-error.ts';
import type { Draft, DraftRow } from '#shared/domain/base/draft.ts';
import { draftSchema, getKeptOriginal } from '#shared/domain/base/draft.ts';
import type { StoredTextMap } from '#shared/domain/base/text-map.ts';
import { storedTextMapSchema } from '#shared/domain/base/text-map.ts';
import { storedObject } from '#shared/text/stored-object.ts';
import { parseJsonFile } from '../disk/checksummed-json.ts';
import { ifThere, readdir, stat } from '../disk/disk.ts';
import { type FilePlatform, type JsonStore, type LoadResult, openStore } from '../disk/open-store.ts';

/** The format of a map. A lost map can be made again from the file that it leads to. */
const mapFormat = {
  format: 'stet-text-map',
  version: 1,
  schema: storedObject({ textMap: storedTextMapSchema }),
};

const ending = '.map.json';

/** Whether a file beside the drafts is a map. */
export function isTextMapName(name: string): boolean {
  return name.endsWith(ending);
}

/** Opens the map of a draft: `name` is that of the draft's file without its extension. */
function openTextMapFile(
  folder: string,
  name: string,
  platform: FilePlatform,
): JsonStore<{ textMap: StoredTextMap }> {
  return openStore(join(folder, `${name}${ending}`), mapFormat, platform);
}

/** SHA-256 of a draft's text in UTF-8, in lower-case hexadecimal. The draft's file is named after it. */
export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

interface DraftContent {
  draft: Draft;
}

const format = {
  format: 'stet-draft',
  version: 1,
  schema: storedObject({ draft: draftSchema }),
};

/** The draft in the bytes of a file; null when they are damaged or were written by a newer Stet. */
export function parseDraftFile(bytes: Uint8Array): Draft | null {
  const parsed = parseJsonFile(bytes, format);
  return parsed.state === 'read' ? parsed.data.draft : null;
}

/** The drafts of an article, each in a file of its own that is never changed. */
export class DraftFiles {
  constructor(
    private readonly folder: string,
    private readonly platform: FilePlatform,
  ) {}

  /** Writes a draft, and beside it its map, if it has one. Resolves once both would survive a power cut. */
  async write(draft: Draft, textMap: StoredTextMap | null = null): Promise<void> {
    const { own, shared } = getFileNames(draft);
    const name = (await ifThere(stat(join(this.folder, `${shared}.json`)))) ? own : shared;
    await this.#file(name).save({ draft });
    if (textMap) await this.#mapFile(name).save({ textMap });
  }

  /** The map of a draft to the file that the vault keeps for it; null when there is none or it can't be used. Never rejects. */
  async peekMap(row: DraftRow): Promise<StoredTextMap | null> {
    const kept = getKeptOriginal(row.origin);
    const { own, shared } = getFileNames(row);
    for (const name of [own, shared]) {
      const textMap = (await this.#mapFile(name).peek())?.textMap;
      if (textMap && textMap.file === kept?.sha256) return textMap;
    }
    return null;
  }

  /** Reads the draft of a row and checks that its text is the one that was imported. Rejects with `damaged` or `readOnly`. */
  async read(row: DraftRow): Promise<Draft> {
    const { own, shared } = getFileNames(row);
    let loaded: LoadResult<DraftContent> | null = null;
    let found: Draft | null = null;
    for (const name of [own, shared]) {
      const file = this.#file(name);
      const draft = (await file.load())?.draft;
      if (draft && isDraftOfRow(draft, row)) {
        found = chooseFuller(found, draft);
        if (found.account !== null) return found;
      } else if (!found) loaded = file.loadResult;
    }
    if (found) return found;
    if (loaded?.state === 'newer')
      throw new StetError(
        'readOnly',
        'This article’s text was written by a newer Stet. Update Stet to open it.',
      );
    if (loaded?.state === 'unreadable')
      throw new StetError(
        'damaged',
        `The text of this article can’t be read: ${loaded.reason}. Nothing was changed.`,
      );
    throw new StetError(
      'damaged',
      `The text of this article can’t be read from ${row.sha256}.json. ` +
        'Claims and sources are kept in its folder; put a copy of that file back to open it.',
      { cause: loaded },
    );
  }

  /** As `read`, but null when the draft can't be read, and a damaged file stays where it is. Never rejects. */
  async peek(row: Pick<DraftRow, 'id' | 'sha256'>): Promise<Draft | null> {
    const { own, shared } = getFileNames(row);
    let found: Draft | null = null;
    for (const name of [own, shared]) {
      const draft = (await this.#file(name).peek())?.draft;
      if (draft && isDraftOfRow(draft, row)) found = chooseFuller(found, draft);
      if (found && found.account !== null) return found;
    }
    return found;
  }

  /** Any draft in this folder with a text, by the SHA-256 of the text; null when there is none. Writes nothing. Never rejects. */
  async findText(sha256: string): Promise<Draft | null> {
    const names = (await readdir(this.folder).catch(() => [])).filter(
      (name) => name.startsWith(sha256) && name.endsWith('.json') && !isTextMapName(name),
    );
    for (const name of names) {
      const draft = (await this.#file(name.slice(0, -'.json'.length)).peek())?.draft;
      if (draft && hashText(draft.text) === sha256) return draft;
    }
    return null;
  }

  #mapFile(name: string) {
    return openTextMapFile(this.folder, name, this.platform);
  }

  #file(name: string) {
    return openStore(join(this.folder, `${name}.json`), format, this.platform);
  }
}

/** Whether a draft has the id and the text of a row. */
export function isDraftOfRow(draft: Draft, row: Pick<DraftRow, 'id' | 'sha256'>): boolean {
  return draft.id === row.id && hashText(draft.text) === row.sha256;
}

/**
 * The one of two files of the same draft that has the account of its import. There are two when the draft was restored from elsewhere
 * while its file could not be read.
 */
function chooseFuller(found: Draft | null, other: Draft): Draft {
  return !found || (found.account === null && other.account !== null) ? other : found;
}

/**
 * The names that a draft's file may have, without the extension. It is named after the checksum of its text (`shared`), or
 * after checksum and id (`own`) when an earlier draft has the same text.
 */
function getFileNames({ sha256, id }: Pick<DraftRow, 'sha256' | 'id'>): { own: string; shared: string } {
  return { own: `${sha256}.${id}`, shared: sha256 };
}
