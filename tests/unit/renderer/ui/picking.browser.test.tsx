import { useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Picker } from '../../../../renderer/ui/choices/picker';
import { PressChoices } from '../../../../renderer/ui/choices/press-choices';

const chosen: string[] = [];
let root: Root;
let clicks = 0;

const choices = ['one', 'two', 'three'].map((value) => ({ value, label: `Choice ${value}` }));

function Form() {
  const [value, setValue] = useState('two');
  const choose = (now: string) => {
    chosen.push(now);
    setValue(now);
  };
  return (
    <>
      <button type="button">Before</button>
      <PressChoices
        label="Number"
        choices={choices}
        value={value}
        onChange={choose}
        afterClick={() => {
          clicks += 1;
        }}
      />
      <Picker label="Kind" options={choices} value={value} onChange={choose} />
    </>
  );
}

beforeEach(() => {
  chosen.length = 0;
  clicks = 0;
  root = createRoot(document.body.appendChild(document.createElement('div')));
  flushSync(() => root.render(<Form />));
});

afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
});

const focused = () => document.activeElement?.textContent;

describe('choices that are stored at once', () => {
  it('come into the tab order with the chosen one, and arrow keys move the focus alone', async () => {
    page.getByRole('button', { name: 'Before' }).element().focus();
    await userEvent.keyboard('{Tab}');
    expect(focused()).toBe('Choice two');
    await userEvent.keyboard('{ArrowRight}');
    expect(focused()).toBe('Choice three');
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(focused()).toBe('Choice one');
    await userEvent.keyboard('{ArrowDown}{ArrowUp}{Home}{End}{Tab}');
    expect(chosen).toEqual([]);
    expect(document.activeElement?.closest('[role="radiogroup"]')).toBeNull();
  });

  it('are chosen by Space and by Enter, with the focus kept', async () => {
    page.getByRole('radio', { name: 'Choice two' }).element().focus();
    await userEvent.keyboard('{ArrowRight} ');
    expect(chosen).toEqual(['three']);
    expect(focused()).toBe('Choice three');
    await userEvent.keyboard('{ArrowLeft}{Enter}');
    expect(chosen).toEqual(['three', 'two']);
    await expect.element(page.getByRole('radio', { name: 'Choice two' })).toBeChecked();
    expect(clicks).toBe(0);
  });

  it('are chosen by a click, and confirmed by another, after which the focus goes on elsewhere', async () => {
    await page.getByRole('radio', { name: 'Choice one' }).click();
    await page.getByRole('radio', { name: 'Choice one' }).click();
    expect(chosen).toEqual(['one', 'one']);
    expect(clicks).toBe(2);
  });
});

describe('a list that drops down', () => {
  it('chooses nothing by arrows and letters while it is closed', async () => {
    page.getByRole('button', { name: 'Kind' }).element().focus();
    await userEvent.keyboard('{ArrowRight}{ArrowLeft}{ArrowLeft}choice one');
    expect(chosen).toEqual([]);
  });

  it('chooses what is picked from it once it is open', async () => {
    page.getByRole('button', { name: 'Kind' }).element().focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(chosen).toEqual(['three']);
    await userEvent.click(page.getByRole('button', { name: 'Kind' }));
    await userEvent.click(page.getByRole('option', { name: 'Choice one' }));
    expect(chosen).toEqual(['three', 'one']);
  });
});
