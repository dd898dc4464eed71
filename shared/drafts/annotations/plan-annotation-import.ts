import type { Draft } from '../../domain/draft/draft';
import { listPlacedClaims } from '../../domain/review/placed-claims';
import { getArticle, type Review } from '../../domain/review/review';
import { toUri } from '../../domain/web-annotation/iri';
import { formatOwnIri } from '../../domain/web-annotation/vocabulary';
import type { AnnotationSet, ImportedAnnotation } from '../../import/web-annotation/imported-annotations';
import { findSentenceAround } from '../../text/segmenter/sentences-around';
import type { Span } from '../../text/span';
import { type Anchor, anchorTarget } from './anchor-target';
import { type AnchorText, prepareAnchorText } from './anchor-text';

/** An annotation that becomes a claim. */
export interface PlannedClaim {
  annotation: ImportedAnnotation;
  span: Span;
  /** Whether these are its very words in the same sentence or surroundings; the preview names the others. */
  isExact: boolean;
  /** Whether a claim of the article stands on exactly these words, so that a second one is added only when the person says so. */
  isOnClaim: boolean;
}

/** An annotation that finds no place, with everything by which a person may find one. */
export interface UnplacedAnnotation {
  annotation: ImportedAnnotation;
  /** The words that it quotes; null when it quotes none. */
  words: string | null;
  why: Exclude<Anchor['state'], 'found'>;
}

/** The additions of an import of annotations to a draft. */
export interface AnnotationPlan {
  claims: PlannedClaim[];
  /** How many are claims of the article already. */
  knownCount: number;
  unplaced: UnplacedAnnotation[];
  /** The addresses of what the annotations are about, as far as that is not this article's. */
  otherSources: string[];
}

/** The first words that an annotation quotes; null when it quotes none. */
export function findWords({ targets }: ImportedAnnotation): string | null {
  for (const { selections } of targets)
    for (const selection of selections) if (selection.kind === 'quote') return selection.exact;
  return null;
}

/** Whether a claim of our own stands on its very words in its very sentence. The text outside of the sentence may be another one. */
function isSameSentence(
  draft: Draft,
  { text }: AnchorText,
  annotation: ImportedAnnotation,
  span: Span,
): boolean {
  const sentence = findSentenceAround(draft.text, draft.blocks, span, draft.language);
  return (
    text.slice(span.start, span.end) === findWords(annotation) &&
    text.slice(sentence.start, sentence.end) === annotation.own?.sentence
  );
}

function formatSpan({ start, end }: Span): string {
  return `${start} ${end}`;
}

/** By which an annotation of another program is known again: its place and what it says. */
function formatKey(span: Span, note: string | null): string {
  return `${formatSpan(span)} ${note ?? ''}`;
}

/** The claims that the review has: all by their ids and by `formatKey`, and the words of those with a place. */
function listKnown(review: Review, draft: Draft): { known: Set<string>; spans: ReadonlySet<string> } {
  const placed = listPlacedClaims(review, draft.id);
  const keys = placed.map(({ claim, span }) => formatKey(span, claim.note));
  return {
    known: new Set([...review.claims.keys(), ...keys]),
    spans: new Set(placed.map(({ span }) => formatSpan(span))),
  };
}

function isAboutArticle(review: Review, source: string): boolean {
  const { id, link } = getArticle(review);
  return (
    source === formatOwnIri('article', id) || source === link || (link !== null && source === toUri(link))
  );
}

/**
 * Plans an import of annotations onto a draft: which become claims on which words, which are there already, and which find no place. One
 * of our own is known by the id of its claim, others by their place and note. Pure; nothing is stored.
 */
export function planAnnotationImport(review: Review, draft: Draft, set: AnnotationSet): AnnotationPlan {
  const text = prepareAnchorText(draft.text);
  const { known, spans } = listKnown(review, draft);
  const plan: AnnotationPlan = { claims: [], knownCount: 0, unplaced: [], otherSources: [] };
  const sources = new Set<string>();
  for (const annotation of set.annotations) {
    const { own, note, targets } = annotation;
    if (own && known.has(own.claimId)) {
      plan.knownCount += 1;
      continue;
    }
    for (const { source } of targets) if (!isAboutArticle(review, source)) sources.add(source);
    const anchors = targets.map((target) => anchorTarget(text, target));
    const found = anchors.flatMap((anchor) => (anchor.state === 'found' ? [anchor] : []));
    // A claim of our own has one place.
    for (const { span, isExact } of own ? found.slice(0, 1) : found) {
      const key = own ? own.claimId : formatKey(span, note);
      if (known.has(key)) plan.knownCount += 1;
      else
        plan.claims.push({
          ...{ annotation, span },
          isExact: isExact || isSameSentence(draft, text, annotation, span),
          isOnClaim: spans.has(formatSpan(span)),
        });
      known.add(key);
    }
    if (found.length > 0) continue;
    const [why = 'whole'] = anchors.flatMap(({ state }) => (state === 'found' ? [] : [state]));
    plan.unplaced.push({ annotation, words: findWords(annotation), why });
  }
  return { ...plan, otherSources: [...sources] };
}
