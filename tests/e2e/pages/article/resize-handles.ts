import type { Locator, Page } from '@playwright/test';
import type { Point, TextPosition } from '../../support/page/locate-text';

/** The handles that change which words the current claim is on. */
export class ResizeHandles {
  constructor(
    private readonly page: Page,
    private readonly main: Locator,
    /** Finds the position of some words in the window. */
    private readonly locate: (words: string) => Promise<TextPosition>,
  ) {}

  /** Drags a resize handle of the current claim: its end to the end of some words, or its start to their start. */
  async drag(end: 'start' | 'end', words: string): Promise<void> {
    await this.startDrag(end, words);
    await this.release();
  }

  /** Does the same without releasing the mouse button. */
  async startDrag(end: 'start' | 'end', words: string): Promise<void> {
    const { from, to } = await this.planDrag(end, words);
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(to.x, to.y, { steps: 4 });
  }

  release(): Promise<void> {
    return this.page.mouse.up();
  }

  /** Whether the resize handles are at both ends of some words. */
  async areAt(words: string): Promise<boolean> {
    const position = await this.locate(words);
    const isNear = async (end: 'start' | 'end', x: number) => {
      const handle = await this.handle(end).boundingBox();
      return handle !== null && Math.abs(handle.x + handle.width / 2 - x) < 8;
    };
    return (await isNear('start', position.start.x)) && (await isNear('end', position.end.x));
  }

  /** Drags a resize handle in one move, and releases it before the window can paint. */
  async flick(end: 'start' | 'end', words: string): Promise<void> {
    const { from, to } = await this.planDrag(end, words);
    // Playwright's own mouse waits for the window after each event.
    const devtools = await this.page.context().newCDPSession(this.page);
    const send = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', at: Point) =>
      devtools.send('Input.dispatchMouseEvent', { type, ...at, button: 'left', buttons: 1, clickCount: 1 });
    await send('mousePressed', from);
    await Promise.all([send('mouseMoved', to), send('mouseReleased', to)]);
    await devtools.detach();
  }

  private handle(end: 'start' | 'end'): Locator {
    return this.main.locator(`[data-resize-handle="${end}"]`);
  }

  /** The points from which and to which the mouse drags a handle. */
  private async planDrag(end: 'start' | 'end', words: string): Promise<{ from: Point; to: Point }> {
    const handle = await this.handle(end).boundingBox();
    if (!handle) throw new Error('the current claim has no resize handle');
    const position = await this.locate(words);
    return {
      // The knob of the handle is above the first line, or below the last one.
      from: { x: handle.x + handle.width / 2, y: end === 'start' ? handle.y : handle.y + handle.height },
      to: position[end],
    };
  }
}
