import { useRef, useState } from 'react';
import { formatCount } from '../../../shared/text/format/format-count';
import { formatNumber } from '../../../shared/text/format/format-number';
import { getKnownChoice } from '../../state/drafts/annotation-choices';
import { type PendingImport, removePendingImport } from '../../state/drafts/pending-imports';
import { showNotice } from '../../state/notices';
import { type ArticleToOpen, openArticles } from './open-articles';

interface Opening {
  isOpening: boolean;
  /**
   * Opens an import with its edits, then others as they are, and removes those that are in the library then. Those that ask whose
   * comments are the author's stay for their own preview.
   */
  open(first: ArticleToOpen, others: readonly PendingImport[]): Promise<void>;
  /** Stops before the next article. Articles that are open already stay; the others are skipped. */
  cancel(): void;
}

/** Opens imports as articles, one run at a time. */
export function useOpening(): Opening {
  const [isOpening, setIsOpening] = useState(false);
  const opening = useRef(new AbortController());

  const open = async (first: ArticleToOpen, others: readonly PendingImport[]) => {
    if (isOpening) return;
    setIsOpening(true);
    opening.current = new AbortController();
    const rest = others.flatMap((other): ArticleToOpen[] => {
      const annotations = getKnownChoice(other);
      const edits = annotations && { fields: null, blocks: other.blocks, annotations };
      return edits ? [{ pendingImport: other, edits }] : [];
    });
    const opened = await openArticles([first, ...rest], opening.current.signal);
    setIsOpening(false);
    // Removed only now: otherwise the preview of an import that is being opened would appear.
    opened.forEach(removePendingImport);
    const skipped = others.filter((other) => !opened.includes(other));
    if (opened.length === 0 || skipped.length === 0) return;
    if (!opening.current.signal.aborted) {
      if (opened.length === rest.length + 1)
        showNotice(
          `${formatCount(skipped.length, 'file')} not opened yet: first say who wrote the comments.`,
        );
      return;
    }
    skipped.forEach(removePendingImport);
    showNotice(
      `${formatCount(opened.length, 'article')} opened. The other ${formatNumber(skipped.length)} were skipped.`,
    );
  };

  return { isOpening, open, cancel: () => opening.current.abort() };
}
