import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LeftOutBlock } from '#shared/import/base/left-out-blocks.ts';
import { type DraftProposal, draftProposalSchema } from '#shared/import/base/proposal.ts';
import { applyBlockEdits } from '#shared/import/edits/apply-block-edits.ts';
import { applyProposalEdits, noProposalEdits } from '#shared/import/edits/apply-proposal-edits.ts';
import { getBlockText } from '#shared/import/edits/edited-blocks.ts';
import { applyWholeEdits, createWholeProposal } from '#shared/import/edits/whole-proposal.ts';
import { createProposedClaim, createTestProposal } from '#tests/libraries/proposals.ts';
import { countReads } from '../base/count-reads.ts';

const link = (start: number, end: number) => ({
  kind: 'link' as const,
  start,
  end,
  href: 'https://gull.example/',
  target: null,
});

const menu: LeftOutBlock = { kind: 'listItem', level: null, before: 0, text: 'Home', marks: [link(0, 4)] };
const offer: LeftOutBlock = { kind: 'paragraph', level: null, before: 1, text: 'Sign up!', marks: [] };
const footer: LeftOutBlock = { kind: 'paragraph', level: null, before: 2, text: 'Imprint', marks: [] };

function createProposal(texts: readonly string[], leftOut: LeftOutBlock[]): DraftProposal {
  const { blocks, ...proposal } = createTestProposal(
    texts.map((text) => ({ kind: 'paragraph', level: null, text, marks: [link(0, text.length)] })),
  );
  const claim = createProposedClaim({ start: blocks.at(-1)?.start ?? 0, end: proposal.text.length });
  return draftProposalSchema.parse({ ...proposal, blocks, leftOut, claims: [claim] });
}

const proposal = createProposal(['The ferry sails.', 'It is free.'], [menu, offer, footer]);
const { leftOut: _, ...withoutLeftOut } = proposal;

/** Includes blocks again, by their number in the whole original. */
function include(...indexes: number[]) {
  const whole = createWholeProposal(proposal);
  const blocks = whole.blocks.map((block, index) =>
    indexes.includes(index) ? { ...block, isLeftOut: false } : block,
  );
  return { whole, blocks };
}

describe('the whole original', () => {
  test('has the blocks that were left out where they stood, and leaves them out', () => {
    const whole = createWholeProposal(proposal);
    expect(whole.blocks.map((block) => [getBlockText(whole.proposal.text, block), block.isLeftOut])).toEqual([
      ...[
        ['Home', true],
        ['The ferry sails.', false],
      ],
      ...[
        ['Sign up!', true],
        ['It is free.', false],
        ['Imprint', true],
      ],
    ]);
  });

  test('without edits, the draft has nothing of what was left out', () => {
    expect(applyProposalEdits(proposal, noProposalEdits)).toEqual({
      proposal: withoutLeftOut,
      leftOut: null,
    });
  });

  test('a block that is included again comes with its link, and the claims stay on their words', () => {
    const { blocks } = include(0);
    const edited = applyProposalEdits(proposal, { ...noProposalEdits, blocks });
    expect(edited?.proposal.text).toBe('Home\n\nThe ferry sails.\n\nIt is free.');
    expect(edited?.proposal.marks).toHaveLength(3);
    expect(edited?.proposal.claims[0]?.span).toEqual({ start: 24, end: 35 });
    expect(edited?.leftOut).toMatchObject({ included: 1, texts: [], links: 0 });
    expect(edited?.proposal).not.toHaveProperty('leftOut');
  });

  test('only what the reviewer leaves out counts as lost', () => {
    const { whole, blocks } = include(2);
    const edited = applyWholeEdits(
      whole,
      blocks.map((block, index) => (index === 1 ? { ...block, isLeftOut: true } : block)),
    );
    expect(edited?.leftOut).toMatchObject({ texts: ['The ferry sails.'], links: 1, included: 1 });
  });

  test('nothing is left when every block is left out', () => {
    const { whole, blocks } = include();
    expect(
      applyWholeEdits(
        whole,
        blocks.map((block) => ({ ...block, isLeftOut: true })),
      ),
    ).toBeNull();
  });

  test('its blocks as read make the draft as read, whatever was left out and where', () => {
    const text = fc.string({ minLength: 1, maxLength: 8 }).map((words) => `x${words.replace(/\s/g, '')}`);
    const leftOut = fc
      .array(fc.record({ text, before: fc.nat({ max: 6 }) }), { maxLength: 8 })
      .map((blocks) =>
        blocks
          .toSorted((a, b) => a.before - b.before)
          .map((block): LeftOutBlock => ({ ...offer, ...block, marks: [link(0, block.text.length)] })),
      );
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), leftOut, (texts, blocks) => {
        const { leftOut: _left, ...read } = createProposal(texts, blocks);
        const whole = createWholeProposal({ ...read, leftOut: blocks });
        expect(whole.blocks).toHaveLength(texts.length + blocks.length);
        expect(applyWholeEdits(whole, whole.blocks)?.proposal).toEqual(read);
        expect(applyBlockEdits(whole.proposal, whole.blocks)?.proposal).toEqual(read);
      }),
    );
  });
});

test('a left-out block with a mark beyond its text is refused', () => {
  const leftOut = [{ ...menu, marks: [link(0, 5)] }];
  expect(draftProposalSchema.safeParse({ ...proposal, leftOut }).success).toBe(false);
});

test('twice as many blocks with marks take little more than twice the work', () => {
  const [few, many] = [100, 200].map((count) => {
    const texts = Array.from({ length: count }, (_, index) => `Row ${index}`);
    const read = createProposal(
      texts,
      texts.map((_, before) => ({ ...offer, before, marks: [link(0, 4)] })),
    );
    const blocks = countReads(read.blocks);
    const whole = createWholeProposal({ ...read, blocks: blocks.items });
    const readsOfBlocks = blocks.reads();
    const spans = countReads(whole.blocks.flatMap((block) => block.spans));
    const edited = whole.blocks.map((block, index) => ({
      ...block,
      spans: [spans.items[index] ?? link(0, 1)],
    }));
    expect(applyWholeEdits(whole, edited)?.proposal.text).toBe(read.text);
    return { blocks: readsOfBlocks, spans: spans.reads() };
  });
  // A binary search takes one step more; a look at every block would take four times the work.
  expect((many?.blocks ?? 0) / (few?.blocks ?? 1)).toBeLessThan(2.6);
  expect((many?.spans ?? 0) / (few?.spans ?? 1)).toBeLessThan(2.6);
});
