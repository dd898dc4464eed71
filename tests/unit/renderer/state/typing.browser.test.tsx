import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { finishTyping, useTyped } from '../../../../renderer/state/typing';

let stored = '';
let mounted = false;
const changes: string[] = [];
let root: Root;

function Note({ value }: { value: string }) {
  const {
    value: shown,
    onChange,
    onBlur,
  } = useTyped(value, (next) => {
    changes.push(next);
    stored = next.trim();
    setTimeout(() => mounted && render());
  });
  return (
    <input
      aria-label="Note"
      value={shown}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onBlur}
    />
  );
}

const render = () => flushSync(() => root.render(<Note value={stored} />));

beforeEach(() => {
  stored = '';
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
