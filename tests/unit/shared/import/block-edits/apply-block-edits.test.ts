import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyBlockEdits } from '../../../../../shared/import/block-edits/apply-block-edits';
import {
  createEditedBlocks,
  type EditedBlock,
  getBlockText,
  joinWithNext,
  setLeftOut,
} from '../../../../../shared/import/block-edits/edited-blocks';
import { splitBlock } from '../../../../../shared/import/block-edits/split-block';
import { type ImportedBlock, joinBlocks } from '../../../../../shared/import/imported-blocks';
import { type DraftProposal, draftProposalSchema } from '../../../../../shared/import/proposal';
import { findGraphemeStart } from '../../../../../shared/text/segmenter/graphemes';
import { createProposedClaim, createTestProposal } from '../../../../libraries/proposals';
import { hostileText, proseText, spanWithin } from '../../arbitraries';
import { createTestSource } from '../../sources';

function createProposal(
  blocks: readonly ImportedBlock[],
  claims: readonly { start: number; end: number }[] = [],
): DraftProposal {
  return draftProposalSchema.parse(
    createTestProposal(blocks, { claims: claims.map((span) => createProposedClaim(span)) }),
  );
}

const paragraph = (text: string, marks: ImportedBlock['marks'] = []): ImportedBlock => {
  return { kind: 'paragraph', level: null, text, marks };
};

let count = 0;
const newId = () => {
  count += 1;
  return `new${count}`;
};

/** Removes white space, so that differences in it do not matter. */
const removeSpaces = (text: string) => text.replace(/\s+/g, '');

const sliceSpan = ({ text }: { text: string }, { start, end }: { start: number; end: number }) =>
  text.slice(start, end);

/** Proposals with random marks and claims. */
const proposals = fc
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

/** Random edits, whose numbers are taken modulo the counts of blocks and offsets. */
const anySteps = fc.array(
  fc.tuple(fc.constantFrom('split', 'join', 'leaveOut', 'restore'), fc.nat(), fc.nat()),
  { maxLength: 12 },
);

function edit(
  { text, blocks }: DraftProposal,
  steps: readonly (readonly [string, number, number])[],
): EditedBlock[] {
  let edited = createEditedBlocks(blocks);
  for (const [step, which, where] of steps) {
    const at = which % edited.length;
    const block = edited[at];
    if (!block) continue;
    const length = getBlockText(text, block).length;
    if (step === 'split') edited = splitBlock(text, edited, at, where % (length + 1), newId) ?? edited;
    else if (step === 'join') edited = joinWithNext(text, blocks, edited, at) ?? edited;
    else edited = setLeftOut(edited, at, step === 'leaveOut');
  }
  return edited;
}

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
      fc.property(proposals, anySteps, fc.nat(), fc.nat(), (proposal, steps, which, where) => {
        const { text, blocks } = proposal;
        const before = edit(proposal, steps);
        const at = which % before.length;
        const length = getBlockText(text, before[at] ?? { spans: [] }).length;
        const split = splitBlock(text, before, at, where % (length + 1), newId);
        if (split) expect(joinWithNext(text, blocks, split, at)).toEqual(before);
      }),
    );
  });

  test('edited blocks keep all characters in order, and are never split within a grapheme', () => {
    fc.assert(
      fc.property(proposals, anySteps, (proposal, steps) => {
        const edited = edit(proposal, steps);
        const whole = edited.map((block) => getBlockText(proposal.text, block)).join('');
        expect(removeSpaces(whole)).toBe(removeSpaces(proposal.text));
        for (const { spans } of edited)
          for (const { start } of spans) expect(findGraphemeStart(proposal.text, start)).toBe(start);
      }),
    );
  });

  test('edits make a valid proposal in which every claim and link keeps its text or is counted', () => {
    fc.assert(
      fc.property(proposals, anySteps, (proposal, steps) => {
        const edited = edit(proposal, steps);
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
    const split = splitBlock(proposal.text, read, 0, 39, newId) ?? [];
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
      ...{ claims: 1, shortened: 1, notes: 1, links: 1, included: 0 },
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
    const createEvidence = (source: number) => {
      return { source, stance: 'supports' as const, locator: null, quote: null, note: null };
    };
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
