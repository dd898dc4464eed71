import type { Output } from '../../../../shared/contract/commands/commands';
import type { Platform } from '../../platform';
import type { ReviewStore } from '../review/review-store';
import { getSourceWithFiles } from './adopt-source';
import type { FileTexts } from './file-texts';

export interface QuoteQuery {
  sourceId: string;
  quote: string;
  signal: AbortSignal;
}

/**
 * Looks for quoted words in all files of a source, one after the other. Rejects with `notFound`, or with the signal's reason
 * when it aborts.
 */
export async function findQuote(
  store: ReviewStore,
  { sourceId, quote, signal }: QuoteQuery,
  { texts, platform }: { texts: FileTexts; platform: Pick<Platform, 'findQuote'> },
): Promise<NonNullable<Output<'vault.findQuote'>>> {
  const { attachments } = await getSourceWithFiles(store, sourceId);
  const places: NonNullable<Output<'vault.findQuote'>> = [];
  for (const file of attachments) {
    const text = await texts.readText(store.vault, file, signal);
    if (text.state === 'unusable') {
      const { fileState, why } = text;
      places.push({ attachmentId: file.id, fileState, place: { state: 'unreadable', why } });
      continue;
    }
    const place = text.state === 'read' ? await platform.findQuote(text, quote, signal) : text;
    places.push({ attachmentId: file.id, fileState: null, place });
  }
  return places;
}
