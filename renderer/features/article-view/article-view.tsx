import { type CSSProperties, type ReactNode, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'react';
import { opensWithTitle } from '../../../shared/domain/draft/draft';
import { findWrapColumn } from '../../../shared/text/hard-wrapped';
import { useLoadNewText, useUnreviewedText } from '../../state/drafts/unreviewed-text';
import { useArticle, useSession } from '../../state/review/use-session';
import { useLanguage } from '../../state/view/direction';
import { useReadingSize } from '../../state/view/reading-size';
import { registerArticleView } from '../../state/view/viewport';
import styles from './article-view.module.css';
import { handleClick, handleCopy } from './article-events';
import { ArticleFacts, ArticleTitle } from './article-header';
import { ArticleViewContext } from './article-view-context';
import type { ArticleDom } from './dom/article-dom';
import { createArticleDom } from './dom/create-article-dom';
import { type ClaimChoice, ClaimChooser } from './overlays/claim-chooser';
import { Overview } from './overlays/overview';
import { ResizeHandles } from './overlays/resize-handles';
import { SelectionBar } from './overlays/selection-bar';
import { useReadingLine } from './scroll/use-reading-line';
import { useReveal } from './scroll/use-reveal';
import { Section, splitIntoSections } from './section';
import { useArticleSelection } from './selection/use-article-selection';
import { handleSpotKey } from './spot-key';
import { createTableLayouts } from './table-layout';
import { handleMatchKey, useFindHighlights } from './use-find-highlights';

interface ArticleViewProps {
  /** The buttons of the selection bar. */
  selectionButtons: ReactNode;
  onDetails: () => void;
  /** Makes a claim of the spotted words that are selected. */
  onMarkSpot: () => void;
  /** Goes to the sentence to look at that is nearest to an offset in the draft. */
  onReadNear: (offset: number) => void;
}

/**
 * The article as it is read and marked. The parts of the reader:
 *
 * - here: the sections with their blocks, and in these the segments of text with their claims.
 * - `margin`: the numbers of the claims beside the text.
 * - `dom`: DOM positions and points of the window to offsets in the draft, and back.
 * - `selection`: selecting by mouse and keyboard.
 * - `scroll`: keeping and changing the part of the article that is in view.
 * - `highlights`: the matches of Find and the spotted words, and the keys on them.
 * - `overlays`: the selection bar, the handles of the current claim, the menu of claims on the same words, the overview.
 */
export function ArticleView({ selectionButtons, onDetails, onMarkSpot, onReadNear }: ArticleViewProps) {
  const session = useSession();
  const { draft } = session;
  const scroller = useRef<HTMLDivElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const articleDom = useRef<ArticleDom | null>(null);
  const [choice, setChoice] = useState<ClaimChoice | null>(null);
  const sections = useMemo(() => splitIntoSections(draft.blocks), [draft]);
  const language = useLanguage();
  const tableLayouts = useMemo(() => createTableLayouts(draft, language), [draft, language]);

  useLayoutEffect(() => {
    const dom = root.current && createArticleDom(root.current, draft);
    articleDom.current = dom;
    return registerArticleView({
      getVisibleSpan: () => dom?.getVisibleSpan() ?? null,
      getOffsetAt: (x, y) => dom?.getOffsetAt(x, y) ?? null,
    });
  }, [draft]);

  const size = useReadingSize((reading) => reading.size);
  // A property of the element from the start: set afterwards, it would lay out the whole article again.
  const style: CSSProperties & Record<'--reading', number> = { '--reading': size };
  const hasOwnTitle = opensWithTitle(draft, useArticle().title);
  const facts = <ArticleFacts onDetails={onDetails} />;
  useReadingLine(session, scroller, root, articleDom);
  useReveal(scroller, root, articleDom);
  const wrapColumn = useMemo(() => findWrapColumn(draft.text), [draft]);
  const [paintCount, onPaint] = useReducer((count: number) => count + 1, 0);
  const selection = useArticleSelection({ draft, language, articleDom, scroller, paintCount });
  const context = useMemo(
    () => ({ articleDom, onPaint, language, wrapColumn, openChooser: setChoice }),
    [language, wrapColumn],
  );
  useFindHighlights(articleDom, paintCount);
  useLoadNewText();
  const unreviewed = useUnreviewedText();

  return (
    <ArticleViewContext value={context}>
      <div ref={scroller} className={styles.desk} style={style} data-scroller>
        <article
          className={styles.article}
          lang={language ?? undefined}
          onMouseDown={selection.onMouseDown}
          onCopy={(event) => handleCopy(event, draft)}
        >
          {!hasOwnTitle && <ArticleTitle />}
          {!hasOwnTitle && facts}
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups controls; this groups the article's text */}
          <div
            ref={root}
            className={styles.text}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: the article is read and selected by keyboard
            tabIndex={0}
            role="group"
            aria-label="Article text"
            aria-describedby="article-keys"
            onKeyDown={(event) =>
              handleMatchKey(event) || handleSpotKey(event, onMarkSpot) || selection.onKeyDown(event)
            }
            onClick={(event) => handleClick(event, setChoice)}
          >
            {sections.map((blocks, index) => (
              <Section
                key={blocks[0]?.id}
                draft={draft}
                blocks={blocks}
                previousBlock={sections[index - 1]?.at(-1) ?? null}
                unreviewed={unreviewed}
                tableLayouts={tableLayouts}
                isFirst={index === 0}
                afterTitle={index === 0 && hasOwnTitle ? facts : undefined}
              />
            ))}
          </div>
          <p id="article-keys" className="screen-reader-only">
            The Up and Down arrow keys select sentences, Left and Right select words; Shift extends the
            selection. C marks a claim. N goes to the next sentence not looked at, Space sets it aside.
          </p>
          <output className="screen-reader-only">{selection.announcement}</output>
          <ResizeHandles root={root} articleDom={articleDom} />
          <SelectionBar
            articleDom={articleDom}
            isHidden={selection.isPointerDown}
            isFromKeyboard={selection.isFromKeyboard}
          >
            {selectionButtons}
          </SelectionBar>
        </article>
      </div>
      <Overview onReadNear={onReadNear} />
      {choice && <ClaimChooser choice={choice} onClose={() => setChoice(null)} />}
    </ArticleViewContext>
  );
}
