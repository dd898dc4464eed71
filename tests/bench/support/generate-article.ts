import { goodStanding } from '#shared/domain/base/source-standing.ts';
import { verdicts } from '#shared/domain/base/verdict.ts';
import type { DraftProposal, ProposedClaim, ProposedSource } from '#shared/import/base/proposal.ts';
import { createProposedClaim, createTestProposal } from '#tests/libraries/proposals.ts';

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

interface ArticleSize {
  words: number;
  claims: number;
  sources: number;
  /** Every how many sources one is confidential; 0 for none. */
  confidentialInterval: number;
}

const kinds = ['webPage', 'document', 'dataset', 'person'] as const;
const stances = ['supports', 'refutes', 'context'] as const;

function createSource(index: number, confidential: boolean): ProposedSource {
  const kind = kinds[index % kinds.length] ?? 'webPage';
  return {
    kind,
    title: `Register ${index} of the harbour works`,
    author: `Clerk number${index}; Office of quay ${index % 40}`,
    publisher: `Publisher of series${index % 300}`,
    publishedAt: `20${10 + (index % 15)}-0${1 + (index % 9)}-1${index % 9}`,
    accessedAt: '2026-11-20',
    url: `https://registers.example/series${index % 300}/register-${index}.html`,
    archiveUrl: `https://archive.example/2026/registers.example/register-${index}/copy`,
    contact: kind === 'person' ? `Clerk number${index}, clerk${index}@registers.example` : null,
    alsoHide: confidential && index % 4 === 1 ? `Nickname${index}, keeper of ledger${index}` : null,
    primary: index % 3 === 0,
    secondary: index % 3 === 1,
    confidential,
    ...goodStanding,
    standing: index % 50 === 7 ? 'withdrawn' : 'good',
  };
}

function createEvidence(index: number, sources: number): ProposedClaim['evidence'] {
  return [index % sources, (index * 7 + 3) % sources].slice(0, 1 + (index % 2)).map((source, position) => ({
    source,
    stance: stances[(index + position) % stances.length] ?? 'supports',
    locator: `p. ${index % 400}, table ${position + 1}`,
    quote: `Entry ${index} of the register says so in ${1900 + (index % 120)}, and again a year later.`,
    note: position === 0 ? `Compared with the copy of ledger${index} in the archive.` : null,
  }));
}

/** Generates an article whose claims all have a note and evidence from one or two sources; somebody is named who said two in three. */
export function generateSourcedArticle({
  words,
  claims,
  sources,
  confidentialInterval,
}: ArticleSize): DraftProposal {
  const article = generateArticle(words, claims);
  const isConfidential = (index: number) => confidentialInterval > 0 && index % confidentialInterval === 1;
  return {
    ...article,
    title: `${article.title}, ${confidentialInterval > 0 ? 'some sources confidential' : 'none confidential'}`,
    sources: Array.from({ length: sources }, (_, index) => createSource(index, isConfidential(index))),
    claims: article.claims.map((claim, index) => ({
      ...claim,
      note: `Asked the office twice. The figure ${index} is theirs.`,
      correction: index % 4 === 1 ? `${index} million` : null,
      claimant: index % 3 === 2 ? null : `Speaker ${index % 50} of the council`,
      evidence: createEvidence(index, sources),
    })),
  };
}
