import { useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ToggleChoice } from '#renderer/window/ui/choices/segmented-choice.tsx';
import { SelectField } from '#renderer/window/ui/choices/select-field.tsx';

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
      <ToggleChoice
        label="Number"
        options={choices}
        value={value}
        onChange={choose}
        afterClick={() => {
          clicks += 1;
        }}
      />
      <SelectField label="Kind" options={choices} value={value} onChange={choose} />
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

describe('a toggle choice', () => {
  it('the chosen option is in the tab order, and arrow keys only move the focus', async () => {
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

  it('Space and Enter choose an option and keep the focus', async () => {
    page.getByRole('radio', { name: 'Choice two' }).element().focus();
    await userEvent.keyboard('{ArrowRight} ');
    expect(chosen).toEqual(['three']);
    expect(focused()).toBe('Choice three');
    await userEvent.keyboard('{ArrowLeft}{Enter}');
    expect(chosen).toEqual(['three', 'two']);
    await expect.element(page.getByRole('radio', { name: 'Choice two' })).toBeChecked();
    expect(clicks).toBe(0);
  });

  it('a click chooses an option, another one confirms it, and the focus moves on', async () => {
    await page.getByRole('radio', { name: 'Choice one' }).click();
    await page.getByRole('radio', { name: 'Choice one' }).click();
    expect(chosen).toEqual(['one', 'one']);
    expect(clicks).toBe(2);
  });
});

describe('a select field', () => {
  it('arrows and letters choose nothing while the list is closed', async () => {
    page.getByRole('button', { name: 'Kind' }).element().focus();
    await userEvent.keyboard('{ArrowRight}{ArrowLeft}{ArrowLeft}choice one');
    expect(chosen).toEqual([]);
  });

  it('an option of the open list can be chosen', async () => {
    page.getByRole('button', { name: 'Kind' }).element().focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(chosen).toEqual(['three']);
    await userEvent.click(page.getByRole('button', { name: 'Kind' }));
    await userEvent.click(page.getByRole('option', { name: 'Choice one' }));
    expect(chosen).toEqual(['three', 'one']);
  });
});
