import { describe, expect, test } from 'vitest';
import type { ImportedBlock } from '#shared/import/base/imported-blocks.ts';
import { draftProposalSchema } from '#shared/import/base/proposal.ts';
import { applyBlockEdits } from '#shared/import/edits/apply-block-edits.ts';
import {
  createEditedBlocks,
  getBlockText,
  joinWithNext,
  setLeftOut,
} from '#shared/import/edits/edited-blocks.ts';
import { splitBlock } from '#shared/import/edits/split-block.ts';
import { createEvidenceFields } from '#tests/libraries/sources.ts';
import { createTestSource } from '#tests/unit/shared/sources.ts';
import { createProposal, paragraph, sliceSpan } from './block-proposals.ts';

describe('an example', () => {
  const note: ImportedBlock = {
    kind: 'note',
    level: null,
    text: '1 The port’s own count.',
    marks: [],
    name: 'n1',
  };
  const proposal = draftProposalSchema.parse({
    ...createProposal(
      [
        paragraph('It carried 1.2 million people1 in 2019. The port said so.', [
          { kind: 'noteRef', start: 29, end: 30, href: null, target: 'n1' },
          { kind: 'link', start: 40, end: 48, href: 'https://port.example/', target: null },
        ]),
        paragraph('Nobody was asked.'),
        note,
      ],
      [
        { start: 0, end: 29 },
        { start: 40, end: 76 },
      ],
    ),
    sources: [],
  });
  const read = createEditedBlocks(proposal.blocks);

  test('splitting a block keeps claims, links and notes on their text', () => {
    const split = splitBlock(proposal.text, read, 0, 39, () => 'new') ?? [];
    const made = applyBlockEdits(proposal, split)?.proposal;
    expect(made?.blocks.map((block) => sliceSpan(made, block))).toEqual([
      'It carried 1.2 million people1 in 2019.',
      'The port said so.',
      'Nobody was asked.',
      '1 The port’s own count.',
    ]);
    expect(made?.marks.map((mark) => [mark.kind, sliceSpan(made, mark), mark.target])).toEqual([
      ['noteRef', '1', 'b4'],
      ['link', 'The port', null],
    ]);
    expect(made?.claims.map(({ span }) => sliceSpan(made, span))).toEqual([
      'It carried 1.2 million people',
      'The port said so.\n\nNobody was asked.',
    ]);
  });

  test('joining blocks makes one of the first kind, with a space between the texts', () => {
    const joined = joinWithNext(proposal.text, proposal.blocks, read, 0) ?? [];
    const made = applyBlockEdits(proposal, joined)?.proposal;
    expect(made?.blocks.map((block) => sliceSpan(made, block))[0]).toBe(
      'It carried 1.2 million people1 in 2019. The port said so. Nobody was asked.',
    );
    expect(joinWithNext(proposal.text, proposal.blocks, read, 2)).toBeNull();
  });

  test('leaving blocks out counts what is lost with them', () => {
    const without = applyBlockEdits(proposal, setLeftOut(setLeftOut(read, 0, true), 2, true));
    expect(without?.proposal.text).toBe('Nobody was asked.');
    expect(without?.leftOut).toEqual({
      texts: read.flatMap((block, index) => (index === 1 ? [] : [getBlockText(proposal.text, block)])),
      claims: 1,
      shortened: 1,
      notes: 1,
      links: 1,
      included: 0,
    });
    expect(without?.proposal.claims.map(({ span }) => sliceSpan(without.proposal, span))).toEqual([
      'Nobody was asked.',
    ]);
  });

  test('blocks in a script without spaces are joined without one', () => {
    const mill = createProposal([paragraph('製粉所は閉鎖された。従業員は'), paragraph('千二百人だった。')]);
    const joined = joinWithNext(mill.text, mill.blocks, createEditedBlocks(mill.blocks), 0) ?? [];
    expect(applyBlockEdits(mill, joined)?.proposal.text).toBe('製粉所は閉鎖された。従業員は千二百人だった。');
  });

  test('sources that only lost claims used are removed, and all others are kept', () => {
    const createEvidence = (source: number) => ({ source, ...createEvidenceFields() });
    const { id: _id, derivedFrom: _none, ...first } = createTestSource('First');
    const sources = ['First', 'Second', 'Third', 'Fourth'].map((title) => ({ ...first, title }));
    const [one, two] = proposal.claims;
    const withSources = draftProposalSchema.parse({
      ...proposal,
      sources,
      claims: [
        { ...one, evidence: [createEvidence(0), createEvidence(1)] },
        { ...two, evidence: [createEvidence(1), createEvidence(3)] },
      ],
    });
    const made = applyBlockEdits(withSources, setLeftOut(read, 0, true))?.proposal;
    expect(made?.sources.map(({ title }) => title)).toEqual(['Second', 'Third', 'Fourth']);
    expect(made?.claims.map(({ evidence }) => evidence.map(({ source }) => source))).toEqual([[0, 2]]);
  });
});
