import { expect, onTestFinished, test } from 'vitest';
import { VirtualTable } from '#renderer/window/ui/lists/virtual-table.tsx';
import { show } from '#tests/unit/renderer/support/open-session.tsx';
import { waitForLayout } from '#tests/unit/renderer/support/rows.ts';

const items = Array.from({ length: 2_000 }, (_, index) => ({ id: `article ${index + 1}` }));
const getKey = ({ id }: { id: string }) => id;

function openTable() {
  const { column, close } = show(
    null,
    <div style={{ overflow: 'auto' }}>
      <VirtualTable
        className=""
        items={items}
        getKey={getKey}
        estimatedRowHeight={20}
        header={<th scope="col">Article</th>}
      >
        {({ id }) => (
          <th scope="row">
            <button type="button" style={{ height: 30 }}>
              {id}
            </button>
          </th>
        )}
      </VirtualTable>
    </div>,
    { width: 300, height: 300 },
  );
  onTestFinished(close);
  const scroller = column.firstElementChild;
  if (!scroller) throw new Error('the table is not shown');
  const listRows = () => [...column.querySelectorAll<HTMLElement>('tr[data-index]')];
  return { column, scroller, listRows };
}

test('a long table renders the rows in and around the view, and says how many there are', async () => {
  const { column, scroller, listRows } = openTable();
  await waitForLayout();
  expect(listRows().length).toBeLessThan(40);
  expect(column.querySelector('table')?.getAttribute('aria-rowcount')).toBe('2001');
  expect(listRows()[0]?.getAttribute('aria-rowindex')).toBe('2');

  scroller.scrollTo({ top: 1e7 });
  await waitForLayout();
  scroller.scrollTo({ top: 1e7 });
  await waitForLayout();
  expect(listRows().at(-1)?.textContent).toBe('article 2000');
  expect(listRows().length).toBeLessThan(40);
  const bottom = listRows().at(-1)?.getBoundingClientRect().bottom ?? 0;
  expect(Math.abs(bottom - scroller.getBoundingClientRect().bottom)).toBeLessThan(20);
});

test('its row with the focus stays in the page when it is scrolled out of view', async () => {
  const { column, scroller, listRows } = openTable();
  await waitForLayout();
  const third = listRows()[2]?.querySelector('button');
  third?.focus();
  scroller.scrollTo({ top: 20_000 });
  await waitForLayout();
  expect(document.activeElement).toBe(third);
  const tops = listRows().map((row) => row.getBoundingClientRect().top);
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  expect(column.querySelectorAll('tr[aria-hidden]').length).toBeGreaterThan(0);
});
