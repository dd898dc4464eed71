import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commands } from '#shared/contract/commands/commands.ts';
import { maxTextLength } from '#shared/domain/base/draft.ts';
import { type DraftProposal, draftProposalSchema } from '#shared/import/base/proposal.ts';
import { applyBlockEdits } from '#shared/import/edits/apply-block-edits.ts';
import {
  applyProposalEdits,
  noProposalEdits,
  proposalEditsSchema,
} from '#shared/import/edits/apply-proposal-edits.ts';
import { createEditedBlocks, type EditedBlock, joinWithNext } from '#shared/import/edits/edited-blocks.ts';
import { splitBlock } from '#shared/import/edits/split-block.ts';
import { createTestProposal } from '#tests/libraries/proposals.ts';
import { hostileText, proseText } from '#tests/unit/shared/arbitraries.ts';

function createProposal(...texts: string[]): DraftProposal {
  return draftProposalSchema.parse(createTestProposal(texts));
}

const proposal = createProposal('One 😀 two', 'Three');

/** A block with one span. */
function createBlock(start: number, end: number): EditedBlock {
  return {
    id: `from${start}`,
    kind: 'paragraph',
    level: null,
    page: null,
    startsAtMs: null,
    spans: [{ start, end }],
    isLeftOut: false,
  };
}

const isAccepted = (blocks: unknown) => proposalEditsSchema.safeParse({ ...noProposalEdits, blocks }).success;

describe('the edits of a proposal', () => {
  test('change nothing where there are none', () => {
    expect(applyProposalEdits(proposal, noProposalEdits)).toEqual({ proposal, leftOut: null });
  });

  test('replace the fields of the article', () => {
    const fields = { title: 'New', byline: 'Ada', link: null, publishedAt: '2026', language: null };
    expect(applyProposalEdits(proposal, { ...noProposalEdits, fields })).toEqual({
      proposal: { ...proposal, ...fields },
      leftOut: null,
    });
  });

  test.each([
    ['no block', []],
    ['only blocks that are left out', [{ ...createBlock(0, 3), isLeftOut: true }]],
    ['a block without a span', [{ ...createBlock(0, 3), spans: [] }]],
    ['an empty span', [createBlock(3, 3)]],
    ['a reversed span', [createBlock(3, 1)]],
    ['a negative offset', [createBlock(-1, 3)]],
    ['a fraction', [createBlock(0.5, 3)]],
    ['spans that overlap', [createBlock(0, 3), createBlock(2, 4)]],
    ['the same span twice', [createBlock(0, 3), createBlock(0, 3)]],
    [
      'spans that overlap with those left out',
      [{ ...createBlock(0, 3), isLeftOut: true }, createBlock(0, 3)],
    ],
    ['spans out of order', [createBlock(4, 6), createBlock(0, 3)]],
    ['an unknown kind', [{ ...createBlock(0, 3), kind: 'script' }]],
    ['a level that no heading has', [{ ...createBlock(0, 3), level: 7 }]],
    ['a text', [{ ...createBlock(0, 3), text: 'Other words' }]],
  ])('are refused by their schema with %s', (_what, blocks) => {
    expect(isAccepted([createBlock(0, 3)])).toBe(true);
    expect(isAccepted(blocks)).toBe(false);
  });

  test.each([
    ['over the end of the text', 12, 100],
    ['behind the text', 100, 101],
    ['over two blocks', 0, 15],
    ['on the separator of two blocks', 10, 12],
    ['that begins within a character', 5, 8],
    ['that ends within a character', 0, 5],
  ])('are refused with a span %s, also in a block that is left out', (_where, start, end) => {
    expect(proposal.text.slice(4, 6)).toBe('😀');
    const block = createBlock(start, end);
    const others = start > 5 ? [createBlock(0, 3)] : [createBlock(15, 16)];
    for (const edited of [block, { ...block, isLeftOut: true }]) {
      const blocks = [...others, edited].sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0));
      expect(isAccepted(blocks)).toBe(true);
      expect(applyProposalEdits(proposal, { ...noProposalEdits, blocks })).toBeNull();
    }
  });

  test('are refused where the text would be longer than a draft can be', () => {
    const long = createProposal('a'.repeat(maxTextLength));
    expect(
      applyProposalEdits(long, { ...noProposalEdits, blocks: [createBlock(0, maxTextLength)] })?.proposal,
    ).toEqual(long);
    const blocks = [createBlock(0, 1), createBlock(1, maxTextLength)];
    expect(applyProposalEdits(long, { ...noProposalEdits, blocks })).toBeNull();
  });

  test('are accepted as the window makes them, and change the proposal as they do there', () => {
    const texts = fc.array(
      fc.oneof(proseText, hostileText).filter((text) => text.trim() !== ''),
      { minLength: 1, maxLength: 6 },
    );
    const steps = fc.array(fc.tuple(fc.boolean(), fc.nat(), fc.nat()), { maxLength: 12 });
    const law = fc.property(texts, steps, (paragraphs, anySteps) => {
      const read = createProposal(...paragraphs);
      let blocks = createEditedBlocks(read.blocks);
      for (const [index, [splits, which, offset]] of anySteps.entries()) {
        const at = which % blocks.length;
        const edited = splits
          ? splitBlock(read.text, blocks, at, offset % 50, () => `n${index}`)
          : joinWithNext(read.text, read.blocks, blocks, at);
        blocks = edited ?? blocks;
      }
      const edits = proposalEditsSchema.parse({ ...noProposalEdits, blocks });
      expect(applyProposalEdits(read, edits)).toEqual(applyBlockEdits(read, blocks));
    });
    fc.assert(law);
  });
});

test('no command takes a proposal or its text from the window', () => {
  const edited = { proposalId: 'p', edits: noProposalEdits };
  const nextDraft = { taskId: 't', articleId: 'a', ...edited };
  const { text } = proposal;
  for (const [{ input }, value] of [
    [commands['article.create'], edited],
    [commands['draft.preview'], nextDraft],
    [commands['draft.accept'], nextDraft],
  ] as const) {
    expect(input.safeParse(value).success).toBe(true);
    for (const more of [
      { proposal },
      { text },
      { edits: { ...noProposalEdits, text } },
      { proposalId: proposal },
    ])
      expect(input.safeParse({ ...value, ...more }).success).toBe(false);
  }
  expect(commands['article.createSample'].input.safeParse(proposal).success).toBe(false);
});

test('the edits of a long article are far smaller than its text', () => {
  const long = createProposal(...Array.from({ length: 1_000 }, (_, index) => `${index} `.repeat(300)));
  const blocks = createEditedBlocks(long.blocks);
  expect(JSON.stringify(noProposalEdits).length).toBeLessThan(100);
  expect(JSON.stringify({ fields: null, blocks }).length).toBeLessThan(long.text.length / 5);
});
