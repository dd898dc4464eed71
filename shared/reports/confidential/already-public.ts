import type { Claim } from '../../domain/claim';
import type { Draft } from '../../domain/draft/draft';
import type { Span } from '../../text/span';
import type { DraftClaims } from '../model/draft-claims';
import { countTerms } from './search/count-terms';
import type { ConfidentialTerm } from './terms/confidential-term';

/** Claim fields that quote the article, or an earlier draft of it. */
const quotingFields = ['correction', 'claimant', 'words', 'changes'] as const;

export type QuotingField = (typeof quotingFields)[number];

/** Whether a field of a claim names only confidential terms that the article names as well. */
export type PublicTextCheck = (claim: Pick<Claim, 'id'>, field: QuotingField) => boolean;

/** The text of a quoting field, and what the article says around it. */
interface QuotingText {
  name: string;
  text: string;
  getContext: () => string;
  /** Whether it comes from an earlier draft, so that the current draft has to name the term as well. */
  isFromEarlierDraft: boolean;
}

function formatFieldName({ id }: Pick<Claim, 'id'>, field: QuotingField): string {
  return `${field} ${id}`;
}

function joinParagraphs({ text, blocks }: Draft, span: Span): string {
  return blocks
    .filter(({ start, end }) => start < span.end && end > span.start)
    .map(({ start, end }) => text.slice(start, end))
    .join('\n');
}

function listClaimTexts(
  claim: Claim,
  formerText: Partial<Record<QuotingField, string>>,
  context: Pick<QuotingText, 'getContext' | 'isFromEarlierDraft'>,
): QuotingText[] {
  const { correction, claimant } = claim;
  const fields = { correction, claimant, ...formerText };
  return quotingFields.flatMap((field) => {
    const text = fields[field] ?? null;
    return text === null ? [] : { name: formatFieldName(claim, field), text, ...context };
  });
}

function listQuotingTexts(draft: Draft, { placed, unplaced }: DraftClaims): QuotingText[] {
  return [
    ...placed.flatMap(({ claim, span, changes }) => {
      const before = changes.map((change) => change.before).join('\n');
      const getContext = () => joinParagraphs(draft, span);
      return listClaimTexts(claim, { changes: before }, { getContext, isFromEarlierDraft: false });
    }),
    ...unplaced.flatMap(({ claim, words }) => {
      const getContext = () => `${words}\n${claim.judged?.sentence ?? ''}`;
      return listClaimTexts(claim, { words }, { getContext, isFromEarlierDraft: true });
    }),
  ];
}

/**
 * Creates a check for the claims of a draft. A term is public in a quoting field when the paragraphs of the claim name it.
 * For a claim without a place, its former words or their sentence have to name it, and this draft too, anywhere.
 */
export function createPublicTextCheck(
  terms: readonly ConfidentialTerm[],
  draft: Draft,
  claims: DraftClaims,
): PublicTextCheck {
  const texts = listQuotingTexts(draft, claims);
  const counts = countTerms(terms, texts);
  const foundTerms = [...counts.keys()];
  const foundNames = new Set(Array.from(counts.values()).flatMap((byName) => [...byName.keys()]));
  const suspects = texts.filter(({ name }) => foundNames.has(name));
  const former = new Set(
    suspects.flatMap(({ name, isFromEarlierDraft }) => (isFromEarlierDraft ? name : [])),
  );
  const inContext = countTerms(
    foundTerms,
    suspects.map(({ name, getContext }) => ({ name, text: getContext() })),
  );
  const inDraft = countTerms(foundTerms, former.size === 0 ? [] : [{ name: 'the draft', text: draft.text }]);
  const isPublic = (term: ConfidentialTerm, name: string) =>
    inContext.get(term)?.has(name) === true && (!former.has(name) || inDraft.has(term));
  const notPublic = new Set(
    Array.from(counts).flatMap(([term, byName]) =>
      Array.from(byName.keys()).filter((name) => !isPublic(term, name)),
    ),
  );
  return (claim, field) => !notPublic.has(formatFieldName(claim, field));
}
