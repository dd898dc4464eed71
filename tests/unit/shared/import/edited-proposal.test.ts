import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BlockPart, joinParts } from '../../../../shared/import/draft-body';
import {
  blocksAsRead,
  type EditedBlock,
  joinWithNext,
  leaveOut,
  splitBlock,
  textOfBlock,
} from '../../../../shared/import/edited-blocks';
import { editedProposal } from '../../../../shared/import/edited-proposal';
import { type DraftProposal, draftProposalSchema } from '../../../../shared/import/proposal';
import { graphemeStart } from '../../../../shared/text/segmenter/graphemes';
import { hostileText, proseText, spanWithin } from '../arbitraries';
import { sourceOf } from '../sources';

const plainClaim = {
  verdict: 'unchecked',
  note: null,
  correction: null,
  claimant: null,
  kind: null,
} as const;

function proposalOf(
  parts: readonly BlockPart[],
  claims: readonly { start: number; end: number }[] = [],
): DraftProposal {
  return draftProposalSchema.parse({
    ...{ title: 'T', byline: null, link: null, publishedAt: null, language: 'en' },
    origin: { kind: 'paste', name: null },
    ...joinParts(parts),
    sources: [],
    claims: claims.map((span) => ({ ...plainClaim, span, evidence: [] })),
  });
}

const paragraph = (text: string, marks: BlockPart['marks'] = []): BlockPart => {
  return { kind: 'paragraph', level: null, text, marks };
};

let count = 0;
const newId = () => {
  count += 1;
  return `new${count}`;
};

/** Letters alone, so that where white space came or went does not matter. */
const letters = (words: string) => words.replace(/\s+/g, '');

const wordsAt = ({ text }: { text: string }, { start, end }: { start: number; end: number }) =>
  text.slice(start, end);

/** Proposals with any marks and claims. */
const anyProposal = fc
  .array(
    fc.oneof(proseText, hostileText).filter((text) => text.trim() !== ''),
    { minLength: 1, maxLength: 6 },
  )
  .chain((texts) => {
    const { blocks } = joinParts(texts.map((words) => paragraph(words)));
    const inBlock = fc.constantFrom(...blocks).chain(({ start, end }) => spanWithin(start, end));
    const mark = fc.tuple(inBlock, fc.constantFrom('bold', 'italic', 'link'), fc.constantFrom(...blocks));
    const noteRef = fc.tuple(inBlock, fc.constant('noteRef'), fc.constantFrom(...blocks));
    return fc
      .record({
        marks: fc.array(fc.oneof(mark, noteRef), { maxLength: 6 }),
        // Claims begin and end on words, in one block or in several.
        spans: fc.array(
          fc
            .tuple(inBlock, inBlock)
            .map(([a, b]) => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) })),
          { maxLength: 5 },
        ),
      })
      .map(({ marks, spans }) =>
        draftProposalSchema.parse({
          ...proposalOf(
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

/** What a person may do to the blocks, by figures that fit any number of them. */
const anySteps = fc.array(
  fc.tuple(fc.constantFrom('split', 'join', 'leaveOut', 'takeIn'), fc.nat(), fc.nat()),
  { maxLength: 12 },
);

function edit(
  { text, blocks }: DraftProposal,
  steps: readonly (readonly [string, number, number])[],
): EditedBlock[] {
  let edited = blocksAsRead(blocks);
  for (const [step, which, where] of steps) {
    const at = which % edited.length;
    const block = edited[at];
    if (!block) continue;
    const length = textOfBlock(text, block).length;
    if (step === 'split') edited = splitBlock(text, edited, at, where % (length + 1), newId) ?? edited;
    else if (step === 'join') edited = joinWithNext(text, blocks, edited, at) ?? edited;
    else edited = leaveOut(edited, at, step === 'leaveOut');
  }
  return edited;
}

describe('the blocks of a proposal', () => {
  test('make the same proposal as long as nothing was edited', () => {
    fc.assert(
      fc.property(anyProposal, (proposal) => {
        const made = editedProposal(proposal, blocksAsRead(proposal.blocks));
        expect(made?.proposal).toEqual(proposal);
        expect(Object.values(made?.leftOut ?? {})).toEqual([0, 0, 0, 0, 0]);
      }),
    );
  });

  test('are the same again after one was split and joined', () => {
    fc.assert(
      fc.property(anyProposal, anySteps, fc.nat(), fc.nat(), (proposal, steps, which, where) => {
        const { text, blocks } = proposal;
        const before = edit(proposal, steps);
        const at = which % before.length;
        const length = textOfBlock(text, before[at] ?? { spans: [] }).length;
        const split = splitBlock(text, before, at, where % (length + 1), newId);
        if (split) expect(joinWithNext(text, blocks, split, at)).toEqual(before);
      }),
    );
  });

  test('hold all their letters in order, whatever was split and joined, and are never cut within a letter', () => {
    fc.assert(
      fc.property(anyProposal, anySteps, (proposal, steps) => {
        const edited = edit(proposal, steps);
        const whole = edited.map((block) => textOfBlock(proposal.text, block)).join('');
        expect(letters(whole)).toBe(letters(proposal.text));
        for (const { spans } of edited)
          for (const { start } of spans) expect(graphemeStart(proposal.text, start)).toBe(start);
      }),
    );
  });

  test('make a proposal that holds, in which every claim and link keeps its words or is counted', () => {
    fc.assert(
      fc.property(anyProposal, anySteps, (proposal, steps) => {
        const edited = edit(proposal, steps);
        const made = editedProposal(proposal, edited);
        const gone = edited.filter(({ isLeftOut }) => isLeftOut);
        expect(made === null).toBe(gone.length === edited.length);
        if (!made) return;
        draftProposalSchema.parse(made.proposal);
        const { leftOut } = made;
        expect(leftOut.blocks).toBe(gone.length);
        expect(made.proposal.claims.length + leftOut.claims).toBe(proposal.claims.length);
        const kept = (span: { start: number; end: number }) =>
          letters(
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
        const now = made.proposal.claims.map(({ span }) => letters(wordsAt(made.proposal, span)));
        // A claim on white space alone has no words to keep.
        expect(now.filter((words) => words !== '')).toEqual(claims.filter((words) => words !== ''));
        const links = (of: DraftProposal, words: (mark: { start: number; end: number }) => string) =>
          of.marks
            .filter(({ kind }) => kind === 'link')
            .map(words)
            .join('');
        expect(links(made.proposal, (mark) => letters(wordsAt(made.proposal, mark)))).toBe(
          links(proposal, kept),
        );
        const ids = new Set(made.proposal.blocks.map(({ id }) => id));
        for (const { target } of made.proposal.marks) expect(target === null || ids.has(target)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('one proposal', () => {
  const note: BlockPart = {
    kind: 'note',
    level: null,
    text: '1 The port’s own count.',
    marks: [],
    name: 'n1',
  };
  const proposal = draftProposalSchema.parse({
    ...proposalOf(
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
  const read = blocksAsRead(proposal.blocks);

  test('split at the cursor leaves its claims, links and notes on their words', () => {
    const split = splitBlock(proposal.text, read, 0, 39, newId) ?? [];
    const made = editedProposal(proposal, split)?.proposal;
    expect(made?.blocks.map((block) => wordsAt(made, block))).toEqual([
      'It carried 1.2 million people1 in 2019.',
      'The port said so.',
      'Nobody was asked.',
      '1 The port’s own count.',
    ]);
    expect(made?.marks.map((mark) => [mark.kind, wordsAt(made, mark), mark.target])).toEqual([
      ['noteRef', '1', 'b4'],
      ['link', 'The port', null],
    ]);
    expect(made?.claims.map(({ span }) => wordsAt(made, span))).toEqual([
      'It carried 1.2 million people',
      'The port said so.\n\nNobody was asked.',
    ]);
  });

  test('joined becomes one block of the kind of the first, with a space between the words', () => {
    const joined = joinWithNext(proposal.text, proposal.blocks, read, 0) ?? [];
    const made = editedProposal(proposal, joined)?.proposal;
    expect(made?.blocks.map((block) => wordsAt(made, block))[0]).toBe(
      'It carried 1.2 million people1 in 2019. The port said so. Nobody was asked.',
    );
    expect(joinWithNext(proposal.text, proposal.blocks, read, 2)).toBeNull();
  });

  test('counts what goes with the blocks that are left out', () => {
    const without = editedProposal(proposal, leaveOut(leaveOut(read, 0, true), 2, true));
    expect(without?.proposal.text).toBe('Nobody was asked.');
    expect(without?.leftOut).toEqual({ blocks: 2, claims: 1, shortened: 1, notes: 1, links: 1 });
    expect(without?.proposal.claims.map(({ span }) => wordsAt(without.proposal, span))).toEqual([
      'Nobody was asked.',
    ]);
  });

  test('is joined without a space where its script has none', () => {
    const mill = proposalOf([paragraph('製粉所は閉鎖された。従業員は'), paragraph('千二百人だった。')]);
    const joined = joinWithNext(mill.text, mill.blocks, blocksAsRead(mill.blocks), 0) ?? [];
    expect(editedProposal(mill, joined)?.proposal.text).toBe('製粉所は閉鎖された。従業員は千二百人だった。');
  });

  test('leaves out the sources that only claims of left-out blocks have, and keeps all others', () => {
    const tie = (source: number) => {
      return { source, stance: 'supports' as const, locator: null, quote: null, note: null };
    };
    const { id: _id, derivedFrom: _none, ...first } = sourceOf('First');
    const sources = ['First', 'Second', 'Third', 'Fourth'].map((title) => ({ ...first, title }));
    const [one, two] = proposal.claims;
    const cited = draftProposalSchema.parse({
      ...proposal,
      sources,
      claims: [
        { ...one, evidence: [tie(0), tie(1)] },
        { ...two, evidence: [tie(1), tie(3)] },
      ],
    });
    const made = editedProposal(cited, leaveOut(read, 0, true))?.proposal;
    expect(made?.sources.map(({ title }) => title)).toEqual(['Second', 'Third', 'Fourth']);
    expect(made?.claims.map(({ evidence }) => evidence.map(({ source }) => source))).toEqual([[0, 2]]);
  });
});
