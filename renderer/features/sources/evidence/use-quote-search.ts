import { useEffect, useState } from 'react';
import type { Output } from '../../../../shared/contract/commands/commands';
import { listAttachments } from '../../../../shared/domain/sources/attachment-edits';
import { client } from '../../../state/client';
import { markFileLost, useLostFileIds } from '../../../state/files/file-states';
import { useSession, useTopic } from '../../../state/review/use-session';
import { runBackgroundTask } from '../../../state/tasks';

type QuoteSearchResults = NonNullable<Output<'vault.findQuote'>>;

interface QuoteSearch {
  /** Null while the files are being searched. */
  results: QuoteSearchResults | null;
  /** The ids of the source's files that are altered or missing. */
  lostIds: readonly string[];
}

/** Searches the files of a source for a quote, and again when its files change or one of them is lost or restored. */
export function useQuoteSearch(sourceId: string, quote: string): QuoteSearch {
  const { articleId, review, waitUntilSaved } = useSession();
  const [results, setResults] = useState<QuoteSearchResults | null>(null);
  // Lists of ids are joined, so that equal lists are the same value.
  const fileIds = useTopic('attachments', () =>
    listAttachments(review, sourceId)
      .map(({ id }) => id)
      .join(' '),
  );
  const allLostIds = useLostFileIds(articleId).split(' ');
  const lostIds = fileIds.split(' ').filter((id) => allLostIds.includes(id));
  const joinedLostIds = lostIds.join(' ');

  // biome-ignore lint/correctness/useExhaustiveDependencies: the search is repeated when a file is lost or restored
  useEffect(() => {
    setResults(null);
    if (fileIds === '') return;
    const outdated = new AbortController();
    const { signal } = outdated;
    const search = async (taskId: string) => {
      // Main reads the quote and the files from the disk.
      await waitUntilSaved();
      if (signal.aborted) return;
      const answer = await client.call('vault.findQuote', { taskId, articleId, sourceId, quote });
      if (signal.aborted) return;
      const found = (answer.ok && answer.value) || [];
      setResults(found);
      for (const { attachmentId, fileState } of found)
        if (fileState) markFileLost(articleId, attachmentId, fileState);
    };
    void runBackgroundTask(search, signal);
    return () => outdated.abort();
  }, [articleId, sourceId, quote, fileIds, joinedLostIds, waitUntilSaved]);

  return { results, lostIds };
}
