import type { Span } from '#shared/text/span.ts';
import { type Annotation, formatAnnotation } from './annotation.ts';
import type { ProposedClaim } from './proposal.ts';

/** Creates the unchecked claim that an annotation makes on the words it is about. */
export function createAnnotatedClaim(span: Span, annotation: Annotation): ProposedClaim {
  return {
    span,
    verdict: 'unchecked',
    note: formatAnnotation(annotation),
    correction: null,
    claimant: null,
    kind: null,
    annotation,
    evidence: [],
    proposedEvidence: [],
  };
}
