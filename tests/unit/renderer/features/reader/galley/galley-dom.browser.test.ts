import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { createGalleyDom } from '../../../../../../renderer/features/reader/galley/galley-dom';
import type { Draft } from '../../../../../../shared/domain/draft';
import { cleanSelection } from '../../../../../../shared/text/selection';
import { draftOf } from '../../../../shared/drafts-of-text';

/** The draft on the page, each block cut into elements every few units, as marks cut it. */
function paint(draft: Draft, piece: number): HTMLElement {
  const root = document.createElement('div');
  for (const { start, end } of draft.blocks) {
    const row = root.appendChild(document.createElement('div'));
    row.appendChild(document.createElement('button')).textContent = '12 ✓';
    const holder = row.appendChild(document.createElement('p'));
    holder.dataset.start = String(start);
    for (let at = start; at < end; at += piece) {
      const mark = holder.appendChild(document.createElement(at % 2 ? 'mark' : 'span'));
      mark.textContent = draft.text.slice(at, Math.min(end, at + piece));
    }
  }
  document.body.append(root);
  return root;
}

const article = 'The tram\n\nIt cost €412 million, the council said.\n\n“Never,” she said. 👨‍👩‍👧 came.';

afterEach(() => {
  document.body.replaceChildren();
});

describe('the galley on the screen', () => {
  it('finds every span again after it was selected, however the text is cut into elements', () => {
    const draft = draftOf(article);
    const { text } = draft;
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(text.length), fc.integer({ min: 1, max: 9 }), (a, b, piece) => {
        const span = cleanSelection(text, a, b);
        fc.pre(span !== null);
        const root = paint(draft, piece);
        const dom = createGalleyDom(root, draft);
        dom.select(span);
        const selected = dom.selected();
        root.remove();
        expect(selected).toEqual(span);
      }),
      { numRuns: 300 },
    );
  });

  it('takes a triple click for the paragraph, though the browser selects up to the next one', () => {
    const draft = draftOf(article);
    const root = paint(draft, 7);
    const [, second, third] = root.querySelectorAll('p');
    if (second && third) document.getSelection()?.setBaseAndExtent(second, 0, third, 0);
    const span = createGalleyDom(root, draft).selected();
    expect(span && draft.text.slice(span.start, span.end)).toBe('It cost €412 million, the council said.');
  });

  it('does not count the numbers in the margin', () => {
    const draft = draftOf(article);
    const root = paint(draft, 50);
    const margin = root.querySelectorAll('button').item(1);
    const last = root.querySelectorAll('p').item(1).lastChild?.firstChild;
    if (last) document.getSelection()?.setBaseAndExtent(margin, 0, last, 3);
    const span = createGalleyDom(root, draft).selected();
    expect(span && draft.text.slice(span.start, span.end)).toBe('It');
  });

  it('knows no selection outside the article', () => {
    const draft = draftOf(article);
    const root = paint(draft, 5);
    const other = document.body.appendChild(document.createElement('p'));
    other.textContent = 'elsewhere';
    document.getSelection()?.selectAllChildren(other);
    expect(createGalleyDom(root, draft).selected()).toBeNull();
  });

  it('takes no line to stand beyond the section it is in, whose height is guessed until it is near the screen', () => {
    const draft = draftOf(article);
    const root = paint(draft, 50);
    const [, second, third] = root.children;
    if (!(second instanceof HTMLElement && third instanceof HTMLElement)) throw new Error('there are three');
    Object.assign(second.style, { height: '10px', paddingTop: '40px', boxSizing: 'border-box' });
    const dom = createGalleyDom(root, draft);
    const start = draft.text.indexOf('It');
    const { top } = third.getBoundingClientRect();
    expect(dom.endLines({ start, end: start + 2 })?.first.top).toBe(top);
    expect(dom.sectionAt(start)).toBe(second);
  });
});
