import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import { parseAddress } from '#shared/references/addresses.ts';
import { detectRecordFormat } from '#shared/references/records/read-records.ts';

/** A claim that a drop or a paste adds evidence to, and the elements that show it. */
export interface EvidenceTarget {
  claimId: string;
  elements: Element[];
}

/**
 * Finds the claim of an element: of a mark in the article, a row of the list, or the card. If several claims mark the same
 * words, it is the current one, or else the innermost.
 */
export function findEvidenceTarget(element: Element | null): EvidenceTarget | null {
  const markedIds = element?.closest('mark[data-claims]')?.getAttribute('data-claims')?.split(' ') ?? [];
  const { currentClaimId } = useReviewView.getState();
  const markedId = markedIds.find((id) => id === currentClaimId) ?? markedIds.at(-1);
  if (markedId !== undefined) {
    const marks = document.querySelectorAll(`mark[data-claims~="${CSS.escape(markedId)}"]`);
    return { claimId: markedId, elements: [...marks] };
  }
  const container = element?.closest('[data-claim]');
  const claimId = container?.getAttribute('data-claim');
  return container && claimId ? { claimId, elements: [container] } : null;
}

/** Content that was dropped or pasted as evidence. A record is an entry of a bibliography, for example in BibTeX. */
export type EvidenceInput =
  | { kind: 'files'; files: File[] }
  | { kind: 'link'; url: string }
  | { kind: 'record'; text: string }
  | { kind: 'words'; text: string };

type Transfer = Pick<DataTransfer, 'files' | 'types' | 'getData'>;

/** A browser may represent a dragged link as a small file that points to it. */
const shortcutFile = /\.(?:url|webloc|desktop)$/i;

/** Whether a drag with these types can be evidence. Until it is dropped, only the types are known. */
export function canBeEvidence(types: readonly string[]): boolean {
  return ['Files', 'text/uri-list', 'text/plain'].some((type) => types.includes(type));
}

/** Reads what was dropped; null when it cannot be evidence. */
export function readDroppedEvidence(transfer: Transfer): EvidenceInput | null {
  const files = [...transfer.files];
  const url = findFirstAddress(transfer.getData('text/uri-list'));
  if (files.length > 0 && !(url !== null && files.every(({ name }) => shortcutFile.test(name))))
    return { kind: 'files', files };
  return url === null ? readText(transfer.getData('text/plain')) : { kind: 'link', url };
}

/** Reads what was pasted; null when it cannot be evidence. Office programs add a picture of the text, so text comes first. */
export function readPastedEvidence(transfer: Transfer): EvidenceInput | null {
  const files = [...transfer.files];
  return readText(transfer.getData('text/plain')) ?? (files.length > 0 ? { kind: 'files', files } : null);
}

function readText(untrimmed: string): EvidenceInput | null {
  const text = untrimmed.trim();
  // The path of a local file, which the page may not read.
  if (text === '' || /^file:\S+$/i.test(text)) return null;
  const url = parseAddress(text);
  if (url !== null) return { kind: 'link', url };
  return { kind: detectRecordFormat(text) ? 'record' : 'words', text };
}

function findFirstAddress(uriList: string): string | null {
  const line = uriList.split(/\r?\n/).find((each) => each.trim() !== '' && !each.startsWith('#'));
  return line === undefined ? null : parseAddress(line);
}
