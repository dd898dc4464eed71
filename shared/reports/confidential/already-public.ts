import type { Claim } from '../../domain/claim';
import type { Draft } from '../../domain/draft';
import type { Span } from '../../text/span';
import type { DraftClaims } from '../model/draft-claims';
import type { Secret } from './confidential-terms';
import { searchFor } from './find-leaks';

/** What of a claim speaks for the article: for this draft of it, or, as words that were cut, for an earlier one. */
export type Spoken = 'correction' | 'claimant' | 'words' | 'changes';

/** Words that speak for the article, and what it says, or said, around them. */
interface Written {
  where: string;
  text: string;
  around: () => string;
  /** Whether they stood in an earlier draft alone. */
  isGone: boolean;
}

const placeOf = ({ id }: Pick<Claim, 'id'>, field: Spoken) => `${field} ${id}`;

function paragraphs({ text, blocks }: Draft, span: Span): string {
  return blocks
    .filter(({ start, end }) => start < span.end && end > span.start)
    .map(({ start, end }) => text.slice(start, end))
    .join('\n');
}

function writtenOf(
  claim: Claim,
  other: Partial<Record<Spoken, string>>,
  context: Pick<Written, 'around' | 'isGone'>,
): Written[] {
  const { correction, claimant } = claim;
  const fields = { correction, claimant, ...other };
  return (['correction', 'claimant', 'words', 'changes'] as const).flatMap((field) => {
    const text = fields[field] ?? null;
    return text === null ? [] : { where: placeOf(claim, field), text, ...context };
  });
}

/**
 * Tells of what speaks for the article in a claim whether it names only such secrets as the article names too: in the
 * paragraphs of the claim, and of one that stands nowhere in the words that it stood on and also anywhere in this draft.
 * For the claims of one draft.
 */
export function articleSays(
  secrets: readonly Secret[],
  draft: Draft,
  { placed, unplaced }: DraftClaims,
): (claim: Pick<Claim, 'id'>, field: Spoken) => boolean {
  const written = [
    ...placed.flatMap(({ claim, span, changes }) => {
      const before = changes.map((change) => change.before).join('\n');
      return writtenOf(claim, { changes: before }, { around: () => paragraphs(draft, span), isGone: false });
    }),
    ...unplaced.flatMap(({ claim, words }) => {
      const around = () => `${words}\n${claim.judged?.sentence ?? ''}`;
      return writtenOf(claim, { words }, { around, isGone: true });
    }),
  ];
  const found = searchFor(secrets, written);
  const named = [...found.keys()];
  const told = new Set(Array.from(found.values()).flatMap((counts) => [...counts.keys()]));
  const suspects = written.filter(({ where }) => told.has(where));
  const gone = new Set(suspects.flatMap(({ where, isGone }) => (isGone ? where : [])));
  const said = searchFor(
    named,
    suspects.map(({ where, around }) => ({ where, text: around() })),
  );
  const now = searchFor(named, gone.size === 0 ? [] : [{ where: 'the draft', text: draft.text }]);
  const more = new Set(
    Array.from(found).flatMap(([secret, counts]) =>
      Array.from(counts.keys()).filter(
        (where) => !said.get(secret)?.has(where) || (gone.has(where) && !now.has(secret)),
      ),
    ),
  );
  return (claim, field) => !more.has(placeOf(claim, field));
}
