import {
  type ClipboardEvent,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'react';
import { describeOrigin } from '#renderer/window/state/drafts/past-draft.ts';
import { getCoverage, useLoadNewText, useUnreviewedText } from '#renderer/window/state/reading/coverage.ts';
import { useArticle, useLanguage, useSession } from '#renderer/window/state/review/use-session.ts';
import { setCurrentClaim } from '#renderer/window/state/view/navigate.ts';
import { useReadingSize } from '#renderer/window/state/view/panels.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import { registerArticleView } from '#renderer/window/state/view/viewport.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import { InlineList } from '#renderer/window/ui/text/isolated-text.tsx';
import { type Draft, opensWithTitle } from '#shared/domain/base/draft.ts';
import { formatDate } from '#shared/text/format/format-dates.ts';
import { formatCount } from '#shared/text/format/numbers.ts';
import { findWrapColumn } from '#shared/text/hard-wrapped.ts';
import { isSameSpan } from '#shared/text/span.ts';
import styles from './article-view.module.css';
import { type ArticleDom, createArticleDom } from './dom/create-article-dom.ts';
import { handleMatchKey, useFindHighlights } from './highlights.ts';
import { ArticleViewContext } from './overlays/article-view-context.ts';
import { type ClaimChoice, ClaimChooser } from './overlays/claim-chooser.tsx';
import { PositionStrip } from './overlays/position-strip.tsx';
import { ResizeHandles } from './overlays/resize-handles.tsx';
import { SelectionBar } from './overlays/selection-bar.tsx';
import { useReadingLine } from './scroll/use-reading-line.ts';
import { useReveal } from './scroll/use-reveal.ts';
import { Section, splitIntoSections } from './section.tsx';
import { useArticleSelection } from './selection/use-article-selection.ts';
import { createTableLayouts } from './table-layout.ts';

/** Goes to the claim that was clicked, asks which one if there are several, and leaves the current claim if there is none. */
function handleClick(event: MouseEvent, openChooser: (choice: ClaimChoice) => void): void {
  const { target } = event;
  const { selection, queue, card } = useReviewView.getState();
  // This may be the first click of a double click that selects the word to attach the claim to.
  if (queue?.isAttaching) return;
  if (selection || !(target instanceof Element) || target.closest('button')) return;
  const claimIds = target.closest('mark')?.getAttribute('data-claims')?.split(' ') ?? [];
  const [first] = claimIds;
  if (claimIds.length > 1) openChooser({ claimIds, x: event.clientX, y: event.clientY });
  else if (first) setCurrentClaim(first);
  // A form stays open, because the user may be looking something up in the article for it.
  else if (card.show === 'claim') setCurrentClaim(null);
}

/** Copies the selected text from the draft: the browser would also copy the numbers in the margin. */
function handleCopy(event: ClipboardEvent, draft: Draft): void {
  const { selection } = useReviewView.getState();
  if (!selection) return;
  event.clipboardData.setData('text/plain', draft.text.slice(selection.start, selection.end));
  event.preventDefault();
}

/** The article's title, for a draft whose text does not start with it. */
function ArticleTitle() {
  return (
    <h1 className={styles.title} dir="auto">
      {useArticle().title}
    </h1>
  );
}

/** The byline, the date, the length, and where the text comes from. */
function ArticleFacts({ onDetails }: { onDetails: () => void }) {
  const { byline, publishedAt } = useArticle();
  const { review, draft } = useSession();
  const words = review.drafts.get(draft.id)?.words ?? 0;
  const facts = [
    publishedAt && formatDate(publishedAt),
    formatCount(words, 'word'),
    describeOrigin(draft.origin),
  ];
  return (
    <div className={styles.facts}>
      <span>
        {byline !== null && (
          <>
            <bdi>{byline}</bdi>
            {' · '}
          </>
        )}
        <InlineList parts={facts} />
      </span>
      <Button kind="quiet" onPress={onDetails}>
        Details
      </Button>
    </div>
  );
}

/** Handles Enter while exactly some spotted words are selected that nobody looked at. Returns false for other keys. */
function handleSpotKey(event: KeyboardEvent, onMark: () => void): boolean {
  const isEnter =
    event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
  const { selection } = useReviewView.getState();
  if (!isEnter || event.nativeEvent.isComposing || !selection) return false;
  const spots = getCoverage()?.outstandingSpots ?? [];
  if (!spots.some(({ span }) => isSameSpan(span, selection))) return false;
  event.preventDefault();
  onMark();
  return true;
}

interface ArticleViewProps {
  selectionButtons: ReactNode;
  onDetails: () => void;
  onMarkSpot: () => void;
  /** Goes to the sentence to look at that is nearest to an offset in the draft. */
  onReadNear: (offset: number) => void;
}

/** The article as it is read and marked: sections with their blocks, and in these the segments of text with their claims. */
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
          <SelectionBar isHidden={selection.isPointerDown} isFromKeyboard={selection.isFromKeyboard}>
            {selectionButtons}
          </SelectionBar>
        </article>
      </div>
      <PositionStrip onReadNear={onReadNear} />
      {choice && <ClaimChooser choice={choice} onClose={() => setChoice(null)} />}
    </ArticleViewContext>
  );
}
