import { createHash } from 'node:crypto';
import type { ImportedFile } from '#main/base/document-reader.ts';
import { getMediaType, toAttachmentName } from '#main/base/safe-file-name.ts';
import { StetError } from '#main/base/stet-error.ts';
import { currentTimestamp } from '#main/base/system.ts';
import type { Task } from '#main/base/tasks.ts';
import { createArticle } from '#main/storage/article/article-folder.ts';
import type { Imported } from '#shared/contract/commands/import-commands.ts';
import type { Origin } from '#shared/domain/base/draft.ts';
import { createFileOrigin, getKeptOriginal } from '#shared/domain/base/draft.ts';
import { findUncertainEncoding } from '#shared/import/base/notices.ts';
import type { DraftProposal } from '#shared/import/base/proposal.ts';
import { noProposalEdits } from '#shared/import/edits/apply-proposal-edits.ts';
import { createImportAccount } from '#shared/import/edits/import-account.ts';
import { findKnownDrafts, readWithKnownReport } from '../import/find-known-drafts.ts';
import type { FetchedFile } from '../import/intake.ts';
import { cleanNotices, cleanProposal, type EditedProposal } from '../import/proposals.ts';
import type { Platform } from '../ports/platform.ts';
import { describeLink } from '../web/external-link.ts';
import { parseWebAddress } from '../web/web-address.ts';
import { getStartFolder, rememberFolder } from '../window/start-folder.ts';
import type { HandlerContext, HandlersOf } from './context.ts';

/**
 * Asks the reviewer, then fetches a page. Resolves to null when the reviewer refuses. Rejects with a `StetError` that says
 * what is wrong, or with the signal's reason when the task is cancelled.
 */
async function fetchFile(
  address: string,
  task: Task,
  platform: Pick<Platform, 'dialogs' | 'fetchPage' | 'now'>,
): Promise<FetchedFile | null> {
  const parsed = parseWebAddress(address);
  if (!parsed.ok) throw new StetError('badRequest', parsed.message);
  if (!(await platform.dialogs.confirmFetch(describeLink(parsed.url)))) return null;
  const { url, name: pageName, type, charset, bytes } = await platform.fetchPage(parsed.url, task);
  const name = toAttachmentName(pageName);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const mime = type ?? getMediaType(name);
  return {
    origin: {
      kind: 'web',
      name,
      url,
      fetchedAt: currentTimestamp(platform),
      sha256,
      bytes: bytes.length,
      mime,
    },
    type,
    charset,
    bytes,
  };
}

/** Sets the origin to the one that main knows. The importer's own could come from the untrusted file, as title and names do. */
function setOrigin(proposal: DraftProposal, origin: Origin): DraftProposal {
  const link = proposal.link ?? (origin.kind === 'web' ? origin.url : null);
  return cleanProposal({ ...proposal, origin, link });
}

/** The origin of a file that goes into the vault: it names the content. A fetched page names its own. */
function nameOriginal({ origin, bytes }: ImportedFile): Origin {
  if (origin.kind !== 'file') return origin;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return createFileOrigin(origin.name, { sha256, bytes: bytes.length });
}

export function createImportHandlers({
  platform,
  tasks,
  intake,
  proposals,
  settings,
  library,
  reviews,
}: HandlerContext): HandlersOf<'import'> {
  /** Restores a text that could not be read, when the file has it. A failure does not stop the import. */
  const restoreText = async (proposal: DraftProposal): Promise<void> => {
    try {
      const message =
        'This file has the text that could not be read in the article. It is restored, word for word.';
      for (const articleId of await (await reviews()).restoreText(proposal))
        platform.emit({ type: 'reviewChanged', articleId, message });
    } catch (error) {
      platform.log.error('the text of a draft could not be restored', error);
    }
  };
  /** Reads a file as a draft, and keeps the proposal. */
  const read = async (file: ImportedFile, task: Task, draftOf: string | null = null): Promise<Imported> => {
    const result = await readWithKnownReport(file, draftOf, task, { platform, settings, library, reviews });
    if (!result.ok) return result;
    await restoreText(result.proposal);
    const { textMap = null, ...shown } = result;
    const origin = textMap ? nameOriginal(file) : file.origin;
    const proposal = setOrigin(result.proposal, origin);
    const notices = cleanNotices(result.notices);
    const { name } = origin;
    const original = name !== null && getKeptOriginal(origin) ? { name, bytes: file.bytes } : null;
    return {
      ...shown,
      proposal,
      notices,
      proposalId: proposals.add({
        proposal,
        original,
        textMap,
        notices,
        readableFile: findUncertainEncoding(notices) === null ? null : file,
      }),
    };
  };
  return {
    'import.choose': async () => {
      const store = await settings();
      const paths = await platform.dialogs.openFiles(await getStartFolder(store, platform.documentsFolder));
      const [first] = paths ?? [];
      if (!paths || first === undefined) return null;
      await rememberFolder(store, first, platform);
      return paths.map((path) => intake.addPath(path));
    },
    'import.begin': async ({ name, bytes }) => intake.begin(name, bytes),
    'import.append': async ({ fileId, chunk }) => {
      intake.append(fileId, chunk);
      return null;
    },
    'import.fetch': ({ taskId, address }) =>
      tasks.run(taskId, async (task) => {
        const file = await fetchFile(address, task, platform);
        return file && intake.addFetched(file);
      }),
    'import.read': ({ taskId, fileId, draftOf }) =>
      tasks.run(taskId, async (task) => {
        const result = await read(await intake.read(fileId), task, draftOf);
        if (result.ok) intake.discard(fileId);
        return result;
      }),
    'import.paste': ({ taskId, type, content }) =>
      tasks.run(taskId, async (task) => {
        const bytes = new TextEncoder().encode(content);
        intake.ensureRoom(bytes.length);
        return read({ origin: { kind: 'paste', name: null }, type, charset: null, bytes }, task);
      }),
    'import.readAgain': ({ taskId, proposalId, encoding }) =>
      tasks.run(taskId, async (task) => {
        const result = await read({ ...proposals.getFile(proposalId), encoding }, task);
        if (result.ok) proposals.discard(proposalId);
        return result;
      }),
    'import.findKnown': async ({ proposalId }) => {
      const { libraryFolder, log } = platform;
      const { proposal } = proposals.edit(proposalId, noProposalEdits);
      return findKnownDrafts(proposal, {
        libraryFolder,
        log,
        library: await library(),
        reviews: await reviews(),
      });
    },
    'import.discard': async (input) => {
      if ('fileId' in input) intake.discard(input.fileId);
      else proposals.discard(input.proposalId);
      return null;
    },
  };
}

/** The end of an import, and the sample: what is read becomes an article in the library. */
export function createArticleHandlers({
  platform,
  settings,
  lock,
  library,
  proposals,
}: HandlerContext): HandlersOf<'article'> {
  const create = async (
    { proposal, original, textMap }: Pick<EditedProposal, 'proposal' | 'original' | 'textMap'>,
    account: string[] | null,
  ) => {
    const { reviewer } = (await settings()).current();
    const list = await library();
    const summary = await createArticle(proposal, {
      ...platform,
      access: await lock(),
      reviewer,
      original: original?.bytes ?? null,
      textMap,
      account,
    });
    list.update(summary);
    return { articleId: summary.entry.id };
  };
  return {
    'article.create': async ({ proposalId, edits }) => {
      const edited = proposals.edit(proposalId, edits);
      const created = await create(edited, createImportAccount(edited, edited.proposal.claims));
      proposals.discard(proposalId);
      return created;
    },
    'article.createSample': async () => {
      // Imported only here, because few starts need the sample and the Markdown library.
      const { createSampleArticle } = await import('#shared/sample/sample-article.ts');
      return create({ proposal: createSampleArticle(), original: null, textMap: null }, null);
    },
  };
}
