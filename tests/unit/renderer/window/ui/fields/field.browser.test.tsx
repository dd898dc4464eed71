import { useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Field } from '#renderer/window/ui/fields/field.tsx';

let root: Root;

function Form({ lines }: { lines: number }) {
  const [value, setValue] = useState('');
  return (
    <>
      <Field label="Note" lines={lines} value={value} onChange={setValue} />
      <button type="button" onClick={() => setValue('changed elsewhere')}>
        Change
      </button>
      <output>{value}</output>
    </>
  );
}

beforeEach(() => {
  root = createRoot(document.body.appendChild(document.createElement('div')));
});

afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
});

const field = () => document.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
const getOutput = () => document.querySelector('output')?.textContent;

describe.each([
  { kind: 'a field of one line', lines: 1 },
  { kind: 'a field of several lines', lines: 2 },
])('$kind', ({ lines }) => {
  it('undo and redo handle a run of typing as in any text field', async () => {
    flushSync(() => root.render(<Form lines={lines} />));
    field()?.focus();
    await userEvent.keyboard('two years');
    expect(getOutput()).toBe('two years');
    await userEvent.keyboard('{Control>}z{/Control}');
    expect([field()?.value, getOutput()]).toEqual(['', '']);
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    expect([field()?.value, getOutput()]).toEqual(['two years', 'two years']);
  });

  it('undo handles several lines in the same steps as a plain text area', async () => {
    if (lines === 1) return;
    const steps = async (area: HTMLElement | null) => {
      area?.focus();
      await userEvent.keyboard('Two years.{Enter}Asked again.');
      const values: string[] = [];
      for (let step = 0; step < 6; step += 1) {
        await userEvent.keyboard('{Control>}z{/Control}');
        if (area instanceof HTMLTextAreaElement) values.push(area.value);
      }
      return values;
    };
    flushSync(() => root.render(<Form lines={lines} />));
    const plain = document.body.appendChild(document.createElement('textarea'));
    expect(await steps(field())).toEqual(await steps(plain));
  });

  it('a field shows a value that was changed elsewhere', async () => {
    flushSync(() => root.render(<Form lines={lines} />));
    field()?.focus();
    await userEvent.keyboard('two years');
    await page.getByRole('button', { name: 'Change' }).click();
    expect(field()?.value).toBe('changed elsewhere');
  });
});
