import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { VirtualList } from '#renderer/window/ui/lists/virtual-list.tsx';
import { choose } from '#tests/unit/effort.ts';
import { show } from '#tests/unit/renderer/support/open-session.tsx';
import { findGaps, findOverlaps, waitForLayout } from '#tests/unit/renderer/support/rows.ts';

interface Row {
  id: string;
  lines: number;
}

const keyOf = ({ id }: Row) => id;

function List({ rows, current = null }: { rows: readonly Row[]; current?: string | null }) {
  return (
    <VirtualList label="Rows" items={rows} getKey={keyOf} estimatedRowHeight={40} currentKey={current}>
      {({ id, lines }) => (
        <button type="button" style={{ display: 'block', width: '100%', height: lines * 18 }}>
          Row {id}
        </button>
      )}
    </VirtualList>
  );
}

let shown: ReturnType<typeof show> | null = null;

afterEach(() => {
  shown?.close();
  shown = null;
});

function open(rows: readonly Row[], height = 400): ReturnType<typeof show> {
  shown = show(null, <List rows={rows} />, { width: 240, height });
  return shown;
}

const list = () => document.querySelector('ol');
const button = (id: string) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === `Row ${id}`);
const rowsOf = (count: number): Row[] =>
  Array.from({ length: count }, (_none, at) => ({ id: String(at), lines: 1 + (at % 5) }));

async function scrollTo(top: number): Promise<void> {
  list()?.parentElement?.scrollTo({ top });
  await waitForLayout();
}

describe('a virtual list', () => {
  it('rows neither overlap nor have gaps, whatever is added, removed, sorted or made taller', async () => {
    const changes = fc.array(
      fc.record({
        what: fc.constantFrom('add', 'take', 'sort', 'grow', 'scroll'),
        at: fc.nat({ max: 60 }),
        lines: fc.integer({ min: 1, max: 9 }),
      }),
      { minLength: 4, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(changes, async (wanted) => {
        let rows = rowsOf(50);
        const { rerender, close } = open(rows);
        for (const [step, { what, at, lines }] of wanted.entries()) {
          if (what === 'add') rows = rows.toSpliced(at, 0, { id: `new ${step}`, lines });
          if (what === 'take') rows = rows.toSpliced(at, lines);
          if (what === 'sort') rows = rows.toSorted((a, b) => a.lines - b.lines || at - 30);
          if (what === 'grow')
            rows = rows.map((row, index) => (index % 7 === at % 7 ? { ...row, lines } : row));
          rerender(<List rows={rows} />);
          if (what === 'scroll') await scrollTo(at * 40);
          await waitForLayout();
          expect(findOverlaps(list())).toEqual([]);
          expect(findGaps(list())).toEqual([]);
        }
        close();
        shown = null;
      }),
      { numRuns: choose(2, 10), seed: 6 },
    );
  });

  it('only the rows in and around the view are rendered', async () => {
    open(rowsOf(5_000));
    await waitForLayout();
    expect(list()?.querySelectorAll('li').length).toBeLessThan(50);
  });

  it('a focused row that is scrolled out of view keeps the focus, and Tab works from there', async () => {
    open(rowsOf(300));
    await waitForLayout();
    button('3')?.focus();
    await scrollTo(9_000);
    expect(document.activeElement?.textContent).toBe('Row 3');
    expect(findOverlaps(list())).toEqual([]);
    await userEvent.tab();
    await waitForLayout();
    expect(document.activeElement?.textContent).toBe('Row 4');
    const row = button('4')?.getBoundingClientRect();
    expect(row && row.top >= 0 && row.bottom <= 400).toBe(true);
    await scrollTo(9_000);
    await userEvent.tab({ shift: true });
    expect(document.activeElement?.textContent).toBe('Row 3');
  });

  it('Tab scrolls its target into view, also above rows that were never measured', async () => {
    // All of them taller than they are thought to be.
    const rows = rowsOf(60).map((row) => ({ ...row, lines: row.lines + 4 }));
    shown = show(
      null,
      <div style={{ display: 'grid', gridTemplateRows: 'auto minmax(0, 1fr)' }}>
        <button type="button">Before</button>
        <List rows={rows} />
      </div>,
      { width: 240, height: 400 },
    );
    await waitForLayout();
    await scrollTo(1e6);
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Before')?.focus();
    for (let times = 0; times < 12; times += 1) {
      await userEvent.tab();
      await waitForLayout();
      const box = document.activeElement?.getBoundingClientRect();
      expect(document.activeElement?.textContent).toMatch(/^Row/);
      expect(
        box && box.top >= 20 && box.bottom <= 401,
        `${document.activeElement?.textContent} ${box?.top}`,
      ).toBe(true);
    }
  });

  it('the focus of a removed row moves to the row that takes its place', async () => {
    const rows = rowsOf(300);
    const { rerender } = open(rows);
    await waitForLayout();
    button('3')?.focus();
    rerender(<List rows={rows.toSpliced(3, 1)} />);
    await waitForLayout();
    expect(document.activeElement?.textContent).toBe('Row 4');
    rerender(<List rows={rows.slice(0, 3)} />);
    await waitForLayout();
    expect(document.activeElement?.textContent).toBe('Row 2');
  });

  it('a focused row that moves far away keeps the focus', async () => {
    const rows = rowsOf(300);
    const { rerender } = open(rows);
    await waitForLayout();
    button('3')?.focus();
    rerender(<List rows={rows.toReversed()} />);
    await waitForLayout();
    expect(document.activeElement?.textContent).toBe('Row 3');
  });

  it('the list follows the current item when it moves, and does not scroll otherwise', async () => {
    const rows = rowsOf(300);
    const { rerender } = open(rows);
    const isInView = (id: string) => {
      const row = button(id)?.getBoundingClientRect();
      return row !== undefined && row.top >= 0 && row.bottom <= 400;
    };
    rerender(<List rows={rows} current="200" />);
    await waitForLayout();
    expect(isInView('200')).toBe(true);
    rerender(<List rows={rows.toReversed()} current="200" />);
    await waitForLayout();
    expect(isInView('200')).toBe(true);
    await scrollTo(0);
    rerender(<List rows={rows.toReversed().map((row) => ({ ...row }))} current="200" />);
    await waitForLayout();
    expect(isInView('299')).toBe(true);
  });

  it('an inline list scrolls together with the content above it', async () => {
    const rows = rowsOf(400);
    shown = show(
      null,
      <main style={{ overflowY: 'auto' }}>
        <h1 style={{ height: 150 }}>Above</h1>
        <VirtualList label="Rows" items={rows} getKey={keyOf} estimatedRowHeight={40} isInline>
          {({ id, lines }) => <div style={{ height: lines * 18 }}>Row {id}</div>}
        </VirtualList>
      </main>,
      { width: 240, height: 400 },
    );
    await waitForLayout();
    expect(list()?.querySelector('li')?.getBoundingClientRect().top).toBe(150);
    const main = document.querySelector('main');
    // The end moves on as rows are measured that were only estimated.
    for (let times = 0; times < 3; times += 1) {
      main?.scrollTo({ top: main.scrollHeight });
      await waitForLayout();
    }
    const last = [...(list()?.querySelectorAll('li') ?? [])].at(-1);
    expect(last?.textContent).toBe('Row 399');
    expect(last?.getBoundingClientRect().bottom).toBeCloseTo(400, 0);
    expect(findOverlaps(list())).toEqual([]);
  });
});
