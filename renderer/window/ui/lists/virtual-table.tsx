import { type ReactNode, useRef } from 'react';
import { useVirtualRows } from './use-virtual-rows.ts';

interface VirtualTableProps<T> {
  className: string | undefined;
  items: readonly T[];
  /** Identifies an item while the table changes. The same function at each render. */
  getKey: (item: T) => string;
  /** The height of a row until it is measured, in CSS pixels. */
  estimatedRowHeight: number;
  /** The cells of the first row. */
  header: ReactNode;
  /** The cells of an item. */
  children: (item: T) => ReactNode;
}

/**
 * A long table with only the rows in and around the view rendered, as `VirtualList` does: an empty row stands for those before,
 * between and after them. It has to be in an element that scrolls, and its columns in widths that do not depend on the rows.
 */
export function VirtualTable<T>(props: VirtualTableProps<T>) {
  const { className, items, getKey, estimatedRowHeight, header, children } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const { virtualizer, scrollMargin, focusProps } = useVirtualRows({
    rows: body,
    items,
    getKey,
    estimatedRowHeight,
    scroller: null,
    movesFocusOnRemoval: true,
  });
  let end = scrollMargin;
  const rows = virtualizer.getVirtualItems().flatMap((row) => {
    const item = items[row.index];
    if (item === undefined) return [];
    const gap = row.start - end;
    end = row.end;
    return [
      gap > 0 && <Gap key={`before ${row.key}`} height={gap} />,
      <tr
        key={row.key}
        ref={virtualizer.measureElement}
        data-index={row.index}
        // The row of the header is the first one.
        aria-rowindex={row.index + 2}
      >
        {children(item)}
      </tr>,
    ];
  });
  const after = scrollMargin + virtualizer.getTotalSize() - end;
  return (
    <table className={className} aria-rowcount={items.length + 1}>
      <thead>
        <tr aria-rowindex={1}>{header}</tr>
      </thead>
      <tbody ref={body} {...focusProps}>
        {rows}
        {after > 0 && <Gap height={after} />}
      </tbody>
    </table>
  );
}

function Gap({ height }: { height: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row of a table takes no focus
    <tr aria-hidden="true">
      <td style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}
