import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Button } from '#renderer/window/ui/button.tsx';
import { show } from '#tests/unit/renderer/support/open-session.tsx';

let shown: ReturnType<typeof show>;
const done: string[] = [];

function Form({ isPending }: { isPending: boolean }) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        done.push('submitted');
      }}
    >
      <Button type="submit" isPending={isPending} onPress={() => done.push('pressed')}>
        Open article
      </Button>
    </form>
  );
}

afterEach(() => shown.close());

it('a pending button keeps the focus and does nothing, and leaves no announcement behind', async () => {
  shown = show(null, <Form isPending={false} />, { width: 300, height: 100 });
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  expect(done.toSorted()).toEqual(['pressed', 'submitted']);
  shown.rerender(<Form isPending />);
  await userEvent.keyboard('{Enter}');
  await userEvent.keyboard(' ');
  expect(done).toHaveLength(2);
  const button = page.getByRole('button', { name: 'Open article' });
  await expect.element(button).toHaveFocus();
  await expect.element(button).toHaveAttribute('aria-disabled', 'true');
  shown.rerender(<Form isPending={false} />);
  await userEvent.keyboard('{Enter}');
  expect(done).toHaveLength(4);
  // An announcement that names the button by its id would be empty once its dialog is gone.
  expect(document.querySelector('[role="img"][aria-labelledby]')).toBeNull();
});

it('what is around a button does not notice that it is pressed', async () => {
  const noticed: string[] = [];
  const note = ({ type }: { type: string }) => noticed.push(type);
  shown = show(
    null,
    <div role="none" onPointerDown={note} onClick={note}>
      <Button onPress={() => noticed.push('pressed')}>Mark</Button>
    </div>,
    { width: 300, height: 100 },
  );
  await userEvent.click(page.getByRole('button', { name: 'Mark' }));
  expect(noticed).toEqual(['pressed']);
});

it('a button pressed by mouse takes the focus without a ring, and leaves the words selected that are', async () => {
  shown = show(
    null,
    <>
      <input aria-label="Search" />
      <p style={{ userSelect: 'text' }}>The mill closed.</p>
      <Button>Bin</Button>
    </>,
    { width: 300, height: 200 },
  );
  await userEvent.type(page.getByRole('textbox', { name: 'Search' }), 'mill');
  const button = page.getByRole('button', { name: 'Bin' });
  await userEvent.click(button);
  await expect.element(button).toHaveFocus();
  expect(button.element().matches(':focus-visible')).toBe(false);

  getSelection()?.selectAllChildren(page.getByText('The mill closed.').element());
  await userEvent.click(button);
  expect(String(getSelection())).toBe('The mill closed.');
});
