import { dirname, join } from 'node:path';
import { z } from 'zod';
import { StetError } from '#main/base/stet-error.ts';
import { currentTimestamp, type System } from '#main/base/system.ts';
import type { Origin } from '#shared/domain/base/draft.ts';
import { idSchema, timestampSchema } from '#shared/domain/base/primitives.ts';
import type { StoredTextMap } from '#shared/domain/base/text-map.ts';
import { applyEdits } from '#shared/domain/review/apply-edits.ts';
import { createEmptyReview } from '#shared/domain/review/review.ts';
import { openArticle } from '#shared/drafts/create-draft.ts';
import type { DraftProposal } from '#shared/import/base/proposal.ts';
import { ifThere, readdir, removeTree, rename, rm, stat } from '../disk/disk.ts';
import { asNotStored, describeDiskError, MaybeStoredError, notSavedError } from '../disk/disk-messages.ts';
import {
  createFolder,
  replaceFile,
  syncChangedFolder,
  syncFolder,
  writeFileDurably,
} from '../disk/durable-file.ts';
import { type FilePlatform, openStore, readJsonFile } from '../disk/open-store.ts';
import { articleFolder, articlePaths, libraryPaths } from '../disk/paths.ts';
import type { WriteAccess } from '../disk/write-access.ts';
import { formatNewHistory } from '../history/history-format.ts';
import { writeToVault } from '../vault/vault-writer.ts';
import { type ArticleSummary, summarizeArticle, writeSummary } from './article-summary.ts';
import { DraftFiles, hashText } from './draft-files.ts';

/** Prefix of the folder in which an article is being created. No id begins with it. */
const creationPrefix = '.making-';
/** Prefix of the folder of a deleted article, until the folder is removed. */
const removalPrefix = '.removing-';

/** The folder in which to create an article. `name` is new each time, because a paused process may still write to an earlier folder. */
function creationFolder(libraryFolder: string, name: string): string {
  return join(libraryPaths(libraryFolder).articles, creationPrefix + name);
}

export function removalFolder(libraryFolder: string, articleId: string): string {
  return join(libraryPaths(libraryFolder).articles, removalPrefix + articleId);
}

/** Whether a folder has the name of one in which an article is being created. */
export function isCreationFolder(name: string): boolean {
  return parseId(name, creationPrefix) !== null;
}

/** The id of the deleted article that a folder with this name holds; null for any other name. */
export function getRemovedArticleId(name: string): string | null {
  return parseId(name, removalPrefix);
}

/** Parses the id in the name of a folder. It is verified, because a library may come from somebody else. */
function parseId(name: string, prefix: string): string | null {
  const id = idSchema.safeParse(name.startsWith(prefix) ? name.slice(prefix.length) : null);
  return id.success ? id.data : null;
}

/**
 * Deletes an article: one rename takes its whole folder out of the library, and the next start completes the removal if it fails.
 * Resolves once the rename would survive a power cut. Rejects with `notSaved`, and then the article is where it was.
 * Nothing else may use the folder.
 */
export async function moveToRemovalFolder(libraryFolder: string, articleId: string): Promise<void> {
  const folder = articleFolder(libraryFolder, articleId);
  const removed = removalFolder(libraryFolder, articleId);
  try {
    await replaceFile(folder, removed);
    await syncFolder(dirname(folder)).catch(async (error) => {
      const isBack = await rename(removed, folder).then(
        () => true,
        () => false,
      );
      // If the folder can't be moved back, the article counts as deleted. A power cut may bring it back, which loses nothing.
      if (isBack) throw error;
    });
  } catch (error) {
    throw notSavedError(error, 'The article stays in the bin.');
  }
}

/**
 * Removes a folder that was moved away. The folder itself goes last, after `writeList` has stored the list without the
 * article: until then its name says that the article was deleted, not lost. Rejects with the system's error, and then the
 * next start tries again.
 */
export async function finishRemoval(folder: string, writeList: () => Promise<void>): Promise<void> {
  // Removing the content first makes room, which writing the list may need.
  for (const name of await readdir(folder)) await removeTree(join(folder, name));
  await writeList();
  await removeTree(folder);
  await syncFolder(dirname(folder));
}

const markSchema = z.looseObject({ binnedAt: timestampSchema });

const format = { format: 'stet-bin', version: 1, schema: markSchema };

/**
 * When the article in a folder was moved to the bin; null when it is not in the bin. The file itself is the mark: even a damaged one
 * means that the article is in the bin, since about its modification time. Rejects with the system's
 * error.
 */
export async function readBinMark(folder: string): Promise<string | null> {
  const path = articlePaths(folder).bin;
  const mark = await readJsonFile(path, format);
  if (mark.state === 'read') return mark.data.binnedAt;
  return mark.state === 'absent' ? null : ((await ifThere(stat(path)))?.mtime.toISOString() ?? null);
}

/**
 * Moves the article in a folder to the bin (a timestamp) or back (null). Resolves once that would survive a power cut. Rejects
 * with the system's error, a `MaybeStoredError` or as `WriteAccess.verify`.
 */
export async function writeBinMark(
  folder: string,
  binnedAt: string | null,
  platform: FilePlatform,
): Promise<void> {
  const path = articlePaths(folder).bin;
  if (binnedAt !== null) return openStore(path, format, platform).save({ binnedAt });
  await platform.access.verify();
  await rm(path, { force: true });
  await syncChangedFolder(dirname(path));
}

interface FolderContext extends Pick<System, 'libraryFolder' | 'newId'> {
  access: WriteAccess;
}

/**
 * Creates the folder of an article. `fill` writes its files under another name, and the folder is renamed last, so that an
 * article exists whole or not at all. Resolves once it would survive a power cut. Rejects with the system's error, as
 * `WriteAccess.verify` or as `fill`, and then nothing is left behind; with a `MaybeStoredError` when the disk failed at the very
 * end, and again while that was taken back.
 */
export async function createWholeFolder(
  articleId: string,
  fill: (folder: string) => Promise<void>,
  { libraryFolder, access, newId }: FolderContext,
): Promise<void> {
  const making = creationFolder(libraryFolder, newId());
  const final = articleFolder(libraryFolder, articleId);
  try {
    await access.verify();
    await fill(making).catch((error) => {
      throw asNotStored(error);
    });
    await access.verify();
    await rename(making, final);
    // Without the sync, the article may survive a power cut or not, so it is removed: a second try must not create it twice.
    await syncFolder(libraryPaths(libraryFolder).articles).catch(async (error) => {
      await rename(final, making).catch(() => {
        throw new MaybeStoredError('an article may have been stored', { cause: error });
      });
      throw error;
    });
  } catch (error) {
    if (error instanceof MaybeStoredError) throw error;
    // The write may have failed because another process took the library over and removed the folder.
    const refusal = await access.verify().catch((reason: unknown) => reason);
    if (refusal instanceof StetError) throw refusal;
    await removeTree(making).catch(() => undefined);
    throw error;
  }
}

/** Sentences about the original of an article that could not be created. */
const consequences: Record<Origin['kind'], string> = {
  file: 'The article was not opened; its file is as it was.',
  paste: 'The article was not opened; what was pasted is not stored.',
  sample: 'The sample article was not opened.',
  corrections: 'The article was not opened.',
  web: 'The article was not opened; the page can be fetched again.',
};

/** The error when the disk failed after the article was complete, and again when it was removed. */
function maybeCreatedError({ cause }: MaybeStoredError): StetError {
  const { why, remedy } = describeDiskError(cause);
  const message = `Not saved for certain: ${why}. The article may have been stored; then the library lists it at the next start. ${remedy}, and look there before you open it again.`;
  return new StetError('notSaved', message, { cause });
}

interface CreateArticleContext extends FilePlatform, Pick<System, 'libraryFolder' | 'newId'> {
  reviewer: string | null;
  /** The bytes of the file that the draft was read from, when they belong in the vault; else null. */
  original: Uint8Array | null;
  /** The account of the import; null when nothing was imported. */
  account: string[] | null;
  /** Where the text is in that file; null when the format has no map. */
  textMap: StoredTextMap | null;
}

/** The verdicts of the sample must not seem to be the reviewer's own. */
const sampleReviewer = 'Sample';

/**
 * Creates the folder of a new article with its draft, the first line of its history and its summary. Resolves to the summary
 * once the article would survive a power cut. Rejects with `badRequest` or `notSaved`, and then nothing is left behind.
 */
export async function createArticle(
  proposal: DraftProposal,
  context: CreateArticleContext,
): Promise<ArticleSummary> {
  const { newId, reviewer, original, textMap, account } = context;
  const id = newId();
  const editContext = { by: reviewer, at: currentTimestamp(context), newId };
  const judgedBy = proposal.origin.kind === 'sample' ? sampleReviewer : reviewer;
  const sha256 = hashText(proposal.text);
  const { draft, change } = openArticle(proposal, id, sha256, editContext, judgedBy, account);
  const review = createEmptyReview();
  const applied = applyEdits(review, change.edits);
  if (!applied.ok)
    throw new StetError(
      'badRequest',
      'This article can’t be opened: its parts do not fit together. Nothing was changed.',
      { cause: applied.reason },
    );

  const history = formatNewHistory(change);
  const summary = summarizeArticle(id, Buffer.byteLength(history), review, draft, change);
  const fill = async (folder: string) => {
    const paths = articlePaths(folder);
    await createFolder(paths.drafts);
    await new DraftFiles(paths.drafts, context).write(draft, textMap);
    if (original) {
      await createFolder(paths.vault);
      await writeToVault(paths.vault, original, context.access);
    }
    await writeFileDurably(paths.history, history);
    await writeSummary(folder, summary, context);
  };
  try {
    await createWholeFolder(id, fill, context);
  } catch (error) {
    if (error instanceof MaybeStoredError) throw maybeCreatedError(error);
    throw notSavedError(error, consequences[proposal.origin.kind]);
  }
  return summary;
}
