import {
  type ClipboardEvent,
  type MouseEvent,
  type ReactNode,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'react';
import { opensWithTitle } from '../../../../shared/domain/draft';
import { useFindNewText, useUnreadText } from '../../../state/drafts/new-text';
import { useLanguage } from '../../../state/reading/direction';
import { showsArticle } from '../../../state/reading/reading';
import { pickClaim, useReviewView } from '../../../state/review/review-view';
import { useArticle, useSession } from '../../../state/review/session-context';
import { type ChooserAt, ClaimChooser } from '../cursor/claim-chooser';
import { ResizeHandles } from '../cursor/resize-handles';
import { SelectionBar } from '../cursor/selection-bar';
import { useCursor } from '../cursor/use-cursor';
import { onFoundKey, useFound } from '../cursor/use-found';
import { useReveal } from '../cursor/use-reveal';
import { useSelection } from '../cursor/use-selection';
import { useKeptLine } from '../place/use-kept-line';
import { useDragSelection } from '../selecting/use-drag-selection';
import { ArticleFacts, ArticleTitle } from './article-head';
import styles from './galley.module.css';
import { GalleyContext } from './galley-context';
import { createGalleyDom, type GalleyDom } from './galley-dom';
import { Section, sectionsOf } from './section';
import { Strip } from './strip';
import { tableSettings } from './tables';

interface GalleyProps {
  /** The buttons of the bar at a selection. */
  bar: ReactNode;
  onDetails: () => void;
}

/** The article as it is read and marked. */
export function Galley({ bar, onDetails }: GalleyProps) {
  const session = useSession();
  const { draft } = session;
  const scroller = useRef<HTMLDivElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const galley = useRef<GalleyDom | null>(null);
  const [chooser, setChooser] = useState<ChooserAt | null>(null);
  const sections = useMemo(() => sectionsOf(draft.blocks), [draft]);
  const language = useLanguage();
  const tables = useMemo(() => tableSettings(draft, language), [draft, language]);

  useLayoutEffect(() => {
    const dom = root.current && createGalleyDom(root.current, draft);
    galley.current = dom;
    return showsArticle(() => dom?.inView() ?? null);
  }, [draft]);

  const titled = opensWithTitle(draft, useArticle().title);
  const facts = <ArticleFacts onDetails={onDetails} />;
  const cursor = useCursor(draft, language, galley);
  const onMouseDown = useDragSelection(draft, galley, scroller);
  useKeptLine(session, scroller, root, galley);
  useReveal(scroller, root, galley);
  const [paintings, repainted] = useReducer((count: number) => count + 1, 0);
  const drawing = useSelection(galley, paintings);
  const painting = useMemo(() => ({ galley, repainted, language, choose: setChooser }), [language]);
  useFound(galley, paintings);
  useFindNewText();
  const unread = useUnreadText();

  const onClick = (event: MouseEvent) => {
    const { target } = event;
    const { selection, queue } = useReviewView.getState();
    // This may be the first click of two that select a word to attach the claim to.
    if (queue?.attaching) return;
    if (selection || !(target instanceof Element) || target.closest('button')) return;
    const ids = target.closest('mark')?.getAttribute('data-claims')?.split(' ') ?? [];
    const [only] = ids;
    if (ids.length > 1) setChooser({ ids, x: event.clientX, y: event.clientY });
    else if (only) pickClaim(only);
    // A form that is being filled in stays: words are looked up in the article for it.
    else if (useReviewView.getState().card.show === 'claim') pickClaim(null);
  };

  // The page's own copy would hold the margin's numbers as well.
  const onCopy = (event: ClipboardEvent) => {
    const { selection } = useReviewView.getState();
    if (!selection) return;
    event.clipboardData.setData('text/plain', draft.text.slice(selection.start, selection.end));
    event.preventDefault();
  };

  return (
    <GalleyContext value={painting}>
      <div ref={scroller} className={styles.desk} data-scroller>
        <article
          className={styles.galley}
          lang={language ?? undefined}
          onMouseDown={(event) => {
            cursor.moved.current = false;
            onMouseDown(event);
          }}
          onCopy={onCopy}
        >
          {!titled && <ArticleTitle />}
          {!titled && facts}
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups controls; this groups the article's text */}
          <div
            ref={root}
            className={styles.text}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: the article is read and selected by keyboard
            tabIndex={0}
            role="group"
            aria-label="Article text"
            aria-describedby="article-keys"
            onKeyDown={(event) => onFoundKey(event) || cursor.onKeyDown(event)}
            onClick={onClick}
          >
            {sections.map((blocks, index) => (
              <Section
                key={blocks[0]?.id}
                draft={draft}
                blocks={blocks}
                before={sections[index - 1]?.at(-1) ?? null}
                unread={unread}
                tables={tables}
                first={index === 0}
                afterTitle={index === 0 && titled ? facts : undefined}
              />
            ))}
          </div>
          <p id="article-keys" className="aside-voice">
            Up and Down select sentences, Left and Right words; Shift extends. C marks a claim.
          </p>
          <output className="aside-voice">{cursor.taken}</output>
          <ResizeHandles root={root} galley={galley} />
          <SelectionBar galley={galley} hidden={drawing} byKeys={cursor.moved}>
            {bar}
          </SelectionBar>
        </article>
      </div>
      <Strip />
      {chooser && <ClaimChooser at={chooser} onClose={() => setChooser(null)} />}
    </GalleyContext>
  );
}
