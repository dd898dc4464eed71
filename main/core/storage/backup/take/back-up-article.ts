import { getErrorCode } from '../../../errors/error-code';
import { LinkError, readdirEntries } from '../../files/disk';
import { articlePaths } from '../../paths';
import {
  type ArticleVersion,
  type BackedUpArticle,
  type BackupFile,
  backupPathSchema,
} from '../store/manifest';
import { type BackUpContext, backUpFile, keepPooled } from './back-up-file';
import { type BackedUpHistory, backUpHistory } from './back-up-history';

/** Caches, unfinished files, and the history, which is backed up in pieces. */
const leftOut = /^(?:review\.json|summary\.json|history\.jsonl|.*\.tmp)$/;
const draftName = /\.json$/;
const vaultName = /^[0-9a-f]{64}$/;

/** The part of an article in a backup that comes from its folder. */
type ArticleContent = Pick<BackedUpArticle, 'isWhole' | 'end' | 'files' | 'missing' | 'earlier'>;

/** An article in the backup before, and when that was made. */
export interface ArticleBefore {
  article: BackedUpArticle;
  takenAt: string;
}

/**
 * Copies what is new in an article's folder into the pool, while the article may be edited. The history is read first: what it
 * names was on the disk before it. Resolves to null when the folder is gone. Rejects with a `BackupFolderError`, the system's
 * error, or the signal's reason.
 */
export async function backUpArticle(
  folder: string,
  before: ArticleBefore | null,
  context: BackUpContext,
): Promise<ArticleContent | null> {
  const history = await backUpHistory(articlePaths(folder).history, before?.article ?? null, context);
  const names = await listFileNames(folder);
  if (names === null) return null;
  const paths = [
    ...names.filter((name) => !leftOut.test(name)),
    ...(await listDraftPaths(folder, before)),
    ...(await listVaultPaths(folder, history, before)),
  ].filter((path) => backupPathSchema.safeParse(path).success);
  const files: BackupFile[] = history.file ? [history.file] : [];
  const missing: string[] = history.file ? [] : ['history.jsonl'];
  const known = new Map(before?.article.files.map((file) => [file.path, file]));
  for (const path of paths) {
    const file = await backUpFile(folder, path, known.get(path) ?? null, context);
    if (file) files.push(file);
    else missing.push(path);
  }
  const { isWhole, end } = history;
  const earlier = listEarlier(history, before);
  for (const file of earlier.flatMap((version) => version.files)) await keepPooled(folder, file, context);
  return { isWhole, end, files, missing, earlier };
}

/** The drafts of an article. Stet removes none, so those of the backup before belong to it even when they are gone. */
async function listDraftPaths(folder: string, before: ArticleBefore | null): Promise<string[]> {
  const names = (await listFileNames(articlePaths(folder).drafts)) ?? [];
  const known = before?.article.files.map(({ path }) => path).filter((path) => path.startsWith('drafts/'));
  return [
    ...new Set([
      ...names.filter((name) => draftName.test(name)).map((name) => `drafts/${name}`),
      ...(known ?? []),
    ]),
  ];
}

/**
 * The files that the history references. Where it is damaged, what the vault has and what the backup before had belong to it
 * as well.
 */
async function listVaultPaths(
  folder: string,
  { references, isWhole }: BackedUpHistory,
  before: ArticleBefore | null,
): Promise<string[]> {
  const wanted = new Set([...references].map((name) => `vault/${name}`));
  if (!isWhole) {
    const names = (await listFileNames(articlePaths(folder).vault)) ?? [];
    for (const name of names.filter((name) => vaultName.test(name))) wanted.add(`vault/${name}`);
    for (const { path } of before?.article.files ?? []) if (path.startsWith('vault/')) wanted.add(path);
  }
  return [...wanted];
}

/** Whole versions that the history does not continue. */
function listEarlier(history: BackedUpHistory, before: ArticleBefore | null): ArticleVersion[] {
  if (!before) return [];
  const { article, takenAt } = before;
  const { isWhole, end, files, earlier } = article;
  const versions = isWhole ? [{ takenAt, end, files }, ...earlier] : earlier;
  return versions.filter((version) => !history.isWhole || !history.continues(version.end));
}

/** The names of the files in a folder, without links and folders; null when it does not exist or is a link. */
async function listFileNames(folder: string): Promise<string[] | null> {
  try {
    const entries = await readdirEntries(folder);
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  } catch (error) {
    if (error instanceof LinkError || getErrorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
