import type { Output } from '../../../../shared/contract/commands';
import type { Outside } from '../../platform';
import type { ReviewStore } from '../review/review-store';
import { sourceWithFiles } from './adopt-source';
import type { VaultTexts } from './file-texts';

interface Wanted {
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
  { sourceId, quote, signal }: Wanted,
  { texts, outside }: { texts: VaultTexts; outside: Pick<Outside, 'findQuote'> },
): Promise<NonNullable<Output<'vault.findQuote'>>> {
  const { attachments } = await sourceWithFiles(store, sourceId);
  const places: NonNullable<Output<'vault.findQuote'>> = [];
  for (const file of attachments) {
    const text = await texts.of(store.vault, file, signal);
    if (text.state === 'lost') {
      const { kept, why } = text;
      places.push({ attachmentId: file.id, kept, place: { state: 'unreadable', why } });
      continue;
    }
    const place = text.state === 'read' ? await outside.findQuote(text, quote, signal) : text;
    places.push({ attachmentId: file.id, kept: null, place });
  }
  return places;
}
