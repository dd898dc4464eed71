import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { createArticleDom } from '#renderer/window/features/article-view/dom/create-article-dom.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import { cleanSelection } from '#shared/text/selection/clean-selection.ts';
import { importDraft } from '#tests/unit/shared/drafts-of-text.ts';

/** Renders the draft, each block split into elements of a few code units, as marks split it. */
function render(draft: Draft, elementLength: number): HTMLElement {
  const root = document.createElement('div');
  for (const { start, end } of draft.blocks) {
    const row = root.appendChild(document.createElement('div'));
    row.appendChild(document.createElement('button')).textContent = '12 ✓';
    const blockElement = row.appendChild(document.createElement('p'));
    blockElement.dataset.start = String(start);
    for (let at = start; at < end; at += elementLength) {
      const mark = blockElement.appendChild(document.createElement(at % 2 ? 'mark' : 'span'));
      mark.textContent = draft.text.slice(at, Math.min(end, at + elementLength));
    }
  }
  document.body.append(root);
  return root;
}

const article = 'The tram\n\nIt cost €412 million, the council said.\n\n“Never,” she said. 👨‍👩‍👧 came.';

afterEach(() => {
  document.body.replaceChildren();
});

describe('the article on the screen', () => {
  it('returns every span that was selected, however the text is split into elements', () => {
    const draft = importDraft(article);
    const { text } = draft;
    fc.assert(
      fc.property(
        fc.nat(text.length),
        fc.nat(text.length),
        fc.integer({ min: 1, max: 9 }),
        (a, b, elementLength) => {
          const span = cleanSelection(text, a, b);
          fc.pre(span !== null);
          const root = render(draft, elementLength);
          const dom = createArticleDom(root, draft);
          dom.selectSpan(span);
          const selected = dom.getSelection();
          root.remove();
          expect(selected).toEqual(span);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('selects the paragraph with a triple click, although the browser selects up to the next one', () => {
    const draft = importDraft(article);
    const root = render(draft, 7);
    const [, second, third] = root.querySelectorAll('p');
    if (second && third) document.getSelection()?.setBaseAndExtent(second, 0, third, 0);
    const span = createArticleDom(root, draft).getSelection();
    expect(span && draft.text.slice(span.start, span.end)).toBe('It cost €412 million, the council said.');
  });

  it('does not count the numbers in the margin', () => {
    const draft = importDraft(article);
    const root = render(draft, 50);
    const margin = root.querySelectorAll('button').item(1);
    const last = root.querySelectorAll('p').item(1).lastChild?.firstChild;
    if (last) document.getSelection()?.setBaseAndExtent(margin, 0, last, 3);
    const span = createArticleDom(root, draft).getSelection();
    expect(span && draft.text.slice(span.start, span.end)).toBe('It');
  });

  it('has no selection outside the article', () => {
    const draft = importDraft(article);
    const root = render(draft, 5);
    const other = document.body.appendChild(document.createElement('p'));
    other.textContent = 'elsewhere';
    document.getSelection()?.selectAllChildren(other);
    expect(createArticleDom(root, draft).getSelection()).toBeNull();
  });

  it('limits a line to its section, whose height is guessed until it is near the screen', () => {
    const draft = importDraft(article);
    const root = render(draft, 50);
    const [, second, third] = root.children;
    if (!(second instanceof HTMLElement && third instanceof HTMLElement))
      throw new Error('There are three rows.');
    Object.assign(second.style, { height: '10px', paddingTop: '40px', boxSizing: 'border-box' });
    const dom = createArticleDom(root, draft);
    const start = draft.text.indexOf('It');
    const { top } = third.getBoundingClientRect();
    expect(dom.getEndLines({ start, end: start + 2 })?.first.top).toBe(top);
    expect(dom.getSectionAt(start)).toBe(second);
  });
});
