import { join } from 'node:path';
import type { Draft, DraftRow, ImportFacts } from '../../../../shared/domain/draft/draft';
import { getKeptOriginal, type Origin } from '../../../../shared/domain/draft/draft-origin';
import type { DraftProposal } from '../../../../shared/import/proposal';
import type { Platform } from '../../platform';
import { readdir } from '../files/disk';
import type { FilePlatform } from '../files/open-store';
import { articlePaths, libraryPaths } from '../paths';
import { DraftFiles, hashText } from '../review/draft-files';
import { readStoredFile } from '../vault/stored-file';

export interface RestoreDraftContext extends FilePlatform, Pick<Platform, 'libraryFolder' | 'readDraft'> {
  /** The text of a draft in the backups; null when none has it intact. Never rejects. */
  findBackedUpDraft(row: DraftRow): Promise<Draft | null>;
}

/** The text of a draft and its layout, found somewhere else. */
type FoundText = Pick<Draft, 'text' | 'blocks' | 'marks' | 'language'>;

type FindDraft = (folder: string, row: DraftRow, context: RestoreDraftContext) => Promise<Draft | null>;

/**
 * Where a text is looked for, as part of a sentence, and how. A backup comes first, because only it and a copy of the article have the
 * account of the import; then the cheapest.
 */
const places: [string, FindDraft][] = [
  ['a backup', (_folder, row, context) => context.findBackedUpDraft(row)],
  ['another article, which has the same text', (_folder, row, context) => findInArticles(row, context)],
  ['the page as it was fetched', (folder, row, context) => readOriginal('web', folder, row, context)],
  [
    'the Word file that it was read from',
    (folder, row, context) => readOriginal('file', folder, row, context),
  ],
];

/**
 * Makes the draft of a row from a text that was found elsewhere. Null when the text is another than the row's. The facts of the
 * import are the draft's own, where they were found as well.
 */
function toDraftOfRow(
  row: DraftRow,
  { text, blocks, marks, language }: FoundText,
  { account, earlierComments }: ImportFacts = { account: null, earlierComments: [] },
): Draft | null {
  const { id, number, importedAt, origin, sha256 } = row;
  if (hashText(text) !== sha256) return null;
  return { id, number, importedAt, origin, sha256, language, account, earlierComments, text, blocks, marks };
}

/**
 * Finds the text of a draft whose file can't be read, in another article, in the file or page that it was read from, or in a backup,
 * and writes the file again. Resolves to the account of it, or to null when the text was not found or could not be written.
 * Never rejects.
 */
export async function restoreDraft(
  folder: string,
  row: DraftRow,
  context: RestoreDraftContext,
): Promise<string | null> {
  if (context.access.refusal !== null) return null;
  try {
    for (const [where, find] of places) {
      const draft = await find(folder, row, context);
      if (!draft) continue;
      await writeDraft(folder, draft, context);
      return describeRestored(row, where, draft);
    }
    return null;
  } catch (error) {
    context.log.error('the text of a draft could not be restored', error);
    return null;
  }
}

/**
 * Writes the draft of a row with the text of an import. False when its text is another. Rejects with the system's error or as
 * `WriteAccess.verify`.
 */
export async function restoreDraftFrom(
  folder: string,
  row: DraftRow,
  proposal: DraftProposal,
  context: FilePlatform,
): Promise<boolean> {
  const draft = toDraftOfRow(row, proposal);
  if (!draft) return false;
  await writeDraft(folder, draft, context);
  return true;
}

/** The account of a text that was restored. `where` says where it was found, as part of a sentence. */
function describeRestored({ number, sha256 }: DraftRow, where: string, { account }: Draft): string {
  const restored = `The text of draft ${number} (drafts/${sha256}.json) could not be read and was restored from ${where}. Its checksum is that of the text that was imported`;
  return account === null
    ? `${restored}; no word of it is lost, but what its import reported is not known there.`
    : `${restored}; nothing is lost.`;
}

async function writeDraft(folder: string, draft: Draft, context: FilePlatform): Promise<void> {
  await context.access.verify();
  await new DraftFiles(articlePaths(folder).drafts, context).write(draft);
}

async function findInArticles(row: DraftRow, context: RestoreDraftContext): Promise<Draft | null> {
  const { articles } = libraryPaths(context.libraryFolder);
  for (const name of await readdir(articles)) {
    const { drafts } = articlePaths(join(articles, name));
    const found = await new DraftFiles(drafts, context).findText(row.sha256);
    // A copy of the article has the same draft.
    const draft = found && toDraftOfRow(row, found, found.id === row.id ? found : undefined);
    if (draft) return draft;
  }
  return null;
}

/** Reads the original again, which the vault keeps as it came. */
async function readOriginal(
  kind: Origin['kind'],
  folder: string,
  row: DraftRow,
  { readDraft }: RestoreDraftContext,
): Promise<Draft | null> {
  const { origin } = row;
  const kept = getKeptOriginal(origin);
  if (!kept || origin.kind !== kind) return null;
  const type = origin.kind === 'web' ? origin.mime : null;
  const file = { ...kept, name: origin.name ?? '' };
  const bytes = await readStoredFile(join(articlePaths(folder).vault, kept.sha256), file);
  const task = { signal: new AbortController().signal, reportProgress: () => undefined };
  const result = await readDraft({ origin, type, charset: null, bytes }, task);
  return result.ok ? toDraftOfRow(row, result.proposal) : null;
}
