import { useMemo } from 'react';
import { getBlockDirection } from '../../../shared/drafts/block-direction';
import type { CarriedClaim, CarriedReview } from '../../../shared/drafts/carried-review';
import { describeAmbiguityInList, summarizeCandidates } from '../../../shared/drafts/count-outcomes';
import { type Direction, detectDirection } from '../../../shared/text/characters/direction';
import type { DraftText } from '../../../shared/text/draft-text';
import { describeChanges } from '../../../shared/text-changes/describe-changes';
import { useLanguage } from '../../state/review/use-session';
import { VirtualList } from '../../ui/lists/virtual-list';
import { ClippedText, ShortenedText } from '../../ui/text/isolated-text';
import styles from './add-draft-dialog.module.css';

const getKey = ({ claimId }: CarriedClaim) => claimId;

interface CarriedClaimListProps {
  carried: CarriedReview;
  /** The new draft. */
  after: Pick<DraftText, 'text' | 'blocks'>;
}

/** The claims that change in a new draft. Those that need review come first. */
export function CarriedClaimList({ carried, after }: CarriedClaimListProps) {
  const rows = useMemo(() => {
    const changed = carried.claims.filter(({ status }) => status !== 'unchanged');
    const waiting = carried.claims.filter(({ status, resolved }) => status === 'unchanged' && !resolved);
    return [...changed, ...waiting].sort((a, b) => Number(a.resolved) - Number(b.resolved));
  }, [carried]);
  if (rows.length === 0)
    return <p className={styles.empty}>Every claim stays where it was, on the same words.</p>;
  return (
    <VirtualList
      label="Claims that change"
      items={rows}
      getKey={getKey}
      estimatedRowHeight={84}
      className={styles.scroller}
      isFocusable
    >
      {(claim) => <CarriedRow carried={claim} after={after} />}
    </VirtualList>
  );
}

function CarriedRow({ carried, after }: Pick<CarriedClaimListProps, 'after'> & { carried: CarriedClaim }) {
  const { words, span, resolved } = carried;
  const { text } = after;
  const language = useLanguage();
  const direction = span ? getBlockDirection(after, span, language) : detectDirection(words, language);
  const now = span && text.slice(span.start, span.end);
  return (
    <div className={styles.row}>
      <p className={resolved ? styles.quiet : styles.urgent}>
        <ShortenedText
          short={describeCarriedClaim(carried, text)}
          full={describeCarriedClaim(carried, text, Number.POSITIVE_INFINITY)}
        />
      </p>
      <p className={styles.words}>
        {now === words ? (
          <Clipped dir={direction}>{words}</Clipped>
        ) : (
          <del>
            <Clipped dir={direction}>{words}</Clipped>
          </del>
        )}
        {now !== null && now !== words && (
          <ins>
            <Clipped dir={direction}>{now}</Clipped>
          </ins>
        )}
      </p>
    </div>
  );
}

function Clipped({ dir, children }: { dir: Direction; children: string }) {
  return (
    <ClippedText lines={4} isFocusable dir={dir}>
      {children}
    </ClippedText>
  );
}

/** Describes what becomes of a claim. `maxLength` is the longest description of a change, in UTF-16 code units. */
function describeCarriedClaim(
  { status, span, candidates, words, resolved, wasWaiting, changes }: CarriedClaim,
  text: string,
  maxLength?: number,
): string {
  if (status === 'lost') return 'Lost: its words are not in this draft';
  if (status === 'ambiguous') return describeAmbiguityInList(summarizeCandidates(candidates, text, words));
  if (!span) return '';
  if (status === 'moved' && resolved) return 'Moved';
  const relevant = changes.filter(({ material }) => material !== resolved);
  if (relevant.length > 0) return describeChanges(relevant, maxLength);
  if (resolved) return 'Reworded, verdict kept.';
  return wasWaiting ? 'It was already waiting for a check.' : 'The sentence around it changed.';
}
