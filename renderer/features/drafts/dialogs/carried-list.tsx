import { useMemo } from 'react';
import type { DraftText } from '../../../../shared/alignment/tokens/draft-text';
import { blockDirection } from '../../../../shared/drafts/block-direction';
import type { CarriedClaim, CarriedReview } from '../../../../shared/drafts/carry-review';
import { ambiguityInList, choiceAmong } from '../../../../shared/drafts/describe-ambiguity';
import { type Direction, directionOf } from '../../../../shared/text/characters/direction';
import { changesInWords } from '../../../../shared/text-changes/describe-changes';
import { useLanguage } from '../../../state/reading/direction';
import { VirtualList } from '../../../ui/lists/virtual-list';
import { ClippedText } from '../../../ui/text/clipped-text';
import { ShortText } from '../../../ui/text/short-text';
import styles from './carried-list.module.css';

const keyOf = ({ claimId }: CarriedClaim) => claimId;

function heading(
  { status, span, candidates, words, resolved, changes }: CarriedClaim,
  text: string,
  longest?: number,
): string {
  if (status === 'lost') return 'Lost: its words are not in this draft';
  if (status === 'ambiguous') return ambiguityInList(choiceAmong(candidates, text, words));
  if (!span) return '';
  if (status === 'moved' && resolved) return 'Moved';
  const told = changes.filter(({ material }) => material !== resolved);
  if (told.length > 0) return changesInWords(told, longest);
  return resolved ? 'Reworded, verdict kept.' : 'The sentence around it changed, or it waited before.';
}

interface CarriedListProps {
  carried: CarriedReview;
  /** The new draft. */
  after: Pick<DraftText, 'text' | 'blocks'>;
}

/** The claims of which something changes, those that need the reviewer first. */
export function CarriedList({ carried, after }: CarriedListProps) {
  const rows = useMemo(() => {
    const changed = carried.claims.filter(({ status }) => status !== 'unchanged');
    const quiet = carried.claims.filter(({ status, resolved }) => status === 'unchanged' && !resolved);
    return [...changed, ...quiet].sort((a, b) => Number(a.resolved) - Number(b.resolved));
  }, [carried]);
  if (rows.length === 0)
    return <p className={styles.empty}>Every claim stands where it stood, on the same words.</p>;
  return (
    <VirtualList
      label="Claims that change"
      items={rows}
      keyOf={keyOf}
      estimatedHeight={84}
      className={styles.scroller}
      isFocusable
    >
      {(claim) => <CarriedRow carried={claim} after={after} />}
    </VirtualList>
  );
}

function CarriedRow({ carried, after }: Pick<CarriedListProps, 'after'> & { carried: CarriedClaim }) {
  const { words, span, resolved } = carried;
  const { text } = after;
  const language = useLanguage();
  const direction = span ? blockDirection(after, span, language) : directionOf(words, language);
  const now = span && text.slice(span.start, span.end);
  return (
    <div className={styles.row}>
      <p className={resolved ? styles.quiet : styles.urgent}>
        <ShortText short={heading(carried, text)} full={heading(carried, text, Number.POSITIVE_INFINITY)} />
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
    <ClippedText lines={4} isAlone dir={dir}>
      {children}
    </ClippedText>
  );
}
