import { type ImportedBlock, joinBlocks } from '../../../shared/import/imported-blocks';
import type { DraftProposal } from '../../../shared/import/proposal';
import { type ArticleSpec, createProposal } from './article-spec';

const firstBlocks: ArticleSpec['blocks'] = [
  { kind: 'heading', level: 1, text: 'The bridge over the Sound' },
  {
    kind: 'paragraph',
    text: 'The bridge will not close in winter, the port said. It carried 12 million cars in 2019. It was built in 1986.',
  },
  {
    kind: 'paragraph',
    text: 'Its tolls rose by a third within a year. Exports by Russia and China made up more than 26 per cent of the traffic.',
  },
  { kind: 'paragraph', text: 'The ferry was given up in May. Nobody was asked about it.' },
  {
    kind: 'paragraph',
    text: 'A study of the port counted 340 ships a day. The mayor opened the new quay on Monday.',
  },
];

/**
 * An article whose second draft changes figures, and moves and removes sentences. Some claims then need the reviewer, and some
 * of these are unplaced.
 */
export const twoDraftArticle: ArticleSpec = {
  title: 'The bridge over the Sound',
  blocks: firstBlocks,
  claims: [
    { words: 'will not close in winter', verdict: 'verified', sources: [] },
    { words: 'It carried 12 million cars in 2019', verdict: 'verified', sources: [0] },
    { words: 'It was built in 1986', verdict: 'verified', sources: [0, 1] },
    { words: 'rose by a third within a year', verdict: 'disputed', sources: [1] },
    { words: 'Nobody was asked about it', verdict: 'verified', sources: [] },
    { words: 'A study of the port counted 340 ships a day', verdict: 'unverifiable', sources: [] },
    { words: 'opened the new quay on Monday', verdict: 'unchecked', sources: [] },
  ],
  sources: ['Traffic count', 'Annual report of the port'],
};

const secondTexts = [
  'The bridge over the Sound',
  'A study of the port counted 340 ships a day. The mayor opened the new quay on Sunday.',
  'The bridge will close in winter, the port said. It carried 21 million cars in 2019. It was built in 1986.',
  'Its tolls rose by a third within a year. Exports by Russia and India made up more than 26 per cent of the traffic.',
  'The ferry was given up in May. Its crew went to the islands, where they found work on fishing boats.',
];

export function createSecondDraft(): DraftProposal {
  const blocks = secondTexts.map(
    (text, index): ImportedBlock => ({
      ...(index === 0 ? { kind: 'heading', level: 1 } : { kind: 'paragraph', level: null }),
      text,
      marks: [],
    }),
  );
  return { ...createProposal({ ...twoDraftArticle, claims: [], sources: [] }), ...joinBlocks(blocks) };
}
