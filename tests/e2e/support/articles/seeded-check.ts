import { goodStanding } from '../../../../shared/domain/sources/source-standing';
import type { DraftProposal, ProposedClaim, ProposedSource } from '../../../../shared/import/proposal';
import { emptySource } from '../../../libraries/sources';

/** A source of a check. Missing fields are empty. */
export interface SeededSource extends Partial<ProposedSource> {
  title: string;
  files?: [name: string, content: string][];
  /** The index of the source that this one repeats. */
  derivedFromIndex?: number;
}

type SeededEvidence = Partial<ProposedClaim['evidence'][number]> & { source: number };

/** A claim on words of the article. Missing fields are empty. */
export interface SeededClaim extends Partial<Omit<ProposedClaim, 'span' | 'evidence'>> {
  words: string;
  evidence?: SeededEvidence[];
}

/** An article with its claims and sources, stored before the app starts. */
export interface SeededCheck {
  title: string;
  byline?: string;
  paragraphs: readonly string[];
  sources: readonly SeededSource[];
  claims: readonly SeededClaim[];
}

const { title: _, derivedFrom: __, ...emptyFields } = emptySource;

/** A proposed source in which every field but the title is empty. */
export const emptyProposedSource: Omit<ProposedSource, 'title'> = { ...emptyFields, ...goodStanding };

function toProposedClaim({ words, evidence = [], ...fields }: SeededClaim, text: string): ProposedClaim {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`the article has no "${words}"`);
  return {
    ...{ verdict: 'unchecked', note: null, correction: null, claimant: null, kind: null, annotation: null },
    proposedEvidence: [],
    ...fields,
    span: { start, end: start + words.length },
    evidence: evidence.map((fields) => ({
      ...{ stance: 'supports', locator: null, quote: null, note: null },
      ...fields,
    })),
  };
}

/** The proposal that an import with these claims and sources would make. Files of sources are not part of a proposal. */
export function toProposal({ title, byline = '', paragraphs, sources, claims }: SeededCheck): DraftProposal {
  const text = paragraphs.join('\n\n');
  let start = 0;
  const blocks = paragraphs.map((paragraph, index) => {
    const block = {
      id: `b${index}`,
      kind: 'paragraph' as const,
      level: null,
      page: null,
      startsAtMs: null,
      start,
      end: start,
    };
    block.end += paragraph.length;
    start = block.end + 2;
    return block;
  });
  return {
    ...{ title, byline: byline || null, link: null, publishedAt: null, language: 'en' },
    ...{ origin: { kind: 'paste', name: null }, text, blocks, marks: [] },
    sources: sources.map(({ files: _, derivedFromIndex: __, ...fields }) => ({
      ...emptyProposedSource,
      ...fields,
    })),
    claims: claims.map((claim) => toProposedClaim(claim, text)),
    annotationsWithoutWords: [],
  };
}
