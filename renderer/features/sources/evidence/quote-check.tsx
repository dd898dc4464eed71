import { isSearchable } from '../../../../shared/domain/attachment';
import { listAttachments } from '../../../../shared/domain/sources/attachment-edits';
import type { QuoteLocation } from '../../../../shared/quotes/quote-location';
import { isolate } from '../../../../shared/text/format/isolate';
import { useSession } from '../../../state/review/use-session';
import styles from './evidence-item.module.css';
import { useQuoteSearch } from './use-quote-search';

interface QuoteCheckProps {
  sourceId: string;
  quote: string;
}

/**
 * Says whether the quote is in the source's files, and where. Every file has a line during the search too: a line that is added
 * later would move the buttons below it away from the pointer.
 */
export function QuoteCheck({ sourceId, quote }: QuoteCheckProps) {
  const { review } = useSession();
  const { results, lostIds } = useQuoteSearch(sourceId, quote);
  return (
    <div className={styles.checks} role="status">
      {results === null &&
        listAttachments(review, sourceId)
          .filter(isSearchable)
          .map(({ id, name }) => <small key={id}>Looking for the quote in {isolate(name)}…</small>)}
      {results?.map(({ attachmentId, place: location }) => {
        // A result from before the file was lost is no longer true.
        if (location.state !== 'unreadable' && lostIds.includes(attachmentId)) return null;
        const description = describeQuoteLocation(
          location,
          review.attachments.get(attachmentId)?.name ?? 'its file',
        );
        return (
          description && (
            <small key={attachmentId} className={description.isFound ? styles.found : styles.missing}>
              {description.text}
            </small>
          )
        );
      })}
    </div>
  );
}

function describeQuoteLocation(
  location: QuoteLocation,
  fileName: string,
): { isFound: boolean; text: string } | null {
  const name = isolate(fileName);
  switch (location.state) {
    case 'found': {
      const { page, line } = location;
      const position = page !== null ? `, page ${page}` : line !== null ? `, line ${line}` : '';
      return { isFound: true, text: `✓ The quote is in ${name}${position}` };
    }
    case 'notFound':
      return { isFound: false, text: `✗ The quote is not in ${name}` };
    case 'unreadable':
      return { isFound: false, text: `${name} could not be searched: ${location.why}` };
    case 'noText':
      return null;
  }
}
