import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listenToLostFocus } from '../../../../../renderer/app/keyboard/listen-to-lost-focus';

const page = `
  <aside><ul><li><button id="first">First</button></li><li><button id="second">Second</button></li></ul></aside>
  <header><button id="undo">Undo</button></header>
  <div data-scroller><div role="group" tabindex="0" id="article">Words</div></div>`;

const element = (id: string) => document.getElementById(id);

/** The focused element after a frame and what follows it are over. */
async function focused(): Promise<string> {
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 30)));
  return document.activeElement?.id ?? '';
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
    expect(await focused()).toBe('second');
  });

  it('the focus does not move to a field that replaces a control, where the next keys would be text', async () => {
    element('first')?.focus();
    const panel = document.querySelector('aside');
    if (panel) panel.innerHTML = '<input id="search"><button id="sort">Sort</button>';
    expect(await focused()).toBe('sort');
    document.body.innerHTML = page;
    element('first')?.focus();
    document.querySelector('aside ul')?.replaceWith(document.createElement('textarea'));
    expect(await focused()).toBe('article');
  });

  it('the focus does not move to a splitter, where arrow keys would resize the panel', async () => {
    element('first')?.focus();
    const panel = document.querySelector('aside');
    if (panel) panel.innerHTML = '<div role="separator" tabindex="0"></div><button id="sort">Sort</button>';
    expect(await focused()).toBe('sort');
    if (panel) panel.innerHTML = '<div role="separator" tabindex="0"></div>';
    expect(await focused()).toBe('article');
  });

  it('the focus moves to the article from a disabled control and after a click beside all controls', async () => {
    element('undo')?.focus();
    element('undo')?.setAttribute('disabled', '');
    expect(await focused()).toBe('article');
    element('second')?.focus();
    element('second')?.blur();
    expect(await focused()).toBe('article');
  });

  it('the focus returns to where it was before an overlay opened, whatever had it in the overlay', async () => {
    element('second')?.focus();
    document.body.insertAdjacentHTML(
      'beforeend',
      '<div role="dialog" tabindex="-1" id="dialog"><button id="gone">Read</button><button id="close">Close</button></div>',
    );
    element('gone')?.focus();
    element('gone')?.remove();
    expect(await focused()).toBe('close');
    element('close')?.blur();
    expect(await focused()).toBe('dialog');
    element('dialog')?.remove();
    expect(await focused()).toBe('second');
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
    expect(await focused()).toBe('undo');
  });
});
