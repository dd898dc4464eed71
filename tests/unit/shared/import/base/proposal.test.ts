import { expect, test } from 'vitest';
import { importPastedText } from '#renderer/documents/read/text/import-text.ts';
import { readResultSchema } from '#shared/import/base/proposal.ts';
import { createProposedClaim } from '#tests/libraries/proposals.ts';

/** An answer of the importer that is as it should be. */
function createAnswer() {
  const imported = importPastedText('The mill closed in 1975.\n\nIt was rebuilt.');
  if (!imported.ok) throw new Error(imported.problem.message);
  return { ok: true as const, proposal: imported.proposal, notices: imported.notices, words: 8 };
}

const claim = createProposedClaim({ start: 0, end: 8 });

test('an answer of the importer is accepted as it should be', () => {
  expect(readResultSchema.safeParse(createAnswer()).error).toBeUndefined();
});

test.each<[string, (answer: ReturnType<typeof createAnswer>) => unknown]>([
  ['nothing', () => null],
  ['a text', () => 'done'],
  ['another field', (answer) => ({ ...answer, command: 'library.delete' })],
  [
    'another field in the proposal',
    (answer) => ({ ...answer, proposal: { ...answer.proposal, path: '/etc' } }),
  ],
  ['fewer than no words', (answer) => ({ ...answer, words: -1 })],
  [
    'blocks that reach behind the text',
    (answer) => ({
      ...answer,
      proposal: {
        ...answer.proposal,
        blocks: answer.proposal.blocks.map((block) => ({ ...block, end: block.end + 1_000 })),
      },
    }),
  ],
  [
    'a claim behind the text',
    (answer) => ({
      ...answer,
      proposal: { ...answer.proposal, claims: [{ ...claim, span: { start: 0, end: 9_999 } }] },
    }),
  ],
  [
    'evidence from a source that is not there',
    (answer) => ({
      ...answer,
      proposal: {
        ...answer.proposal,
        claims: [
          {
            ...claim,
            evidence: [{ source: 7, stance: 'supports', locator: null, quote: null, note: null }],
          },
        ],
      },
    }),
  ],
  [
    'a link that is none',
    (answer) => ({ ...answer, proposal: { ...answer.proposal, url: 'javascript:alert(1)' } }),
  ],
  [
    'a map with more segments than the text has characters',
    (answer) => ({
      ...answer,
      textMap: { parts: [], segments: Array.from({ length: 100 }, () => ({ text: 'x' })) },
    }),
  ],
  ['a refusal without a reason', () => ({ ok: false })],
  ['a refusal of a kind that is not known', () => ({ ok: false, problem: { code: 'run', message: '' } })],
])('%s in the place of the importer’s answer is refused', (_name, change) => {
  expect(readResultSchema.safeParse(change(createAnswer())).success).toBe(false);
});
