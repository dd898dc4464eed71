import { useLayoutEffect, useRef } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import {
  type ArticleDom,
  createArticleDom,
} from '#renderer/window/features/article-view/dom/create-article-dom.ts';
import { useFindHighlights, useSpotHighlights } from '#renderer/window/features/article-view/highlights.ts';
import { ArticleViewContext } from '#renderer/window/features/article-view/overlays/article-view-context.ts';
import { useReadArticle } from '#renderer/window/state/reading/coverage.ts';
import { useOpenReview } from '#renderer/window/state/review/open-review.ts';
import { useSession } from '#renderer/window/state/review/use-session.ts';
import { clearFind, findText } from '#renderer/window/state/view/find.ts';
import type { Block } from '#shared/domain/base/draft.ts';
import { importReview, markWords, openSession, show } from '#tests/unit/renderer/support/open-session.tsx';

const text = 'The ferry carried 412 people in 2019.\n\nThe ferry cost 3 million euros.';

afterEach(() => {
  clearFind();
  useOpenReview.setState({ session: null });
});

function Section({ blocks }: { blocks: readonly Block[] }) {
  const { draft, review } = useSession();
  useSpotHighlights(blocks, true, review);
  return blocks.map(({ id, start, end }) => (
    <p key={id} data-start={start}>
      {draft.text.slice(start, end)}
    </p>
  ));
}

/** The text in sections of one block, as the article view has it. */
function Article() {
  const { draft } = useSession();
  const root = useRef<HTMLDivElement>(null);
  const articleDom = useRef<ArticleDom | null>(null);
  useLayoutEffect(() => {
    articleDom.current = root.current && createArticleDom(root.current, draft);
  }, [draft]);
  useReadArticle();
  useFindHighlights(articleDom, 0);
  const context = { articleDom, onPaint: () => {}, language: null, wrapColumn: null, openChooser: () => {} };
  return (
    <ArticleViewContext value={context}>
      <div ref={root}>
        {draft.blocks.map((block) => (
          <div key={block.id}>
            <Section blocks={[block]} />
          </div>
        ))}
      </div>
    </ArticleViewContext>
  );
}

/** The words of a highlight. */
function listHighlighted(name: string): string[] {
  return Array.from(CSS.highlights.get(name) ?? [], (range) => {
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return live.toString();
  }).sort();
}

const eventually = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 20 });

test('Spotted words are underlined beside what Find highlights, and neither takes the other away', async () => {
  const { review, draft, facts } = importReview(text, 'highlights');
  const session = openSession(review, draft);
  useOpenReview.setState({ session });
  const shown = show(session, <Article />, { width: 600, height: 300 });

  findText(draft, 'ferry');
  await eventually(() => expect(listHighlighted('found')).toEqual(['ferry', 'ferry']));
  await eventually(() =>
    expect(listHighlighted('spotted').join(' ')).toMatch(/2019.*3 million|3 million.*2019/),
  );
  expect(listHighlighted('found')).toEqual(['ferry', 'ferry']);
  const before = listHighlighted('spotted');

  // A claim takes its words out of the spotted ones of its section alone.
  markWords(session, '3 million euros', facts);
  await eventually(() => {
    const words = listHighlighted('spotted');
    expect(words.join(' ')).not.toContain('3 million');
    expect(words.join(' ')).toContain('2019');
    expect(words.length).toBeLessThan(before.length);
  });
  expect(listHighlighted('found')).toEqual(['ferry', 'ferry']);

  // The lines come two frames behind, and wait for what the edit changed.
  await new Promise((resolve) => setTimeout(resolve, 700));
  const spotted = listHighlighted('spotted');
  expect(spotted.join(' ')).toContain('2019');
  clearFind();
  await eventually(() => expect(listHighlighted('found')).toEqual([]));
  await eventually(() => expect(listHighlighted('spotted')).toEqual(spotted));

  findText(draft, 'cost');
  await eventually(() => expect(listHighlighted('found-current')).toEqual(['cost']));
  shown.close();
  await eventually(() => expect(listHighlighted('spotted')).toEqual([]));
});
