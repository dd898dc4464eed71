import type { Draft } from '../../../domain/draft/draft';
import type { Span } from '../../../text/span';
import type { ReportClaim } from '../../model/report-claim';
import type { AppliedCorrection } from '../changes/applied-corrections';
import { createBaseMap } from '../changes/map-to-base';
import { findNoteAt, findNoteReference } from './find-note-reference';

/** Where the comment on a claim belongs. */
export interface ClaimLocation {
  /** In the text of the base draft; null for nowhere in it. */
  span: Span | null;
  /** Whether the comment quotes the words, because it can't be on all of them. */
  isQuoted: boolean;
}

/**
 * Locates the words of claims in the base draft, from which the corrections made the draft of the report; null when that is the base
 * itself. The writer puts a comment on words of a note on the reference to it. A note that the report does not print is not in a
 * document of our own, so there the span is that of the reference.
 */
export function createClaimLocator(
  draft: Pick<Draft, 'text' | 'blocks' | 'marks'>,
  base: Pick<Draft, 'text'> | null,
  applied: readonly AppliedCorrection[],
): (claim: Pick<ReportClaim, 'span' | 'words'>) => ClaimLocation {
  const toBase = base && createBaseMap(base.text, applied);
  return ({ span, words }) => {
    const note = findNoteAt(draft, span.start);
    const reachesNote = note !== null || findNoteAt(draft, span.end - 1) !== null;
    if (toBase) {
      const { span: baseSpan, isNearest } = toBase(span);
      return { span: baseSpan, isQuoted: isNearest || reachesNote };
    }
    const isPrinted = draft.text.slice(span.start, span.end) === words;
    if (note && !isPrinted) return { span: findNoteReference(draft, note), isQuoted: true };
    return { span, isQuoted: reachesNote };
  };
}
