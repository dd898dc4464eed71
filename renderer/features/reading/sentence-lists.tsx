import { memo, useId, useMemo } from 'react';
import type { Coverage } from '../../../shared/coverage/assess-coverage';
import { describeOpenWords } from '../../../shared/coverage/describe-coverage';
import { listDismissals } from '../../../shared/coverage/dismissal-edits';
import { findSpotsIn, findTouchedSentences } from '../../../shared/coverage/unread-places';
import { formatNumber } from '../../../shared/text/format/numbers';
import { compareSpans, type Span } from '../../../shared/text/span';
import { useCoverage } from '../../state/reading/coverage';
import { useReading } from '../../state/reading/reading';
import { useSession, useTable } from '../../state/review/use-session';
import { Button } from '../../ui/button';
import { VirtualList } from '../../ui/lists/virtual-list';
import { reopenWords } from './dismiss-sentences';
import { PlaceButton } from './place-button';
import styles from './reading-panel.module.css';

interface SentenceRowProps {
  span: Span;
  /** The words that pressing the row shows and selects in the article. */
  place: Span;
  remark: string | null;
  /** Whether it can be looked at again. */
  isSetAside: boolean;
}

/** A sentence of the article, or words of one, with what the list says of it. */
const SentenceRow = memo(function SentenceRow({ span, place, remark, isSetAside }: SentenceRowProps) {
  const session = useSession();
  const titleId = useId();
  return (
    <div className={styles.row}>
      <PlaceButton id={titleId} span={span} place={place} maxLength={160} remark={remark} />
      {isSetAside && !session.readOnly && (
        <div className={styles.buttons}>
          <Button kind="quiet" aria-describedby={titleId} onPress={() => reopenWords(session, span)}>
            Look at again
          </Button>
        </div>
      )}
    </div>
  );
});

/** A sentence or a part of one, and what the list says of it. */
interface ListedSentence {
  span: Span;
  /** The place that its row goes to. */
  place: Span;
  remark: string | null;
}

const getKey = ({ span }: ListedSentence) => `${span.start} ${span.end}`;

/** The sentences that were partly looked at, with the words that are open, and those that were set aside, each in reading order. */
export function SentenceLists() {
  const { review, draft } = useSession();
  const sentences = useReading()?.sentences;
  const coverage = useCoverage();
  const dismissalRevision = useTable('dismissals');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the table changes in place, and the revision with it
  const lists = useMemo(() => {
    if (!sentences || !coverage) return null;
    const dismissals = listDismissals(review, draft.id).map(({ span }) => span);
    const setAside = listInState(sentences, coverage, 'setAside');
    return {
      partly: listPartly(sentences, coverage, draft.text),
      setAside: setAside.map((span): ListedSentence => ({ span, place: span, remark: null })),
      words: listWordsSetAside(sentences, coverage, dismissals),
    };
  }, [sentences, coverage, draft, review, dismissalRevision]);
  if (!lists) return null;
  return (
    <>
      <SentenceList label="Partly" items={lists.partly} />
      <SentenceList label="Set aside" items={lists.setAside} isSetAside />
      <SentenceList label="Words set aside in other sentences" items={lists.words} isSetAside />
    </>
  );
}

interface SentenceListProps {
  label: string;
  items: readonly ListedSentence[];
  isSetAside?: boolean;
}

function SentenceList({ label, items, isSetAside = false }: SentenceListProps) {
  if (items.length === 0) return null;
  return (
    <section className={styles.section} aria-label={label}>
      <h3 className="section-heading">
        {label} ({formatNumber(items.length)})
      </h3>
      <VirtualList label={label} items={items} getKey={getKey} estimatedRowHeight={56} isInline>
        {({ span, place, remark }) => (
          <SentenceRow span={span} place={place} remark={remark} isSetAside={isSetAside} />
        )}
      </VirtualList>
    </section>
  );
}

function listInState(
  sentences: readonly Span[],
  { states }: Pick<Coverage<unknown>, 'states'>,
  state: Coverage<unknown>['states'][number],
): Span[] {
  return sentences.filter((_, index) => states[index] === state);
}

function listPartly(
  sentences: readonly Span[],
  coverage: Pick<Coverage<{ span: Span }>, 'states' | 'outstandingSpots'>,
  text: string,
): ListedSentence[] {
  return listInState(sentences, coverage, 'partly').map((span) => {
    const open = findSpotsIn(coverage, span).map((spot) => spot.span);
    return {
      span,
      place: open[0] ?? span,
      remark: describeOpenWords(open.map(({ start, end }) => text.slice(start, end))),
    };
  });
}

/** The words that were set aside in sentences that were not set aside whole. */
function listWordsSetAside(
  sentences: readonly Span[],
  { states }: Pick<Coverage<unknown>, 'states'>,
  dismissals: readonly Span[],
): ListedSentence[] {
  const isInOther = (span: Span) => {
    const { first, end } = findTouchedSentences(sentences, span);
    return states.slice(first, end).some((state) => state !== 'setAside');
  };
  return dismissals
    .filter(isInOther)
    .toSorted(compareSpans)
    .map((span) => ({ span, place: span, remark: null }));
}
