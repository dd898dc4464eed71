import { html } from '#renderer/documents/read/web/html.ts';
import { createFileOrigin, type Origin } from '#shared/domain/base/draft.ts';
import { draftProposalSchema, type ImportResult } from '#shared/import/base/proposal.ts';
import { strictReporter } from '../reporter.ts';

/** Reads the draft of a saved page, given as text or bytes. */
export function readPage(
  page: string | Uint8Array,
  origin: Origin = createFileOrigin('ferry.html'),
  charset: string | null = null,
): ImportResult | Promise<ImportResult> {
  const bytes = typeof page === 'string' ? new TextEncoder().encode(page) : page;
  return html.readDraft({ origin, type: null, charset, bytes }, strictReporter);
}

/** Reads the draft of HTML from the clipboard. */
export function readPaste(markup: string): ImportResult | Promise<ImportResult> {
  const bytes = new TextEncoder().encode(markup);
  return html.readDraft(
    { origin: { kind: 'paste', name: null }, type: 'text/html', charset: null, bytes },
    strictReporter,
  );
}

/**
 * Parses a result as main does, with each block as its kind and text, each link as its text and address; fails the test when
 * it is refused.
 */
export async function opened(imported: ImportResult | Promise<ImportResult>) {
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
