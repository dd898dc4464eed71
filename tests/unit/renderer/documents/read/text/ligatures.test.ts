import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolveLigatures } from '#renderer/documents/read/text/ligatures.ts';
import type { TextMap } from '#shared/domain/base/text-map.ts';
import { createAnnotatedClaim } from '#shared/import/base/annotated-claim.ts';
import { createAnnotation } from '#shared/import/base/annotation.ts';
import { draftProposalSchema } from '#shared/import/base/proposal.ts';
import { rebuildText } from '#shared/import/text/edit-text-map.ts';
import { classifyChanges, hasMaterialChange } from '#shared/text-changes/classify-changes.ts';
import { createProposal } from '#tests/unit/shared/drafts/checked-articles.ts';

const annotation = createAnnotation([{ by: 'Ada', at: null, text: 'Source?' }], false);

/** An import of paragraphs, with a claim and a bold mark on each occurrence of some words. */
function read(words: string, ...texts: string[]) {
  const proposal = createProposal(...texts);
  const spans = Array.from(proposal.text.matchAll(new RegExp(words, 'g')), ({ index }) => ({
    start: index,
    end: index + words.length,
  }));
  return {
    ok: true as const,
    notices: [],
    proposal: {
      ...proposal,
      marks: spans.map((span) => ({ kind: 'bold' as const, href: null, target: null, ...span })),
      claims: spans.map((span) => createAnnotatedClaim(span, annotation)),
    },
  };
}

function compare(before: string, after: string) {
  return classifyChanges(before, after, { before: true, after: true });
}

describe('ligatures', () => {
  test('become letters in text, title, byline and left-out blocks, and those of the body are counted', () => {
    const imported = read('oﬃce', 'The ﬁrst oﬃce', 'A ﬂood, an oﬃce');
    const block = { kind: 'paragraph' as const, level: null, before: 0, text: 'Proﬁle', marks: [] };
    const mark = { kind: 'bold' as const, start: 4, end: 6, href: null, target: null };
    const { proposal, notices } = resolveLigatures({
      ...imported,
      proposal: {
        ...imported.proposal,
        title: 'The ﬁrst',
        byline: 'A. Griﬀin',
        leftOut: [{ ...block, marks: [mark] }],
      },
    });
    expect(proposal).toMatchObject({ title: 'The first', byline: 'A. Griffin' });
    expect(proposal.text).toBe('The first office\n\nA flood, an office');
    expect(proposal.leftOut).toEqual([{ ...block, text: 'Profile', marks: [{ ...mark, start: 5, end: 7 }] }]);
    const spans = [...proposal.marks, ...proposal.claims.map(({ span }) => span)];
    expect(spans.map(({ start, end }) => proposal.text.slice(start, end))).toEqual(Array(4).fill('office'));
    expect(draftProposalSchema.safeParse(proposal).success).toBe(true);
    expect(notices).toEqual([{ kind: 'ligaturesResolved', count: 5 }]);
  });

  test('that an importer replaced itself are counted with the others', () => {
    const imported = { ...read('x', 'A ﬂood'), notices: [{ kind: 'ligaturesResolved' as const, count: 3 }] };
    expect(resolveLigatures(imported).notices).toEqual([{ kind: 'ligaturesResolved', count: 4 }]);
  });

  test('that are not there change nothing', () => {
    const imported = read('office', 'The first office');
    expect(resolveLigatures(imported)).toBe(imported);
  });

  test('of one draft are no change from the letters of another', () => {
    const drafts = ['The ﬁrst oﬃce', 'The first office'];
    const [before = '', after = ''] = drafts.map((text) => resolveLigatures(read('x', text)).proposal.text);
    expect(compare(before, after)).toEqual([]);
    // The comparison itself does not know ligatures, so an importer must replace them.
    expect(hasMaterialChange(compare('The ﬁrst oﬃce', 'The first office'))).toBe(true);
  });

  test('keep the map to the file, whatever they stand beside', () => {
    const piece = fc.constantFrom('ﬁ', 'ﬄ', 'ﬆ', 'x', '\t', 'file ');
    const texts = fc.array(fc.array(piece, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(texts, (elements) => {
        const strings = elements.map((pieces) => pieces.join(''));
        const text = `${strings.join('')}ﬁ`;
        const map: TextMap = {
          parts: ['a'],
          segments: [
            ...strings.map(({ length }, element) => ({ part: 0, element, offset: 0, length })),
            { text: 'ﬁ' },
          ],
        };
        const resolved = resolveLigatures({ ...read('x', text), textMap: map });
        const rebuilt = resolved.textMap && rebuildText(resolved.textMap, new Map([['a', strings]]));
        expect(rebuilt).toBe(resolved.proposal.text);
        expect(resolved.proposal.text).toBe(text.normalize('NFKC'));
      }),
    );
  });
});
