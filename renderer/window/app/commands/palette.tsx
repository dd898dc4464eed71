import { useEffect, useMemo } from 'react';
import { PaletteDialog } from '#renderer/window/features/palette/palette-dialog.tsx';
import {
  type PaletteGroup,
  type PaletteItem,
  rememberItem,
} from '#renderer/window/features/palette/search-palette.ts';
import { showArticle } from '#renderer/window/state/article/show-article.ts';
import { closeDialog } from '#renderer/window/state/base/dialogs.ts';
import { getKeyName } from '#renderer/window/state/keys.ts';
import { refreshArticles, useLibrary } from '#renderer/window/state/library/library.ts';
import { currentSession, useOpenReview } from '#renderer/window/state/review/open-review.ts';
import type { Session } from '#renderer/window/state/review/session.ts';
import { goToListedClaim, showSource } from '#renderer/window/state/view/navigate.ts';
import { showCardIfNarrow, showPanel } from '#renderer/window/state/view/panels.ts';
import { commandInfo, type MenuCommand, menuCommands } from '#shared/contract/menu-commands.ts';
import { sourceKindLabels } from '#shared/domain/base/source.ts';
import { statusLooks } from '#shared/domain/base/verdict.ts';
import type { LibraryEntry } from '#shared/domain/library/library-entry.ts';
import { getPlacementWords } from '#shared/domain/review/placed-claims.ts';
import { obstacles, runOnPaletteTarget } from './commands.ts';

/** Why a command can't be run now; null if it can. */
export function findObstacle(command: MenuCommand): string | null {
  const { needs } = commandInfo[command];
  return needs === undefined ? null : obstacles[needs]();
}

/** All commands of the window as items of the palette; those that can't be run now come last. */
export function createActionItems(): PaletteItem[] {
  const items = menuCommands
    .filter((command) => command !== 'palette')
    .map((command) => {
      const { label, description = '' } = commandInfo[command];
      return {
        id: command,
        label: label.replace(/…$/, ''),
        detail: description,
        keys: getKeyName(command),
        obstacle: findObstacle(command),
        run: () => runOnPaletteTarget(command),
      };
    });
  return [
    ...items.filter(({ obstacle }) => obstacle === null),
    ...items.filter(({ obstacle }) => obstacle !== null),
  ];
}

/** Longest part of a claim that is searched and shown, in UTF-16 code units. */
const maxClaimLength = 160;

/** The claims of the open article, by number; those without a place come last. */
function createClaimItems(session: Session): PaletteItem[] {
  const listed = [...session.outline(), ...session.unplaced()];
  return listed.map((claim) => {
    const words = getPlacementWords(claim.placement, session.draft.text).slice(0, maxClaimLength);
    return {
      id: `claim/${claim.claim.id}`,
      label: claim.number === null ? words : `${claim.number} ${words}`,
      detail: statusLooks[claim.status].label,
      obstacle: null,
      run: () => {
        goToListedClaim(claim);
        showCardIfNarrow();
      },
    };
  });
}

/** The sources of the open article, by title. */
function createSourceItems({ review }: Session): PaletteItem[] {
  return [...review.sources.values()].map((source) => ({
    id: `source/${source.id}`,
    label: source.title,
    detail: [sourceKindLabels[source.kind], source.author].filter(Boolean).join(', '),
    obstacle: null,
    run: () => {
      showPanel('card');
      showSource(source.id);
    },
  }));
}

/** The articles of the library outside of the bin, without the open one. */
function createArticleItems(articles: readonly LibraryEntry[]): PaletteItem[] {
  const openId = currentSession()?.articleId;
  return articles
    .filter(({ id, binnedAt }) => binnedAt === null && id !== openId)
    .map(({ id, title, byline }) => ({
      id: `article/${id}`,
      label: title,
      detail: byline ?? '',
      obstacle: null,
      run: () => void showArticle(id),
    }));
}

/** Runs an item once the focus is back where it was before the palette opened. */
function runAfterClosing({ run }: PaletteItem): void {
  closeDialog();
  requestAnimationFrame(() => setTimeout(run));
}

/**
 * The command palette with everything that it finds: the commands of the window, the claims and sources of the open article, and
 * the articles of the library.
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
