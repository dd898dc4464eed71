import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DraftProposal, draftProposalSchema } from '#shared/import/base/proposal.ts';
import { applyBlockEdits } from '#shared/import/edits/apply-block-edits.ts';
import { createEditedBlocks, getBlockText, joinWithNext } from '#shared/import/edits/edited-blocks.ts';
import { splitBlock } from '#shared/import/edits/split-block.ts';
import { findGraphemeStart } from '#shared/text/segmenter/graphemes.ts';
import { proposals, sliceSpan } from './block-proposals.ts';
import { editBlocks, type RandomEdit, randomEdits } from './random-edits.ts';

/** Edits the blocks of a proposal, of which all may be left out. */
const edit = ({ text, blocks }: DraftProposal, edits: readonly RandomEdit[]) =>
  editBlocks(text, blocks, edits, true);

/** Removes white space, so that differences in it do not matter. */
const removeSpaces = (text: string) => text.replace(/\s+/g, '');

describe('edited blocks', () => {
  test('blocks without edits make the same proposal', () => {
    fc.assert(
      fc.property(proposals, (proposal) => {
        const made = applyBlockEdits(proposal, createEditedBlocks(proposal.blocks));
        expect(made?.proposal).toEqual(proposal);
        expect(made?.leftOut).toEqual({
          texts: [],
          claims: 0,
          shortened: 0,
          notes: 0,
          links: 0,
          included: 0,
        });
      }),
    );
  });

  test('splitting and joining a block restores it', () => {
    fc.assert(
      fc.property(proposals, randomEdits, fc.nat(), fc.nat(), (proposal, edits, which, where) => {
        const { text, blocks } = proposal;
        const before = edit(proposal, edits);
        const at = which % before.length;
        const length = getBlockText(text, before[at] ?? { spans: [] }).length;
        const split = splitBlock(text, before, at, where % (length + 1), () => 'new');
        if (split) expect(joinWithNext(text, blocks, split, at)).toEqual(before);
      }),
    );
  });

  test('edited blocks keep all characters in order, and are never split within a grapheme', () => {
    fc.assert(
      fc.property(proposals, randomEdits, (proposal, edits) => {
        const edited = edit(proposal, edits);
        const whole = edited.map((block) => getBlockText(proposal.text, block)).join('');
        expect(removeSpaces(whole)).toBe(removeSpaces(proposal.text));
        for (const { spans } of edited)
          for (const { start } of spans) expect(findGraphemeStart(proposal.text, start)).toBe(start);
      }),
    );
  });

  test('edits make a valid proposal in which every claim and link keeps its text or is counted', () => {
    fc.assert(
      fc.property(proposals, randomEdits, (proposal, edits) => {
        const edited = edit(proposal, edits);
        const made = applyBlockEdits(proposal, edited);
        const removed = edited.filter(({ isLeftOut }) => isLeftOut);
        expect(made === null).toBe(removed.length === edited.length);
        if (!made) return;
        draftProposalSchema.parse(made.proposal);
        const { leftOut } = made;
        expect(leftOut.texts).toEqual(removed.map((block) => getBlockText(proposal.text, block)));
        expect(made.proposal.claims.length + leftOut.claims).toBe(proposal.claims.length);
        const kept = (span: { start: number; end: number }) =>
          removeSpaces(
            edited
              .filter(({ isLeftOut }) => !isLeftOut)
              .flatMap(({ spans }) => spans)
              .map(({ start, end }) =>
                proposal.text.slice(
                  Math.max(start, span.start),
                  Math.max(start, span.start, Math.min(end, span.end)),
                ),
              )
              .join(''),
          );
        const claims = proposal.claims.map(({ span }) => kept(span));
        const now = made.proposal.claims.map(({ span }) => removeSpaces(sliceSpan(made.proposal, span)));
        // A claim on white space only has no text to keep.
        expect(now.filter((words) => words !== '')).toEqual(claims.filter((words) => words !== ''));
        const links = (of: DraftProposal, words: (mark: { start: number; end: number }) => string) =>
          of.marks
            .filter(({ kind }) => kind === 'link')
            .map(words)
            .join('');
        expect(links(made.proposal, (mark) => removeSpaces(sliceSpan(made.proposal, mark)))).toBe(
          links(proposal, kept),
        );
        const ids = new Set(made.proposal.blocks.map(({ id }) => id));
        for (const { target } of made.proposal.marks) expect(target === null || ids.has(target)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
