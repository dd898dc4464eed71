import { useEffect, useMemo } from 'react';
import { PaletteDialog } from '../../features/palette/palette-dialog';
import { type PaletteGroup, type PaletteItem, rememberItem } from '../../features/palette/search-palette';
import { useOpenReview } from '../../state/article/open-review';
import { closeDialog } from '../../state/dialogs';
import { refreshArticles, useLibrary } from '../../state/library/library';
import { createActionItems } from './action-items';
import { createArticleItems, createClaimItems, createSourceItems } from './article-items';

/** Runs an item once the focus is back where it was before the palette opened. */
function runAfterClosing({ run }: PaletteItem): void {
  closeDialog();
  requestAnimationFrame(() => setTimeout(run));
}

/**
 * The command palette with everything that it finds: the commands of the window, the claims and sources of the open article, and
 * the articles of the library. `open-palette.ts` opens it.
 */
export function Palette() {
  const session = useOpenReview((open) => open.session);
  const articles = useLibrary((library) => library.articles);
  useEffect(() => void refreshArticles(), []);
  const actions = useMemo(createActionItems, []);
  const groups = useMemo((): PaletteGroup[] => {
    const ofArticle = session
      ? [
          { title: 'Claims', items: createClaimItems(session) },
          { title: 'Sources', items: createSourceItems(session) },
        ]
      : [];
    return [
      { title: 'Actions', items: actions, isShort: true },
      ...ofArticle,
      { title: 'Articles', items: createArticleItems(articles ?? []) },
    ];
  }, [session, actions, articles]);
  const onRun = (item: PaletteItem) => {
    if (actions.includes(item)) rememberItem(item.id);
    runAfterClosing(item);
  };
  return <PaletteDialog groups={groups} onRun={onRun} onClose={closeDialog} />;
}
