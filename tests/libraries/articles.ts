import { importTextFile } from '#renderer/documents/read/text/import-text.ts';
import { createFileOrigin } from '#shared/domain/base/draft.ts';
import type { DraftProposal } from '#shared/import/base/proposal.ts';
import { createProposedClaim, findWords } from './proposals.ts';

/** Imports a text file. */
export function importArticle(name: string, text: string): DraftProposal {
  const imported = importTextFile(name, new TextEncoder().encode(text));
  if (!imported.ok) throw new Error(imported.problem.message);
  return imported.proposal;
}

export const millMarkdown = `---
title: The mill
author: Bea Marsh
date: 2026-11-19
lang: en-GB
---

# The mill

The mill closed in 1974, **four years** after the flood.

It employed 1,200 people, said Ada Brook. “We lost a town,” she said. It never reopened.

The council paid 3 million pounds for the land. Wages fell by 12 percent in a year.

The mayor met the owners on 2 April. The owners [signed](https://mill.example/deed) in May.

The river rose by two metres. The bridge was closed for a week.
`;

/** With a changed figure, a deleted sentence, a moved one, a repeated one, and one that differs only in style. */
export const millSecondDraft = millMarkdown
  .replace('1,200 people', '2,100 people')
  .replace(' Wages fell by 12 percent in a year.', '')
  .replace('“We lost a town,”', '"We lost a town,"')
  .replace('The river rose by two metres. ', '')
  .concat('\nThe mayor met the owners on 2 April. The river rose by two metres.\n');

export const ferryText = `The ferry

The ferry carried 1.2 million people in 2019. The council voted to close it in May.

The port employs 40 people. Costs fell by 3 percent last year.
`;

/** A manuscript as imported from a word processor: with a note, marks, pages, and the author's comment as a claim. */
export function bridgeManuscript(): DraftProposal {
  const blockTexts = [
    'The bridge',
    'The bridge was built in 1911 by Ada Stone.',
    'Kept in the county archive.',
    'It carries 9,000 cars a day, and no lorries.',
  ];
  const text = blockTexts.join('\n\n');
  const findSpan = (words: string) => findWords(text, words);
  const block = (index: number, kind: DraftProposal['blocks'][number]['kind'], page: number) => {
    return {
      id: `b${index}`,
      kind,
      level: kind === 'heading' ? 1 : null,
      page,
      startsAtMs: null,
      ...findSpan(blockTexts[index] ?? ''),
    };
  };
  return {
    title: 'The bridge',
    byline: 'Cora Lane',
    link: null,
    publishedAt: null,
    language: 'en',
    origin: createFileOrigin('bridge.docx'),
    text,
    blocks: [block(0, 'heading', 1), block(1, 'paragraph', 1), block(2, 'note', 1), block(3, 'paragraph', 2)],
    marks: [
      { kind: 'noteRef', ...findSpan('1911'), href: null, target: 'b2' },
      { kind: 'italic', ...findSpan('Ada Stone'), href: null, target: null },
      { kind: 'link', ...findSpan('9,000 cars'), href: 'https://traffic.example/bridge', target: null },
    ],
    annotationsWithoutWords: [],
    sources: [],
    claims: [createProposedClaim(findSpan('built in 1911'), { note: 'Cora Lane: from the county archive' })],
  };
}
