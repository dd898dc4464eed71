import type { ReactNode } from 'react';
import type { Source } from '../../../../shared/domain/source';
import { sourceKindLabels } from '../../../../shared/domain/source';
import { detectDirection } from '../../../../shared/text/characters/direction';
import { formatDate } from '../../../../shared/text/format/format-dates';
import { ClippedText } from '../../../ui/text/clipped-text';
import { InlineList } from '../../../ui/text/inline-list';

interface EvidenceFieldsProps {
  /** The source that the fields are of; null when none is known. */
  source: Pick<Source, 'kind' | 'author' | 'publisher' | 'publishedAt' | 'url'> | null;
  locator: string | null;
  quote: string | null;
  /** More facts for the line of facts, at its end. */
  moreFacts?: readonly (string | false | null | undefined)[];
  /** Shown below the quote. */
  children?: ReactNode;
}

/** The quote, place and facts of evidence, stored or proposed by the author. */
export function EvidenceFields({ source, locator, quote, moreFacts = [], children }: EvidenceFieldsProps) {
  const facts = [
    source?.author,
    source?.publisher,
    source?.publishedAt && formatDate(source.publishedAt),
    locator,
    source && sourceKindLabels[source.kind].toLowerCase(),
    ...moreFacts,
  ];
  return (
    <>
      {quote !== null && <q dir={detectDirection(quote, null)}>{quote}</q>}
      {children}
      <small>
        <InlineList parts={facts} />
      </small>
      {source && source.url !== null && (
        <small>
          <ClippedText lines={2} isFocusable>
            {source.url}
          </ClippedText>
        </small>
      )}
    </>
  );
}
