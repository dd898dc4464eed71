import type { DraftProposal } from '../../../shared/import/proposal';

const vocabulary =
  'the council said on Thursday that work at the quay would cost 412 million and end in March after two years of delay while rents rose by 12 per cent'.split(
    ' ',
  );

/** Generates a paragraph that differs from its neighbours. */
function generateParagraph(wordCount: number, seed: number): string {
  const picked = Array.from(
    { length: wordCount },
    (_, index) => vocabulary[(index * 7 + seed) % vocabulary.length],
  );
  return `Paragraph ${seed} says ${picked.join(' ')}.`;
}

/** Generates an article of about `wordCount` words, with claims spread evenly over it. */
export function generateArticle(wordCount: number, claimCount: number): DraftProposal {
  const wordsPerParagraph = 60;
  const paragraphs = Array.from({ length: Math.round(wordCount / (wordsPerParagraph + 3)) }, (_, seed) =>
    generateParagraph(wordsPerParagraph, seed + 1),
  );
  const text = paragraphs.join('\n\n');
  let start = 0;
  const blocks = paragraphs.map((content, index) => {
    const block = {
      id: `b${index + 1}`,
      kind: 'paragraph' as const,
      level: null,
      page: null,
      startsAtMs: null,
      start,
      end: start + content.length,
    };
    start = block.end + 2;
    return block;
  });
  const verdicts = ['verified', 'disputed', 'unverifiable', 'unchecked'] as const;
  const claims = Array.from({ length: claimCount }, (_, index) => {
    const block = blocks[Math.floor((index * blocks.length) / claimCount)] ?? { start: 0 };
    const from = block.start + 20 + (index % 5) * 40;
    return {
      span: { start: from, end: from + 30 },
      verdict: verdicts[index % verdicts.length] ?? 'unchecked',
      note: null,
      correction: null,
      claimant: null,
      kind: null,
      annotation: null,
      proposedEvidence: [],
      evidence: [],
    };
  });
  return {
    title: `${wordCount} words, ${claimCount} claims`,
    byline: null,
    link: null,
    publishedAt: null,
    language: 'en',
    origin: { kind: 'paste', name: null },
    text,
    blocks,
    marks: [],
    annotationsWithoutWords: [],
    sources: [],
    claims,
  };
}
