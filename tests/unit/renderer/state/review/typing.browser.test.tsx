import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { finishTyping, useTyped } from '../../../../../renderer/state/review/typing';

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
  const { value: shown, onChange, onFocus, onBlur } = useTyped(value, store, offer);
  return (
    <input
      aria-label="Note"
      value={shown}
      onChange={(event) => onChange(event.target.value)}
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
  it('becomes one change after a pause, not one a key', async () => {
    await type('two years');
    expect(changes).toEqual([]);
    await vi.waitFor(() => expect(changes).toEqual(['two years']), { timeout: 3_000 });
  });

  it('keeps on the screen what was typed before a pause, spaces and all', async () => {
    await type('two ');
    await vi.waitFor(() => expect(changes).toEqual(['two ']), { timeout: 3_000 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(field()?.value).toBe('two ');
    await type('years');
    expect(field()?.value).toBe('two years');
  });

  it('becomes a change when the field is left', async () => {
    await type('now');
    field()?.blur();
    expect(changes).toEqual(['now']);
  });

  it('becomes a change when everything has to be saved, once', async () => {
    await type('before undo');
    finishTyping();
    finishTyping();
    expect(changes).toEqual(['before undo']);
  });

  it('is not lost when the field goes away', async () => {
    await type('last words');
    flushSync(() => root.render(null));
    expect(changes).toEqual(['last words']);
  });

  it('shows what was changed elsewhere, unless something is being typed', async () => {
    stored = 'undone';
    render();
    expect(field()?.value).toBe('undone');
  });
});

describe('a field that offers words to begin with', () => {
  beforeEach(() => {
    offer = 'three years';
    render();
  });

  it('shows them when it gets the focus, and stores nothing when it is left as it is', async () => {
    expect(field()?.value).toBe('');
    await userEvent.tab();
    expect(document.activeElement).toBe(field());
    expect(field()?.value).toBe('three years');
    await userEvent.tab();
    expect(field()?.value).toBe('');
    expect(changes).toEqual([]);
  });

  it('has them selected after a click as well, so that typing replaces them', async () => {
    await userEvent.click(field() ?? document.body);
    await expect.poll(() => field()?.selectionEnd).toBe('three years'.length);
    await userEvent.keyboard('four');
    expect(field()?.value).toBe('four');
  });

  it('has them selected before a key that comes at once, and leaves the caret then where that puts it', async () => {
    const input = field();
    if (!input) throw new Error('there is no field');
    flushSync(() => input.focus());
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'End' }));
    expect(input.selectionEnd).toBe('three years'.length);
    input.setSelectionRange(2, 2);
    await new Promise(requestAnimationFrame);
    expect(input.selectionEnd).toBe(2);
  });

  it('stores what was made of them', async () => {
    field()?.focus();
    await userEvent.keyboard('{End}, not four');
    field()?.blur();
    expect(changes).toEqual(['three years, not four']);
    await vi.waitFor(() => expect(field()?.value).toBe('three years, not four'));
  });

  it('stores nothing any more once they are the offered words again', async () => {
    stored = 'two years';
    render();
    field()?.focus();
    expect(field()?.value).toBe('two years');
    await userEvent.fill(field() ?? document.body, ' three years ');
    field()?.blur();
    expect(changes).toEqual(['']);
  });

  it('may be emptied and filled anew', async () => {
    field()?.focus();
    await userEvent.fill(field() ?? document.body, '');
    expect(field()?.value).toBe('');
    await userEvent.keyboard('nobody knows');
    field()?.blur();
    expect(changes).toEqual(['nobody knows']);
  });
});
