import { readDraft } from '#renderer/documents/read/read.ts';
import { createFileOrigin } from '#shared/domain/base/draft.ts';
import type { DraftProposal, ReadResult } from '#shared/import/base/proposal.ts';
import { makePdf } from '../make-pdf.ts';
import { strictReporter } from '../reporter.ts';

export const readPdf = (bytes: Uint8Array): Promise<ReadResult> =>
  readDraft({ origin: createFileOrigin('a.pdf'), type: null, charset: null, bytes }, strictReporter);

export async function proposalOf(bytes: Uint8Array): Promise<DraftProposal> {
  const imported = await readPdf(bytes);
  if (!imported.ok) throw new Error(imported.problem.message);
  return imported.proposal;
}

/** The texts of the blocks of a PDF with these content streams. */
export async function blocksOf(
  contents: string[],
  more: Partial<Parameters<typeof makePdf>[0]> = {},
): Promise<string[]> {
  return (await proposalOf(makePdf({ pages: [], contents, ...more }))).text.split('\n\n');
}

/** A content stream of lines in Helvetica, each at its own position. */
export const content = (lines: [x: number, y: number, text: string, size?: number][]) =>
  lines.map(([x, y, text, size = 10]) => `BT /F ${size} Tf ${x} ${y} Td (${text}) Tj ET`).join('\n');

/** Lines below each other. */
export const column = (x: number, words: string[]) =>
  words.map((text, at): [number, number, string] => [x, 700 - 12 * at, text]);
