import fc from 'fast-check';
import { type ImportedBlock, joinBlocks } from '#shared/import/base/imported-blocks.ts';
import { type DraftProposal, draftProposalSchema } from '#shared/import/base/proposal.ts';
import { createProposedClaim, createTestProposal } from '#tests/libraries/proposals.ts';
import { hostileText, proseText, spanWithin } from '#tests/unit/shared/arbitraries.ts';

export function createProposal(
  blocks: readonly ImportedBlock[],
  claims: readonly { start: number; end: number }[] = [],
): DraftProposal {
  return draftProposalSchema.parse(
    createTestProposal(blocks, { claims: claims.map((span) => createProposedClaim(span)) }),
  );
}

/** A paragraph as importers read it. */
export const paragraph = (text: string, marks: ImportedBlock['marks'] = []): ImportedBlock => {
  return { kind: 'paragraph', level: null, text, marks };
};

/** The words of a span. */
export const sliceSpan = ({ text }: { text: string }, { start, end }: { start: number; end: number }) =>
  text.slice(start, end);

/** Proposals with random marks and claims. */
export const proposals = fc
  .array(
    fc.oneof(proseText, hostileText).filter((text) => text.trim() !== ''),
    { minLength: 1, maxLength: 6 },
  )
  .chain((texts) => {
    const { blocks } = joinBlocks(texts.map((words) => paragraph(words)));
    const inBlock = fc.constantFrom(...blocks).chain(({ start, end }) => spanWithin(start, end));
    const mark = fc.tuple(inBlock, fc.constantFrom('bold', 'italic', 'link'), fc.constantFrom(...blocks));
    const noteRef = fc.tuple(inBlock, fc.constant('noteRef'), fc.constantFrom(...blocks));
    return fc
      .record({
        marks: fc.array(fc.oneof(mark, noteRef), { maxLength: 6 }),
        // Claims begin and end within blocks, in the same one or in different ones.
        spans: fc.array(
          fc
            .tuple(inBlock, inBlock)
            .map(([a, b]) => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) })),
          { maxLength: 5 },
        ),
      })
      .map(({ marks, spans }) =>
        draftProposalSchema.parse({
          ...createProposal(
            texts.map((words) => paragraph(words)),
            spans,
          ),
          marks: marks.map(([span, kind, block]) => ({
            ...span,
            kind,
            href: kind === 'link' ? 'https://port.example/' : null,
            target: kind === 'noteRef' ? block.id : null,
          })),
        }),
      );
  });
