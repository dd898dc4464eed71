import { html } from '../../../../../renderer/importer/web/html';
import type { Origin } from '../../../../../shared/domain/draft';
import type { Imported } from '../../../../../shared/import/proposal';
import { draftProposalSchema } from '../../../../../shared/import/proposal';

/** The draft of a saved page, of its text or its bytes. */
export function readPage(
  page: string | Uint8Array,
  origin: Origin = { kind: 'file', name: 'ferry.html' },
  charset: string | null = null,
): Imported | Promise<Imported> {
  const bytes = typeof page === 'string' ? new TextEncoder().encode(page) : page;
  return html.draft({ origin, type: null, charset, bytes }, () => {});
}

/** The draft of what a program copied as HTML. */
export function readPaste(markup: string): Imported | Promise<Imported> {
  const bytes = new TextEncoder().encode(markup);
  return html.draft(
    { origin: { kind: 'paste', name: null }, type: 'text/html', charset: null, bytes },
    () => {},
  );
}

/** What was read as the border takes it, with each block as its kind and text, and each link as its words and address. */
export async function opened(imported: Imported | Promise<Imported>) {
  const found = await imported;
  if (!found.ok) throw new Error(found.problem.message);
  const proposal = draftProposalSchema.parse(found.proposal);
  const { text, blocks, marks } = proposal;
  return {
    ...proposal,
    notices: found.notices,
    blocks: blocks.map(({ kind, level, start, end }) => `${kind}${level ?? ''}: ${text.slice(start, end)}`),
    links: marks.flatMap(({ kind, start, end, href }) =>
      kind === 'link' ? [`${text.slice(start, end)} ${href}`] : [],
    ),
    notes: marks.flatMap(({ kind, start, end, target }) =>
      kind === 'noteRef' ? [`${text.slice(start, end)} ${target}`] : [],
    ),
  };
}
