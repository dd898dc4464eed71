import { memo, useId, useMemo } from 'react';
import { openDialog } from '#renderer/window/state/base/dialogs.ts';
import { usePreferences } from '#renderer/window/state/base/preferences.ts';
import { useKeyName } from '#renderer/window/state/keys.ts';
import { useCoverage, useOutstandingSpots } from '#renderer/window/state/reading/coverage.ts';
import { useReading } from '#renderer/window/state/reading/reading.ts';
import { useArticle, useSession, useTable } from '#renderer/window/state/review/use-session.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import { VirtualList } from '#renderer/window/ui/lists/virtual-list.tsx';
import type { Coverage } from '#shared/coverage/assess-coverage.ts';
import {
  describeCounts,
  describeNoneUnread,
  describeOpenWords,
  getReadPercent,
} from '#shared/coverage/describe-coverage.ts';
import { listDismissals } from '#shared/coverage/dismissal-edits.ts';
import { findSpotsIn, findTouchedSentences } from '#shared/coverage/unread-places.ts';
import type { SpottedSpan } from '#shared/spotting/rules/spotted-span.ts';
import { formatCount, formatNumber } from '#shared/text/format/numbers.ts';
import { isolate } from '#shared/text/format/wording.ts';
import { compareSpans, type Span } from '#shared/text/span.ts';
import { reopenWords } from './dismiss-sentences.ts';
import { type MarkPlace, PlaceButton, QueryList } from './query-list.tsx';
import styles from './reading-panel.module.css';

export interface SpotActions {
  /** Makes a claim on the span, with its kind and claimant. */
  mark: (spot: SpottedSpan) => void;
  /** Remembers that there is nothing to check in the span. */
  dismiss: (spot: SpottedSpan) => void;
}

const getKey = ({ span }: { span: Span }) => `${span.start} ${span.end}`;

/** One spotted span with its reason. Pressing it shows and selects the words in the article. */
const SpotRow = memo(function SpotRow({ spot, actions }: { spot: SpottedSpan; actions: SpotActions }) {
  const { readOnly } = useSession();
  const titleId = useId();
  const { span, reason, claimant } = spot;
  const remark = claimant === null ? reason : `${reason} · ${isolate(claimant)}`;
  return (
    <div className={`${styles.row} ${styles.spot}`}>
      <PlaceButton id={titleId} span={span} maxLength={160} remark={remark} />
      {!readOnly && (
        <div className={`wrapping-row ${styles.buttons}`}>
          <Button kind="quiet" aria-describedby={titleId} onPress={() => actions.mark(spot)}>
            Mark
          </Button>
          <Button kind="quiet" aria-describedby={titleId} onPress={() => actions.dismiss(spot)}>
            Nothing to check
          </Button>
        </div>
      )}
    </div>
  );
});

/** The spotted spans without a claim, those that are most worth checking first. */
function SpotList({ actions }: { actions: SpotActions }) {
  const isOn = usePreferences(({ spotting }) => spotting);
  const outstanding = useOutstandingSpots();
  const { language } = useArticle();
  const limits = useReading()?.limits ?? null;
  // They come in order of place, and sorting keeps that among equals.
  const byScore = useMemo(() => outstanding.toSorted((a, b) => b.score - a.score), [outstanding]);
  if (!isOn) return null;
  return (
    <section className={styles.section} aria-label="Worth checking">
      <h3 className="section-heading">
        Worth checking{byScore.length > 0 && ` (${formatNumber(byScore.length)})`}
      </h3>
      {limits !== null && (
        <p>
          {limits}{' '}
          <Button kind="quiet" onPress={() => openDialog('details', 'language')}>
            {language === null ? 'Set the language…' : 'Change the language…'}
          </Button>
        </p>
      )}
      {byScore.length === 0 ? (
        <p>Every spotted word is in a claim or set aside.</p>
      ) : (
        <VirtualList label="Worth checking" items={byScore} getKey={getKey} estimatedRowHeight={76} isInline>
          {(spot) => <SpotRow spot={spot} actions={actions} />}
        </VirtualList>
      )}
    </section>
  );
}

interface SentenceRowProps {
  span: Span;
  /** The words that pressing the row shows and selects in the article. */
  place: Span;
  remark: string | null;
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
        <div className={`wrapping-row ${styles.buttons}`}>
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
  place: Span;
  remark: string | null;
}

/** The sentences that were partly looked at, with the words that are open, and those that were set aside, each in reading order. */
function SentenceLists() {
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

/** Says how many sentences are looked at, partly, set aside and not looked at, and goes to the next of the last. */
function CoverageSummary({ onNextUnread }: { onNextUnread: () => void }) {
  const coverage = useCoverage();
  const nextKey = useKeyName('nextUnread');
  if (!coverage) return null;
  const { partly, notLookedAt, total } = coverage.counts;
  if (total === 0) return null;
  return (
    <section className={styles.summary} aria-label="Coverage">
      <p className={styles.share}>
        {getReadPercent(coverage.counts)}% read of {formatCount(total, 'sentence')}
      </p>
      <p className="small-muted">{describeCounts(coverage.counts)}</p>
      {notLookedAt === 0 && <p className="small-muted">{describeNoneUnread(coverage.counts)}</p>}
      {notLookedAt + partly > 0 && (
        <Button kind="quiet" shortcut={nextKey} onPress={onNextUnread}>
          {notLookedAt > 0 ? 'Next sentence not looked at' : 'Next open words'}
        </Button>
      )}
    </section>
  );
}

interface ReadingPanelProps {
  onNextUnread: () => void;
  spotActions: SpotActions;
  onMarkPlace: MarkPlace;
}

/** Everything that reading the article’s text found, in the order in which it helps. */
export function ReadingPanel({ onNextUnread, spotActions, onMarkPlace }: ReadingPanelProps) {
  const reading = useReading();
  return (
    <nav className={styles.panel} aria-label="Reading">
      <div className={styles.scroller} data-reading-panel>
        <CoverageSummary onNextUnread={onNextUnread} />
        {reading === null ? (
          <p className={styles.empty}>Reading the article …</p>
        ) : (
          <>
            <QueryList onMark={onMarkPlace} />
            <SpotList actions={spotActions} />
            <SentenceLists />
          </>
        )}
      </div>
    </nav>
  );
}
