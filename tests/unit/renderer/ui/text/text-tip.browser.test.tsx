import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ClippedText } from '../../../../../renderer/ui/text/clipped-text';
import { TextTip } from '../../../../../renderer/ui/text/text-tip';
import { show } from '../../support/open-session';

const long = 'The ferry carried 1.2 million people over the river in 2019, more than in any year before it.';
let shown: ReturnType<typeof show>;

beforeEach(() => {
  shown = show(
    null,
    <div>
      <button type="button" style={{ display: 'block', width: 120 }}>
        <ClippedText lines={2}>{long}</ClippedText>
      </button>
      <button type="button" style={{ display: 'block', width: 120 }}>
        <ClippedText>Short</ClippedText>
      </button>
      <button type="button" data-tip="Verified">
        ✓
      </button>
      <TextTip />
    </div>,
    { width: 300, height: 300 },
  );
});

afterEach(() => shown.close());

const tip = () => page.getByRole('tooltip');

describe('the tip of a text that is cut off', () => {
  it('shows all of it while its control has the keyboard focus, until Escape', async () => {
    await userEvent.tab();
    await expect.element(tip()).toHaveTextContent(long);
    await userEvent.keyboard('{Escape}');
    await expect.element(tip()).not.toBeInTheDocument();
  });

  it('keeps it for the keyboard wherever the mouse rests', async () => {
    await userEvent.tab();
    document.body.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    await expect.element(tip()).toHaveTextContent(long);
    await userEvent.keyboard('{Escape}');
  });

  it('shows all of it under the mouse, and stays while the mouse is on the tip', async () => {
    await userEvent.hover(page.getByRole('button', { name: long }));
    await expect.element(tip()).toHaveTextContent(long);
    await userEvent.hover(tip());
    await new Promise((resolve) => setTimeout(resolve, 600));
    await expect.element(tip()).toBeVisible();
    await userEvent.hover(document.body);
    await expect.element(tip()).not.toBeInTheDocument();
  });

  it('is not there for text that is shown whole', async () => {
    await userEvent.hover(page.getByRole('button', { name: 'Short' }));
    await new Promise((resolve) => setTimeout(resolve, 900));
    await expect.element(tip()).not.toBeInTheDocument();
  });

  it('gives the word for a sign', async () => {
    await userEvent.hover(page.getByRole('button', { name: '✓' }));
    await expect.element(tip()).toHaveTextContent('Verified');
  });

  it('leaves the whole text to screen readers', async () => {
    await expect.element(page.getByRole('button', { name: long })).toBeVisible();
  });
});
