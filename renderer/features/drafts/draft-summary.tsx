import type { DraftPreview } from '../../../shared/drafts/carried-review';
import { describeReturned } from '../../../shared/drafts/returned/returned-counts';
import { createPreviewAccount } from '../../../shared/import/import-account';
import { formatCount } from '../../../shared/text/format/format-count';
import { formatNumber } from '../../../shared/text/format/format-number';
import type { PendingImport } from '../../state/drafts/pending-imports';
import { HighlightedList } from '../../ui/text/highlighted-list';
import styles from './add-draft-dialog.module.css';
import { CarriedClaimCounts } from './carried-claim-counts';

interface DraftSummaryProps {
  pendingImport: PendingImport;
  /** The newest draft of the article. */
  previous: { number: number; words: number };
  /** The review as it will be; null while it is being computed. */
  carried: DraftPreview | null;
  /** Whether no block is left to be imported. */
  isEmpty: boolean;
}

/** The size of a new draft, how many claims it changes and in which way, and the notices about the import. */
export function DraftSummary({ pendingImport, previous, carried, isEmpty }: DraftSummaryProps) {
  const { name, words, notices, proposal } = pendingImport;
  return (
    <>
      <p className={styles.facts}>
        {name ?? 'Pasted'} · {formatCount(words, 'word')} · draft {previous.number} had{' '}
        {formatNumber(previous.words)}
      </p>
      {carried ? (
        <CarriedClaimCounts carried={carried} />
      ) : (
        <p role="status">
          {isEmpty ? 'Every block of this draft is left out.' : `Comparing with draft ${previous.number}…`}
        </p>
      )}
      <HighlightedList
        label="About this import"
        items={[
          ...createPreviewAccount({ notices, proposal }, null),
          ...(carried?.returned ? describeReturned(carried.returned) : []),
        ]}
      />
    </>
  );
}
