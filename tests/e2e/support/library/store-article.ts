import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeLock } from '#main/storage/access/lock-file.ts';
import { openSettingsStore } from '#main/storage/computer/settings-store.ts';
import { importPastedText } from '#renderer/documents/read/text/import-text.ts';
import { goodStanding } from '#shared/domain/base/source-standing.ts';
import type { ProposedChange } from '#shared/domain/review/change.ts';
import type { QuoteLocation } from '#shared/import/base/document-text.ts';
import type { DraftProposal } from '#shared/import/base/proposal.ts';
import { emptySource } from '#tests/libraries/sources.ts';
import { openTestLibrary, type TestLibrary } from '#tests/libraries/test-library.ts';
import { type SeededCheck, toProposal } from '../articles/seeded-check.ts';
import type { Stet } from '../electron/stet.ts';
import { callMain } from '../page/call-main.ts';
import { answerDialogs } from '../system/dialogs.ts';

/** Stores the reviewer's name as the app does. */
export async function storeReviewerName(userDataFolder: string, reviewer: string): Promise<void> {
  const settings = await openSettingsStore({ userDataFolder, now: () => new Date(), log: console });
  await settings.change({ reviewer });
}

const sourceId = 'source';

const source = { id: sourceId, ...emptySource, title: 'The ledger', primary: true, ...goodStanding };

/** Attaches a file to a source of a new article. The returned function searches the file for a quote. */
export async function attachFile(stet: Stet, path: string) {
  const { page } = stet;
  const { articleId } = await callMain(page, 'article.createSample', null);
  await callMain(page, 'review.open', { articleId });
  const apply = (id: string, edits: ProposedChange['edits']) =>
    callMain(page, 'review.apply', { articleId, change: { id, action: 'evidence.attach', edits } });
  await apply('create-source', [{ table: 'sources', id: sourceId, create: source }]);
  await answerDialogs(stet.app, { open: path });
  const picked = await callMain(page, 'vault.pick', { taskId: 'pick', articleId });
  const [file] = picked?.files ?? [];
  if (!file) throw new Error(`${path} was not added`);
  const create = { ...file, id: 'file', sourceId, addedAt: '2026-01-01T00:00:00.000Z' };
  await apply('attach', [{ table: 'attachments', id: 'file', create }]);
  let searches = 0;
  return async (quote: string): Promise<QuoteLocation | undefined> => {
    searches += 1;
    const input = { taskId: `quote-${searches}`, articleId, sourceId, quote };
    return (await callMain(page, 'vault.findQuote', input))?.[0]?.place;
  };
}

/** Locks the library as a Stet on another computer does. Returns the lock's file. */
export function lockElsewhere(library: string): string {
  const path = join(library, 'lock.json');
  const lock = {
    token: 'another',
    host: 'newsdesk-2',
    installation: 'another',
    namespace: null,
    boot: null,
    process: 1,
    since: '2026-11-27T08:05:00.000Z',
    heartbeat: 3,
  };
  writeFileSync(path, encodeLock(lock));
  return path;
}

/**
 * Puts an article into the library before the app starts: a text as pasting would do, or a check that is already done.
 * Returns the article's title.
 */
export async function storeArticle(userData: string, article: string | SeededCheck): Promise<string> {
  const library = openTestLibrary(join(userData, 'library'), { userDataFolder: userData });
  const title = await (typeof article === 'string'
    ? storeText(library, article)
    : storeCheck(library, article));
  await library.core.close();
  return title;
}

/** Puts a proposal, and the drafts after it, into the library before the app starts. Resolves to the article's id. */
export async function storeProposal(
  userData: string,
  proposal: DraftProposal,
  ...nextDrafts: readonly DraftProposal[]
): Promise<string> {
  const library = openTestLibrary(join(userData, 'library'), { userDataFolder: userData });
  const { articleId } = await library.createArticle(proposal);
  for (const draft of nextDrafts) await library.article(articleId).acceptDraft(draft);
  await library.core.close();
  return articleId;
}

async function storeText(library: TestLibrary, text: string): Promise<string> {
  const imported = importPastedText(text);
  if (!imported.ok) throw new Error(imported.problem.message);
  await library.createArticle(imported.proposal);
  return imported.proposal.title;
}

async function storeCheck(library: TestLibrary, check: SeededCheck): Promise<string> {
  const { articleId } = await library.createArticle(toProposal(check));
  const { review } = await library.call('review.open', { articleId });
  const apply = async (edits: ProposedChange['edits']) => {
    const change = { id: library.platform.newId(), action: 'evidence.attach' as const, edits };
    await library.call('review.apply', { articleId, change });
  };
  for (const [index, { files = [], derivedFromIndex }] of check.sources.entries()) {
    const source = review.sources[index];
    const origin = derivedFromIndex === undefined ? undefined : review.sources[derivedFromIndex];
    if (!source) throw new Error('the review has fewer sources than the check');
    if (origin) {
      const update = { before: { derivedFrom: null }, after: { derivedFrom: origin.id } };
      await apply([{ table: 'sources', id: source.id, update }]);
    }
    for (const [name, content] of files) {
      const stored = await library.article(articleId).storeFile(name, content);
      const id = library.platform.newId();
      const addedAt = '2026-11-24T09:00:00.000Z';
      await apply([{ table: 'attachments', id, create: { ...stored, id, sourceId: source.id, addedAt } }]);
    }
  }
  return check.title;
}
