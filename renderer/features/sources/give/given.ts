import { readAddress } from '../../../../shared/references/addresses';
import { recordFormat } from '../../../../shared/references/records/read-records';

/** What is dropped or pasted as evidence. A record is one of a bibliography, as BibTeX. */
export type Given =
  | { kind: 'files'; files: File[] }
  | { kind: 'link'; url: string }
  | { kind: 'record'; text: string }
  | { kind: 'words'; text: string };

/** A link that is dragged from a browser may come as a small file that points to it. */
const shortcut = /\.(?:url|webloc|desktop)$/i;

/** Whether something of these types can be evidence. While it is dragged, nothing else of it can be seen. */
export function canBeGiven(types: readonly string[]): boolean {
  return ['Files', 'text/uri-list', 'text/plain'].some((type) => types.includes(type));
}

function firstAddress(uriList: string): string | null {
  const line = uriList.split(/\r?\n/).find((each) => each.trim() !== '' && !each.startsWith('#'));
  return line === undefined ? null : readAddress(line);
}

/** Reads words as what they are: an address, a record, a quote; null when there is nothing in them. */
function readWords(text: string): Given | null {
  const words = text.trim();
  // A file that only says where it lies, and that the page may not read.
  if (words === '' || /^file:\S+$/i.test(words)) return null;
  const url = readAddress(words);
  if (url !== null) return { kind: 'link', url };
  return { kind: recordFormat(words) ? 'record' : 'words', text: words };
}

type Transfer = Pick<DataTransfer, 'files' | 'types' | 'getData'>;

/** Reads what was dropped; null when it is nothing that can be evidence. */
export function readDropped(transfer: Transfer): Given | null {
  const files = [...transfer.files];
  const url = firstAddress(transfer.getData('text/uri-list'));
  if (files.length > 0 && !(url !== null && files.every(({ name }) => shortcut.test(name))))
    return { kind: 'files', files };
  return url === null ? readWords(transfer.getData('text/plain')) : { kind: 'link', url };
}

/** Reads what was pasted. Office programs put a picture of the words beside the words, which count then. */
export function readPasted(transfer: Transfer): Given | null {
  const words = readWords(transfer.getData('text/plain'));
  const files = [...transfer.files];
  return words ?? (files.length > 0 ? { kind: 'files', files } : null);
}
