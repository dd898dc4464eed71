import type { Alignment } from '../../alignment/alignment';
import type { DraftText } from '../../text/draft-text';
import type { Span } from '../../text/span';
import { classifyChanges, hasMaterialChange } from '../../text-changes/classify-changes';
import {
  findContextChanges,
  getSentenceContext,
  isSentenceStart,
  type SentenceContext,
} from '../../text-changes/sentence-context';
import type { WordChange } from '../../text-changes/word-change';
import type { LocatedSpan } from './locate-span';

/** Where a span of a draft is in the next one, in UTF-16 offsets. */
export type CarriedSpan =
  /** The same text; moved: in another order. `contextChanges` are the material changes in its sentence outside the span. */
  | { status: 'unchanged' | 'moved'; span: Span; contextChanges: WordChange[] }
  /** Another text in its place. `material`: whether one of the changes may change what is said. */
  | { status: 'reworded'; span: Span; changes: WordChange[]; material: boolean; contextChanges: WordChange[] }
  /** It can't be known which of the candidates it is. */
  | { status: 'ambiguous'; candidates: Span[] }
  /** Its text is gone. */
  | { status: 'lost' };

function getText({ text }: DraftText, { start, end }: Span): string {
  return text.slice(start, end);
}

/** Whether two spans, one of each draft, hold the same text. */
export function isVerbatim({ before, after }: Alignment, old: Span, found: Span): boolean {
  return getText(before, old) === getText(after, found);
}

/** The result for a span at a location: what changed in its text and around it. */
export function compareTexts(
  alignment: Alignment,
  old: SentenceContext,
  { span, isMoved }: Pick<LocatedSpan, 'span' | 'isMoved'>,
): CarriedSpan {
  const { before, after } = alignment;
  const found = getSentenceContext(after, span);
  const contextChanges = findContextChanges(alignment, old, found);
  if (isVerbatim(alignment, old.words, span))
    return { status: isMoved ? 'moved' : 'unchanged', span, contextChanges };
  const changes = classifyChanges(getText(before, old.words), getText(after, span), {
    before: isSentenceStart(old),
    after: isSentenceStart(found),
  });
  return { status: 'reworded', span, changes, material: hasMaterialChange(changes), contextChanges };
}

/** Candidates in order, each once. */
export function createAmbiguous(spans: readonly Span[]): CarriedSpan {
  const byStart = new Map(spans.map((span) => [span.start, span]));
  return { status: 'ambiguous', candidates: [...byStart.values()].sort((a, b) => a.start - b.start) };
}
