import { joinBlocks } from '../import/base/imported-blocks.ts';
import type { DraftProposal, ProposedClaim } from '../import/base/proposal.ts';
import { readMarkdown } from '../import/text/markdown.ts';
import type { Span } from '../text/span.ts';
import { type SampleClaim, sampleClaims } from './sample-claims.ts';
import { type SampleSource, sampleSources } from './sample-sources.ts';
import { sampleText, sampleTitle } from './sample-text.ts';

const sourceNames = Object.keys(sampleSources);

function getSourceIndex(name: SampleSource): number {
  return sourceNames.indexOf(name);
}

/**
 * Finds the span of the words, in UTF-16 offsets. Throws unless they occur exactly once, which would be a mistake in the
 * sample.
 */
export function findUniqueSpan(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (words === '' || start === -1) throw new Error(`“${words}” is not in the text`);
  if (text.indexOf(words, start + 1) !== -1) throw new Error(`“${words}” is in the text more than once`);
  return { start, end: start + words.length };
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
