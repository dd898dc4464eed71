import fc from 'fast-check';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { commitTyping, useDebouncedField } from '#renderer/window/state/review/typing.ts';
import { normalizeInput } from '#shared/domain/base/primitives.ts';

let stored = '';
let offer = '';
let mounted = false;
const changes: string[] = [];
let root: Root;

function Note({ value }: { value: string }) {
  const store = (next: string) => {
    changes.push(next);
    stored = next.trim();
    setTimeout(() => mounted && render());
  };
  const { value: shown, onChange, onMouseDown, onFocus, onBlur } = useDebouncedField(value, store, offer);
  return (
    <input
      aria-label="Note"
      value={shown}
      onChange={(event) => onChange(event.target.value)}
      onMouseDown={onMouseDown}
      onFocus={onFocus}
      onBlur={onBlur}
    />
  );
}

const render = () => flushSync(() => root.render(<Note value={stored} />));

beforeEach(() => {
  stored = '';
  offer = '';
  changes.length = 0;
  root = createRoot(document.body.appendChild(document.createElement('div')));
  mounted = true;
  render();
});

afterEach(() => {
  mounted = false;
  root.unmount();
  document.body.replaceChildren();
});

const field = () => document.querySelector('input');

async function type(words: string): Promise<void> {
  const input = field();
  if (input) await userEvent.type(input, words);
}

describe('typing in a field', () => {
  it('typed text becomes one change after a pause, not one per key', async () => {
    await type('two years');
    expect(changes).toEqual([]);
    await expect.poll(() => changes).toEqual(['two years']);
  });

  it('typed text stays in the field after a pause, including its spaces', async () => {
    await type('two ');
    await expect.poll(() => changes).toEqual(['two ']);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(field()?.value).toBe('two ');
    await type('years');
    expect(field()?.value).toBe('two years');
  });

  it('typed text becomes a change when the field is left', async () => {
    await type('now');
    field()?.blur();
    expect(changes).toEqual(['now']);
  });

  it('typed text becomes a change once when all typing is committed', async () => {
    await type('before undo');
    commitTyping();
    commitTyping();
    expect(changes).toEqual(['before undo']);
  });

  it('typed text is not lost when the field is removed', async () => {
    await type('last words');
    flushSync(() => root.render(null));
    expect(changes).toEqual(['last words']);
  });

  it('the field shows a value that was changed elsewhere, unless something is being typed', async () => {
    stored = 'undone';
    render();
    expect(field()?.value).toBe('undone');
  });
});

describe('a field with a suggestion', () => {
  beforeEach(() => {
    offer = 'three years';
    render();
  });

  it('the suggestion appears on focus, and an unchanged suggestion is not stored', async () => {
    expect(field()?.value).toBe('');
    await userEvent.tab();
    expect(document.activeElement).toBe(field());
    expect(field()?.value).toBe('three years');
    await userEvent.tab();
    expect(field()?.value).toBe('');
    expect(changes).toEqual([]);
  });

  it('the suggestion is selected after a click, so that typing replaces it', async () => {
    await userEvent.click(field() ?? document.body);
    await expect.poll(() => field()?.selectionEnd).toBe('three years'.length);
    await userEvent.keyboard('four');
    expect(field()?.value).toBe('four');
  });

  it('the suggestion is there and selected at the moment of the focus, before anything is rendered', () => {
    const input = field();
    if (!input) throw new Error('there is no field');
    input.focus();
    expect(input.value).toBe('three years');
    expect([input.selectionStart, input.selectionEnd]).toEqual([0, 'three years'.length]);
  });

  it('text pasted at the moment of the focus is all that is stored', () => {
    const anyLine = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(anyLine, fc.boolean(), (pasted, isRendered) => {
        const expected = normalizeInput(pasted) ?? '';
        fc.pre(expected !== '' && expected !== offer);
        const input = field();
        if (!input) throw new Error('there is no field');
        const focus = () => input.focus();
        if (isRendered) flushSync(focus);
        else focus();
        document.execCommand('insertText', false, pasted);
        expect(input.value).toBe(pasted);
        input.blur();
        expect(changes.pop()).toBe(pasted);
        stored = '';
        render();
      }),
    );
  });

  it('a click beside the words, or with the other button, leaves all of them selected', async () => {
    for (const button of ['left', 'right'] as const) {
      await userEvent.click(field() ?? document.body, { button, position: { x: 40, y: 8 } });
      const input = field();
      expect([input?.selectionStart, input?.selectionEnd]).toEqual([0, 'three years'.length]);
      input?.blur();
      await expect.poll(() => field()?.value).toBe('');
    }
  });

  it('a second click puts the caret where it is', async () => {
    await userEvent.click(field() ?? document.body);
    await userEvent.click(field() ?? document.body, { position: { x: 8, y: 8 } });
    await expect.poll(() => (field()?.selectionEnd ?? 0) - (field()?.selectionStart ?? 0)).toBe(0);
  });

  it('an edited suggestion is stored', async () => {
    field()?.focus();
    await userEvent.keyboard('{End}, not four');
    field()?.blur();
    expect(changes).toEqual(['three years, not four']);
    await expect.poll(() => field()?.value).toBe('three years, not four');
  });

  it('text that was edited back to the suggestion is stored as empty', async () => {
    stored = 'two years';
    render();
    field()?.focus();
    expect(field()?.value).toBe('two years');
    await userEvent.fill(field() ?? document.body, ' three years ');
    field()?.blur();
    expect(changes).toEqual(['']);
  });

  it('the suggestion can be deleted and replaced', async () => {
    field()?.focus();
    await userEvent.fill(field() ?? document.body, '');
    expect(field()?.value).toBe('');
    await userEvent.keyboard('nobody knows');
    field()?.blur();
    expect(changes).toEqual(['nobody knows']);
  });
});
