import type { LeftOut } from '../../../shared/import/block-edits/apply-block-edits';
import type { ImportNotice } from '../../../shared/import/notices';
import type { DraftProposal } from '../../../shared/import/proposal';
import { applyProposalEdits, type ProposalEdits } from '../../../shared/import/proposal-edits';
import { StetError } from '../errors/stet-error';
import type { ImportedFile, Platform } from '../platform';
import { cleanProposal } from './clean-names';

/** A file or a fetched page as it was received. */
export interface OriginalFile {
  name: string;
  bytes: Uint8Array;
}

interface PendingProposal {
  /** Its origin is the one that main knows. */
  proposal: DraftProposal;
  /** The file that goes into the vault with the draft, such as a page that was fetched from the web; else null. */
  original: OriginalFile | null;
  notices: readonly ImportNotice[];
  /** The file, while the reviewer may have it read in another encoding; null when its encoding is certain. */
  readableFile: ImportedFile | null;
}

/** A proposal with the reviewer's edits. */
interface EditedProposal extends PendingProposal {
  leftOut: LeftOut | null;
}

/** The pending proposals, which may become articles or drafts. The window names them by id, and never sends their text. */
export class Proposals {
  readonly #pending = new Map<string, PendingProposal>();

  constructor(private readonly platform: Pick<Platform, 'newId'>) {}

  /** Adds a proposal. Returns its id. */
  add(pending: PendingProposal): string {
    const proposalId = this.platform.newId();
    this.#pending.set(proposalId, pending);
    return proposalId;
  }

  /** Returns a proposal with the reviewer's edits. Throws `badRequest` when it is not pending, or the edits do not fit it. */
  edit(proposalId: string, edits: ProposalEdits): EditedProposal {
    const pending = this.#pending.get(proposalId);
    if (!pending) throw notPendingError();
    const edited = applyProposalEdits(pending.proposal, edits);
    if (!edited) throw editsDoNotFitError();
    return { ...pending, ...edited, proposal: cleanProposal(edited.proposal) };
  }

  /** Returns the file of a proposal, to be read in another encoding. Throws `badRequest` when it is not there any more. */
  getFile(proposalId: string): ImportedFile {
    const file = this.#pending.get(proposalId)?.readableFile;
    if (!file) throw notPendingError();
    return file;
  }

  /** Discards a proposal that became an article or a draft, or that the reviewer left out. */
  discard(proposalId: string): void {
    this.#pending.delete(proposalId);
  }

  clear(): void {
    this.#pending.clear();
  }

  /** How much memory the texts, originals and files occupy, in bytes. A text has two bytes for each UTF-16 code unit. */
  countBytes(): number {
    return [...this.#pending.values()].reduce((sum, { proposal, original, readableFile }) => {
      const kept = new Set([original?.bytes, readableFile?.bytes]);
      return [...kept].reduce((bytes, one) => bytes + (one?.length ?? 0), sum + 2 * proposal.text.length);
    }, 0);
  }
}

function notPendingError(): StetError {
  return new StetError(
    'badRequest',
    'This import is no longer waiting. Nothing was changed; open the file or paste the text again.',
  );
}

function editsDoNotFitError(): StetError {
  return new StetError(
    'badRequest',
    'The changes to this import do not fit its text. Nothing was changed; open the file or paste the text again.',
  );
}
