import type { ImportedFile } from '#main/base/document-reader.ts';
import { StetError } from '#main/base/stet-error.ts';
import type { System } from '#main/base/system.ts';
import { getKeptOriginal } from '#shared/domain/base/draft.ts';
import type { StoredTextMap, TextMap } from '#shared/domain/base/text-map.ts';
import type { Annotation } from '#shared/import/base/annotation.ts';
import type { ImportNotice } from '#shared/import/base/notices.ts';
import type { DraftProposal } from '#shared/import/base/proposal.ts';
import type { LeftOut } from '#shared/import/edits/apply-block-edits.ts';
import { applyProposalEdits, type ProposalEdits } from '#shared/import/edits/apply-proposal-edits.ts';
import { editTextMap } from '#shared/import/text/edit-text-map.ts';
import { removeDeceptiveCharacters } from '#shared/text/characters/deceptive-characters.ts';

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
  /** Where the text is in that file; null when the format has no map. */
  textMap: TextMap | null;
  /** The file, while the reviewer may have it read in another encoding; null when its encoding is certain. */
  readableFile: ImportedFile | null;
}

/** A proposal as it becomes an article or a draft. */
export interface EditedProposal extends Omit<PendingProposal, 'textMap'> {
  leftOut: LeftOut | null;
  textMap: StoredTextMap | null;
}

/** How much memory a segment of a map occupies at most, in bytes. */
const bytesPerSegment = 100;

/** The pending proposals, which may become articles or drafts. The window names them by id, and never sends their text. */
export class Proposals {
  readonly #pending = new Map<string, PendingProposal>();

  constructor(private readonly platform: Pick<System, 'newId'>) {}

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
    const proposal = cleanProposal(edited.proposal);
    return { ...pending, ...edited, proposal, textMap: editMap(pending, edits) };
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

  /**
   * How much memory the texts, comments, left-out blocks, maps, originals and files occupy, in bytes. A text has two bytes for each
   * UTF-16 code unit.
   */
  countBytes(): number {
    return [...this.#pending.values()].reduce((sum, { proposal, original, textMap, readableFile }) => {
      const kept = new Set([original?.bytes, readableFile?.bytes]);
      const ownBytes = 2 * countCodeUnits(proposal) + (textMap?.segments.length ?? 0) * bytesPerSegment;
      return [...kept].reduce((bytes, one) => bytes + (one?.length ?? 0), sum + ownBytes);
    }, 0);
  }
}

/** The length of a proposal's text, of its left-out blocks and of the comments with it, in UTF-16 code units. */
function countCodeUnits({ text, claims, annotationsWithoutWords, leftOut = [] }: DraftProposal): number {
  const annotations = [...claims.flatMap(({ annotation }) => annotation ?? []), ...annotationsWithoutWords];
  const texts = [
    ...claims.map(({ note }) => note ?? ''),
    ...annotations.flatMap(({ comments }) => comments.map((comment) => comment.text)),
    ...leftOut.map((block) => block.text),
  ];
  return texts.reduce((sum, one) => sum + one.length, text.length);
}

/** The map of the edited text, with the sum of the file that it leads to. */
function editMap({ proposal, textMap }: PendingProposal, edits: ProposalEdits): StoredTextMap | null {
  const kept = getKeptOriginal(proposal.origin);
  return textMap && kept && { file: kept.sha256, ...editTextMap(proposal.text, textMap, edits) };
}

/** Longest name of a file, in UTF-16 code units. */
const maxNameLength = 1_000;

/** The name of a file as it is stored and shown: without characters that deceive, and never empty. */
export function cleanFileName(name: string): string {
  return removeDeceptiveCharacters(name).slice(0, maxNameLength).trim() || 'Untitled';
}

/** Removes characters that deceive from a line of a proposal; null when nothing is left. */
function cleanLine(line: string | null): string | null {
  return line === null ? null : removeDeceptiveCharacters(line).trim() || null;
}

function cleanAnnotation(annotation: Annotation): Annotation {
  const comments = annotation.comments.map((comment) => ({ ...comment, by: cleanLine(comment.by) }));
  return { ...annotation, comments };
}

export function cleanNotices(notices: readonly ImportNotice[]): ImportNotice[] {
  return notices.map(({ name, ...notice }) => {
    const clean = cleanLine(name ?? null);
    return clean === null ? notice : { ...notice, name: clean };
  });
}

/**
 * Cleans title and byline of a proposal, and the names in the comments, in the sources, and in the evidence that its annotations
 * propose. Its text stays as it is.
 */
export function cleanProposal(proposal: DraftProposal): DraftProposal {
  const { title, byline, sources, claims, annotationsWithoutWords } = proposal;
  return {
    ...proposal,
    title: cleanLine(title) ?? 'Untitled article',
    byline: cleanLine(byline),
    sources: sources.map((source) => ({
      ...source,
      title: cleanLine(source.title) ?? 'Untitled source',
      author: cleanLine(source.author),
      publisher: cleanLine(source.publisher),
    })),
    claims: claims.map((claim) => ({
      ...claim,
      annotation: claim.annotation && cleanAnnotation(claim.annotation),
      proposedEvidence: claim.proposedEvidence.map((proposed) => ({
        ...proposed,
        source: proposed.source && {
          ...proposed.source,
          title: cleanLine(proposed.source.title),
          author: cleanLine(proposed.source.author),
          publisher: cleanLine(proposed.source.publisher),
          contact: cleanLine(proposed.source.contact),
        },
      })),
    })),
    annotationsWithoutWords: annotationsWithoutWords.map(cleanAnnotation),
  };
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
