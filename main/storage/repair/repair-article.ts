import { basename, join } from 'node:path';
import type { DocumentReader } from '#main/base/document-reader.ts';
import { StetError } from '#main/base/stet-error.ts';
import { currentTimestamp, type System } from '#main/base/system.ts';
import {
  type Draft,
  type DraftRow,
  getKeptOriginal,
  type ImportFacts,
  type Origin,
} from '#shared/domain/base/draft.ts';
import type { DraftProposal } from '#shared/import/base/proposal.ts';
import { readArticleId } from '../article/copies.ts';
import { DraftFiles, hashText } from '../article/draft-files.ts';
import { ifThere, readdir, readFile } from '../disk/disk.ts';
import { writeVerified } from '../disk/durable-file.ts';
import type { FilePlatform } from '../disk/open-store.ts';
import { articlePaths, libraryPaths } from '../disk/paths.ts';
import { readSnapshot } from '../history/snapshot-file.ts';
import { readStoredFile } from '../vault/stored-file.ts';
import { type BackedUpHistory, planRepair, type RepairPlan } from './plan-repair.ts';

export interface RestoreDraftContext
  extends FilePlatform,
    Pick<System, 'libraryFolder'>,
    Pick<DocumentReader, 'readDraft'> {
  /** The text of a draft in the backups; null when none has it intact. Never rejects. */
  findBackedUpDraft(row: DraftRow): Promise<Draft | null>;
}

/** The text of a draft and its layout, found in another place. */
type FoundText = Pick<Draft, 'text' | 'blocks' | 'marks' | 'language'>;

type FindDraft = (folder: string, row: DraftRow, context: RestoreDraftContext) => Promise<Draft | null>;

/**
 * The places that are searched for a text, each named as part of a sentence. Backups come first, because only they and a copy of the
 * article have the account of the import; the others follow by cost.
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
 * Makes the draft of a row from a text that was found elsewhere. Null when it is not the text of the row. The facts of the import are
 * those of the found draft, if it has them.
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

/** Imports the original again, which the vault keeps unchanged. */
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

export interface RepairContext extends FilePlatform, Pick<System, 'newId' | 'timeZone'> {
  reviewer(): string | null;
  /**
   * The whole histories that the backups have of the article in a folder of this name, the newest first; null when the folder of the
   * backups is not there. Never rejects.
   */
  findBackedUpHistories(articleId: string): Promise<BackedUpHistory[] | null>;
}

interface RepairOutcome {
  isRepaired: boolean;
  account: string | null;
}

const waitingMessage =
  'A part of this article’s history is damaged, and a backup may have it. The backup folder is not there: connect its drive and open the article again, or choose another backup folder in Settings. Until then nothing is changed.';

/**
 * Repairs the history of a damaged article, as `planRepair` says; the damaged file is kept. Waits for the backups where something
 * would be lost without them. Writes nothing without the right to write. Never rejects: what can't be repaired stays as it is.
 */
export async function repairArticle(folder: string, context: RepairContext): Promise<RepairOutcome> {
  const unrepaired = { isRepaired: false, account: null };
  if (context.access.refusal !== null) return unrepaired;
  try {
    await context.access.verify();
    const history = await ifThere(readFile(articlePaths(folder).history));
    const backups = await context.findBackedUpHistories(basename(folder));
    const plan = await makePlan(folder, { history, backups: backups ?? [] }, context);
    if (!plan) return unrepaired;
    if (plan.isLossy && backups === null) return { isRepaired: false, account: waitingMessage };
    return { isRepaired: true, account: await carryOut(folder, history, plan, context) };
  } catch (error) {
    context.log.error(`${basename(folder)} could not be repaired`, error);
    return unrepaired;
  }
}

async function makePlan(
  folder: string,
  { history, backups }: { history: Buffer | null; backups: BackedUpHistory[] },
  context: RepairContext,
): Promise<RepairPlan | null> {
  const loaded = await readSnapshot(articlePaths(folder).snapshot, context);
  if (loaded.state === 'newer') return null;
  // A plan without the snapshot would lose data that a second try may still read.
  if (loaded.state === 'unreadable')
    throw new StetError('notSaved', `The snapshot (review.json) could not be read: ${loaded.reason}.`);
  return planRepair({
    history,
    backups,
    snapshot: loaded.state === 'read' ? loaded.data : null,
    articleId: await readArticleId(folder, context),
    stamp: { id: context.newId(), at: currentTimestamp(context), by: context.reviewer() },
    timeZone: context.timeZone(),
  });
}

/**
 * Writes the repaired history after a copy of the damaged one, then the account. Resolves to the account. Rejects with the
 * system's error or as `WriteAccess.verify`.
 */
async function carryOut(
  folder: string,
  damaged: Buffer | null,
  { bytes, account }: RepairPlan,
  { access, now, log }: RepairContext,
): Promise<string> {
  const { history } = articlePaths(folder);
  const time = now().toISOString().replaceAll(/[:.]/g, '-');
  const copy = `${history}.damaged-${time}`;
  if (damaged) await writeVerified(copy, damaged, access);
  await writeVerified(history, bytes, access);
  const whole = damaged ? `${account} The damaged file is kept as ${basename(copy)}.` : account;
  try {
    await writeVerified(join(folder, `repaired-${time}.txt`), `${whole}\n`, access);
  } catch (error) {
    // The article is repaired all the same, and the window shows the account now.
    log.error('the account of a repair could not be written', error);
  }
  return whole;
}
