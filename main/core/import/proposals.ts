import type { DraftProposal } from '../../../shared/import/proposal';
import { applyProposalEdits, type ProposalEdits } from '../../../shared/import/proposal-edits';
import { StetError } from '../errors/stet-error';
import type { Platform } from '../platform';

/** A fetched web page as it was received, which goes into the vault with the draft. */
export interface PageFile {
  name: string;
  bytes: Uint8Array;
}

interface WaitingProposal {
  /** Its origin is the one that main knows. */
  proposal: DraftProposal;
  /** Null when the proposal does not come from the web. */
  page: PageFile | null;
}

/** The proposals that wait to become articles or drafts. The window names them by id, and never sends their text. */
export class Proposals {
  readonly #waiting = new Map<string, WaitingProposal>();

  constructor(private readonly platform: Pick<Platform, 'newId'>) {}

  /** Adds a proposal. Returns its id. */
  add(waiting: WaitingProposal): string {
    const proposalId = this.platform.newId();
    this.#waiting.set(proposalId, waiting);
    return proposalId;
  }

  /** Returns a proposal with the reviewer's edits. Throws `badRequest` when it does not wait, or the edits do not fit it. */
  edit(proposalId: string, edits: ProposalEdits): WaitingProposal {
    const waiting = this.#waiting.get(proposalId);
    if (!waiting) throw notWaitingError();
    const proposal = applyProposalEdits(waiting.proposal, edits);
    if (!proposal) throw editsDoNotFitError();
    return { ...waiting, proposal };
  }

  /** Drops a proposal that became an article or a draft, or that the reviewer left out. */
  drop(proposalId: string): void {
    this.#waiting.delete(proposalId);
  }

  clear(): void {
    this.#waiting.clear();
  }

  /** How much memory the texts and pages occupy, in bytes. A text has two bytes for each UTF-16 code unit. */
  countBytes(): number {
    return [...this.#waiting.values()].reduce(
      (sum, { proposal, page }) => sum + 2 * proposal.text.length + (page?.bytes.length ?? 0),
      0,
    );
  }
}

function notWaitingError(): StetError {
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
