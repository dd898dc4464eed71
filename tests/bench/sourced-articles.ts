import { stands } from '../../shared/domain/sources/withdrawn-source';
import type { DraftProposal, ProposedClaim, ProposedSource } from '../../shared/import/proposal';
import { articleOf } from './articles';

interface Sourced {
  words: number;
  claims: number;
  sources: number;
  /** Every so many-th source is confidential; 0 for none. */
  confidential: number;
}

const kinds = ['webPage', 'document', 'dataset', 'person'] as const;
const stances = ['supports', 'refutes', 'context'] as const;

function sourceOf(index: number, confidential: boolean): ProposedSource {
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
    primary: index % 3 === 0,
    secondary: index % 3 === 1,
    confidential,
    ...stands,
    standing: index % 50 === 7 ? 'withdrawn' : 'good',
  };
}

function evidenceOf(index: number, sources: number): ProposedClaim['evidence'] {
  return [index % sources, (index * 7 + 3) % sources].slice(0, 1 + (index % 2)).map((source, place) => ({
    source,
    stance: stances[(index + place) % stances.length] ?? 'supports',
    locator: `p. ${index % 400}, table ${place + 1}`,
    quote: `Entry ${index} of the register says so in ${1900 + (index % 120)}, and again a year later.`,
    note: place === 0 ? `Compared with the copy of ledger${index} in the archive.` : null,
  }));
}

/** A made-up article whose every claim has a note and evidence from one or two sources. */
export function sourcedArticle({ words, claims, sources, confidential }: Sourced): DraftProposal {
  const article = articleOf(words, claims);
  const secret = (index: number) => confidential > 0 && index % confidential === 1;
  return {
    ...article,
    title: `${article.title}, ${confidential > 0 ? 'some sources confidential' : 'no secrets'}`,
    sources: Array.from({ length: sources }, (_, index) => sourceOf(index, secret(index))),
    claims: article.claims.map((claim, index) => ({
      ...claim,
      note: `Asked the office twice. The figure ${index} is theirs.`,
      correction: index % 4 === 1 ? `${index} million` : null,
      evidence: evidenceOf(index, sources),
    })),
  };
}
