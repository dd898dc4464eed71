import { joinBlocks } from '../import/imported-blocks';
import { readMarkdown } from '../import/markdown/markdown';
import type { DraftProposal, ProposedClaim } from '../import/proposal';
import { type SampleClaim, sampleClaims } from './sample-claims';
import { type SampleSource, sampleSources } from './sample-sources';
import { sampleText, sampleTitle } from './sample-text';
import { findUniqueSpan } from './unique-span';

const sourceNames = Object.keys(sampleSources);

function getSourceIndex(name: SampleSource): number {
  return sourceNames.indexOf(name);
}

function proposeClaim(text: string, claim: SampleClaim): ProposedClaim {
  const {
    words,
    verdict = 'unchecked',
    note = null,
    correction = null,
    claimant = null,
    kind = null,
  } = claim;
  const evidence = (claim.evidence ?? []).map(({ source, ...fields }) => {
    return { source: getSourceIndex(source), ...fields, note: null };
  });
  const span = findUniqueSpan(text, words);
  const fields = { note, correction, claimant, kind, annotation: null, proposedEvidence: [] };
  return { span, verdict, ...fields, evidence };
}

/**
 * Creates the sample article, which is news prose with figures, dates, names and quotes. `sample-text` is its text,
 * `sample-sources` are its sources, and `sample-claims` its claims, some of them checked.
 */
export function createSampleArticle(): DraftProposal {
  const body = joinBlocks(readMarkdown(sampleText));
  return {
    title: sampleTitle,
    byline: 'By the city desk',
    link: 'https://news.kelderhaven.example/harbour-tram',
    publishedAt: '2026-11-20',
    language: 'en-GB',
    origin: { kind: 'sample', name: null },
    ...body,
    sources: Object.values(sampleSources),
    claims: sampleClaims.map((claim) => proposeClaim(body.text, claim)),
    annotationsWithoutWords: [],
  };
}
