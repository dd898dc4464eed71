import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listenToLostFocus } from '#renderer/window/app/keyboard/listen-to-lost-focus.ts';

const page = `
  <aside><ul><li><button id="first">First</button></li><li><button id="second">Second</button></li></ul></aside>
  <header><button id="undo">Undo</button></header>
  <div data-scroller><div role="group" tabindex="0" id="article">Words</div></div>`;

const element = (id: string) => document.getElementById(id);

/** Waits until an element has the focus, which moves a frame or two after it was lost. */
async function expectFocus(id: string): Promise<void> {
  await expect.poll(() => document.activeElement?.id, { timeout: 5_000, interval: 10 }).toBe(id);
}

beforeAll(() => listenToLostFocus());

beforeEach(() => {
  document.body.innerHTML = page;
});

afterEach(() => {
  document.body.replaceChildren();
});

describe('the focus', () => {
  it('the focus moves from a removed control to the nearest one in the same panel', async () => {
    element('first')?.focus();
    element('first')?.closest('li')?.remove();
    await expectFocus('second');
  });

  it('the focus does not move to a field that replaces a control, where the next keys would be text', async () => {
    element('first')?.focus();
    const panel = document.querySelector('aside');
    if (panel) panel.innerHTML = '<input id="search"><button id="sort">Sort</button>';
    await expectFocus('sort');
    document.body.innerHTML = page;
    element('first')?.focus();
    document.querySelector('aside ul')?.replaceWith(document.createElement('textarea'));
    await expectFocus('article');
  });

  it('the focus does not move to a splitter, where arrow keys would resize the panel', async () => {
    element('first')?.focus();
    const panel = document.querySelector('aside');
    if (panel) panel.innerHTML = '<div role="separator" tabindex="0"></div><button id="sort">Sort</button>';
    await expectFocus('sort');
    if (panel) panel.innerHTML = '<div role="separator" tabindex="0"></div>';
    await expectFocus('article');
  });

  it('the focus moves to the article from a disabled control and after a click beside all controls', async () => {
    element('undo')?.focus();
    element('undo')?.setAttribute('disabled', '');
    await expectFocus('article');
    element('second')?.focus();
    element('second')?.blur();
    await expectFocus('article');
  });

  it('the focus returns to where it was before an overlay opened, whatever had it in the overlay', async () => {
    element('second')?.focus();
    document.body.insertAdjacentHTML(
      'beforeend',
      '<div role="dialog" tabindex="-1" id="dialog"><button id="gone">Read</button><button id="close">Close</button></div>',
    );
    element('gone')?.focus();
    element('gone')?.remove();
    await expectFocus('close');
    element('close')?.blur();
    await expectFocus('dialog');
    element('dialog')?.remove();
    await expectFocus('second');
  });

  it('the focus returns also from an overlay that never had it', async () => {
    element('undo')?.focus();
    // As a dialog makes it before it takes the focus.
    document.querySelector('header')?.setAttribute('inert', '');
    document.body.insertAdjacentHTML('beforeend', '<div role="dialog" tabindex="-1" id="dialog"></div>');
    await new Promise<void>((resolve) =>
      document.addEventListener('focusout', () => resolve(), { once: true }),
    );
    element('dialog')?.remove();
    document.querySelector('header')?.removeAttribute('inert');
    await expectFocus('undo');
  });
});
