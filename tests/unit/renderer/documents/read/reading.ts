import type { Format, InputFile } from '#renderer/documents/read/base/format.ts';
import { formats } from '#renderer/documents/read/read.ts';
import { createFileOrigin } from '#shared/domain/base/draft.ts';
import { draftProposalSchema } from '#shared/import/base/proposal.ts';
import { silentReporter, strictReporter } from './reporter.ts';

export const loadFile = async (url: string) => new Uint8Array(await (await fetch(url)).arrayBuffer());

export const inputFile = (content: Uint8Array | string, name: string): InputFile => ({
  origin: createFileOrigin(name),
  type: null,
  charset: null,
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
});

/** The format that reads a file. */
export function formatOf(file: InputFile): Format {
  const format = formats.find((one) => one.matches(file));
  if (!format) throw new Error('no format matches');
  return format;
}

/** Reads the draft of a file with the format that matches it; fails the test when there is none. */
export async function readDraftOf(content: Uint8Array | string, name: string) {
  const file = inputFile(content, name);
  const imported = await formatOf(file).readDraft(file, strictReporter);
  if (!imported.ok) throw new Error(imported.problem.message);
  const proposal = draftProposalSchema.parse(imported.proposal);
  const { text, blocks, marks, claims } = proposal;
  const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  return {
    proposal,
    /** Each block as its kind, a heading with its level, and its text. */
    blocks: blocks.map((block) => `${block.kind}${block.level ?? ''}: ${words(block)}`),
    marks: marks.map((mark) =>
      [mark.kind, words(mark), ...(mark.href === null ? [] : [mark.href])].join(' '),
    ),
    claims: claims.map(({ span, note }) => [words(span), note]),
    notices: Object.fromEntries(imported.notices.map(({ kind, count }) => [kind, count])),
  };
}

/** Reads a file that is refused, and returns the problem; null when it is not refused. */
export async function readProblemOf(content: Uint8Array | string, name: string) {
  const file = inputFile(content, name);
  const imported = await formatOf(file).readDraft(file, silentReporter);
  return imported.ok ? null : imported.problem;
}

export async function readTextOf(content: Uint8Array | string, name: string) {
  const file = inputFile(content, name);
  return formatOf(file).readText(file, strictReporter);
}
