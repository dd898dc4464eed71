import type { Span } from '../../text/span';
import { type Annotation, formatAnnotation } from './annotation';
import type { ProposedClaim } from './proposal';

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
