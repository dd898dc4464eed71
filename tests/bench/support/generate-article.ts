import { verdicts } from '../../../shared/domain/verdict';
import type { DraftProposal } from '../../../shared/import/proposal';
import { createProposedClaim, createTestProposal } from '../../libraries/proposals';

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
  const proposal = createTestProposal(paragraphs, { title: `${wordCount} words, ${claimCount} claims` });
  const claims = Array.from({ length: claimCount }, (_, index) => {
    const block = proposal.blocks[Math.floor((index * paragraphs.length) / claimCount)] ?? { start: 0 };
    const start = block.start + 20 + (index % 5) * 40;
    const verdict = verdicts[index % verdicts.length] ?? 'unchecked';
    return createProposedClaim({ start, end: start + 30 }, { verdict });
  });
  return { ...proposal, claims };
}
