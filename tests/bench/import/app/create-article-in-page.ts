import type { ProposalEdits } from '../../../../shared/import/apply-proposal-edits';

/** A function that runs inside the window. It is sent there as source text, so it is self-contained. */

export interface CreatedFile {
  name: string;
  base64: string;
  /** Size of the chunks in which the file is sent. */
  chunkBytes: number;
  /** Whether blocks are left out and split in the preview. */
  isEdited: boolean;
  /** Whose comments are the author’s, as edits of a proposal say it. */
  annotations: ProposalEdits['annotations'];
}

interface Block {
  id: string;
  kind: string;
  level: number | null;
  page: number | null;
  start: number;
  end: number;
}

/** Imports a file like one that is dropped on the window, accepts it as an article, and returns the answer of the last command. */
export async function createArticleOf({
  name,
  base64,
  chunkBytes,
  isEdited,
  annotations,
}: CreatedFile): Promise<unknown> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const call = async (command: string, input: unknown) => JSON.parse(await window.stet.call(command, input));
  const begun = await call('import.begin', { name, bytes: bytes.length });
  if (!begun.ok) return begun;
  const { fileId } = begun.value;
  for (let offset = 0; offset < bytes.length; offset += chunkBytes)
    await window.stet.call('import.append', { fileId, chunk: bytes.slice(offset, offset + chunkBytes) });
  const read = await call('import.read', { taskId: `create-${Math.round(performance.now())}`, fileId });
  if (!read.ok || !read.value.ok) return read;
  const { proposalId, proposal } = read.value;

  /** Every fourth block is left out, and the others are split at their first space. */
  const edit = ({ id, kind, level, page, start, end }: Block, index: number) => {
    const common = { kind, level, page, isLeftOut: index % 4 === 3 };
    const space = proposal.text.slice(start, end).indexOf(' ');
    if (space < 1) return [{ ...common, id, spans: [{ start, end }] }];
    const middle = start + space;
    return [
      { ...common, id, spans: [{ start, end: middle }] },
      { ...common, id: `${id}-2`, spans: [{ start: middle + 1, end }] },
    ];
  };
  const blocks = isEdited ? proposal.blocks.flatMap(edit) : null;
  return call('article.create', { proposalId, edits: { fields: null, blocks, annotations } });
}

/** The texts of the text elements of a part of a Word document, as a text map counts them. */
export function readTextElements(xml: string): string[] {
  const names = 't, tab, ptab, br, cr, noBreakHyphen, sym, footnoteReference, endnoteReference';
  const root = new DOMParser().parseFromString(xml, 'application/xml').documentElement;
  return [...root.querySelectorAll(names)].map((element) => element.textContent ?? '');
}
