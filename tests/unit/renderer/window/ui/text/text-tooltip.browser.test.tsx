import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ClippedText } from '#renderer/window/ui/text/isolated-text.tsx';
import { TextTooltip } from '#renderer/window/ui/text/text-tooltip.tsx';
import { show } from '#tests/unit/renderer/support/open-session.tsx';

const long = 'The ferry carried 1.2 million people over the river in 2019, more than in any year before it.';
let shown: ReturnType<typeof show>;

beforeEach(() => {
  shown = show(
    null,
    <div style={{ overflow: 'auto' }}>
      <button type="button">Before</button>
      <button type="button" style={{ display: 'block', width: 120 }}>
        <ClippedText lines={2}>{long}</ClippedText>
      </button>
      <button type="button" style={{ display: 'block', width: 120 }}>
        <ClippedText>Short</ClippedText>
      </button>
      <button type="button" data-tip="Verified">
        ✓
      </button>
      <div data-testid="other" style={{ height: 50, overflow: 'auto' }}>
        <div style={{ height: 200 }} />
        <div style={{ height: 400 }} data-tip="Read far down">
          Far down
        </div>
      </div>
      <div style={{ height: 600 }} />
      <TextTooltip />
    </div>,
    { width: 300, height: 300 },
  );
});

afterEach(() => shown.close());

const tip = () => page.getByRole('tooltip');

/** From a control of this test: where Tab goes first depends on what was clicked in the page before. */
async function tabToText(): Promise<void> {
  const before = page.getByRole('button', { name: 'Before', exact: true });
  before.element().focus();
  await expect.element(before).toHaveFocus();
  await userEvent.tab();
}

describe('the tooltip of a text that is cut off', () => {
  it('the tooltip shows the full text while its control has the keyboard focus, until Escape', async () => {
    await tabToText();
    await expect.element(tip()).toHaveTextContent(long);
    await userEvent.keyboard('{Escape}');
    await expect.element(tip()).not.toBeInTheDocument();
  });

  it('the tooltip of the focus stays wherever the mouse rests', async () => {
    await tabToText();
    document.body.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    await expect.element(tip()).toHaveTextContent(long);
    await userEvent.keyboard('{Escape}');
  });

  it('the tooltip of the focus stays when another text comes under a mouse that rests', async () => {
    const box = page.getByTestId('other');
    await userEvent.hover(box);
    await tabToText();
    await expect.element(tip()).toHaveTextContent(long);
    let isUnderMouse = false;
    page
      .getByText('Far down')
      .element()
      .addEventListener('pointerover', () => {
        isUnderMouse = true;
      });
    box.element().scrollTop = 300;
    await expect.poll(() => isUnderMouse).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 700));
    await expect.element(tip()).toHaveTextContent(long);
    await userEvent.hover(page.getByRole('button', { name: '✓' }));
    await expect.element(tip()).toHaveTextContent('Verified');
  });

  it('the tooltip stays when something else scrolls, and when the event of its own text’s scrolling comes late', async () => {
    await tabToText();
    await expect.element(tip()).toHaveTextContent(long);
    page.getByTestId('other').element().scrollTop = 40;
    document.dispatchEvent(new Event('scroll'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    await expect.element(tip()).toBeVisible();
    await userEvent.keyboard('{Escape}');
  });

  it('the tooltip goes when its text is scrolled away', async () => {
    await tabToText();
    await expect.element(tip()).toHaveTextContent(long);
    page.getByRole('button', { name: long }).element().parentElement?.scrollBy(0, 10);
    await expect.element(tip()).not.toBeInTheDocument();
  });

  it('the tooltip shows the full text under the mouse, and stays while the mouse is on it', async () => {
    await userEvent.hover(page.getByRole('button', { name: long }));
    await expect.element(tip()).toHaveTextContent(long);
    await userEvent.hover(tip());
    await new Promise((resolve) => setTimeout(resolve, 600));
    await expect.element(tip()).toBeVisible();
    await userEvent.hover(document.body);
    await expect.element(tip()).not.toBeInTheDocument();
  });

  it('text that is not cut off has no tooltip', async () => {
    await userEvent.hover(page.getByRole('button', { name: 'Short' }));
    await new Promise((resolve) => setTimeout(resolve, 900));
    await expect.element(tip()).not.toBeInTheDocument();
  });

  it('the tooltip shows the text for an icon', async () => {
    await userEvent.hover(page.getByRole('button', { name: '✓' }));
    await expect.element(tip()).toHaveTextContent('Verified');
  });

  it('screen readers get the full text', async () => {
    await expect.element(page.getByRole('button', { name: long })).toBeVisible();
  });
});
