import { joinParts } from '../import/draft-body';
import { markdownParts } from '../import/markdown/markdown';
import type { DraftProposal, ProposedClaim } from '../import/proposal';
import { type SampleClaim, sampleClaims } from './sample-claims';
import { type SampleSource, sampleSources } from './sample-sources';
import { sampleText } from './sample-text';
import { uniqueSpan } from './unique-span';

const sourceNames = Object.keys(sampleSources);

function indexOfSource(name: SampleSource): number {
  return sourceNames.indexOf(name);
}

function proposed(text: string, claim: SampleClaim): ProposedClaim {
  const {
    words,
    verdict = 'unchecked',
    note = null,
    correction = null,
    claimant = null,
    kind = null,
  } = claim;
  const evidence = (claim.evidence ?? []).map(({ source, ...fields }) => {
    return { source: indexOfSource(source), ...fields, note: null };
  });
  return { span: uniqueSpan(text, words), verdict, note, correction, claimant, kind, evidence };
}

/** The article that Stet brings along: news prose with figures, dates, names and quotes, some of its claims checked. */
export function sampleArticle(): DraftProposal {
  const body = joinParts(markdownParts(sampleText));
  return {
    title: 'Harbour tram to open in March, two years late',
    byline: 'By the city desk',
    link: 'https://news.kelderhaven.example/harbour-tram',
    publishedAt: '2026-11-20',
    language: 'en-GB',
    origin: { kind: 'sample', name: null },
    ...body,
    sources: Object.values(sampleSources),
    claims: sampleClaims.map((claim) => proposed(body.text, claim)),
  };
}
