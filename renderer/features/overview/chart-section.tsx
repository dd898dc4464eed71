import { type ReactNode, useId } from 'react';
import styles from './charts.module.css';
import { DataTable, type TableData } from './data-table';

interface ChartSectionProps {
  title: string;
  /** One sentence that says the most important number. */
  summary: string;
  table: TableData;
  showsTable: boolean;
  /** The drawing, which screen readers skip. */
  children: ReactNode;
}

/** A titled drawing with the same numbers as a table, of which one is seen. Screen readers always get the table. */
export function ChartSection({ title, summary, table, showsTable, children }: ChartSectionProps) {
  const titleId = useId();
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <h3 id={titleId} className="section-heading">
        {title}
      </h3>
      <p className={styles.summary}>{summary}</p>
      {!showsTable && table.rows.length > 0 && <div aria-hidden="true">{children}</div>}
      {table.rows.length > 0 && <DataTable {...table} caption={title} isHidden={!showsTable} />}
    </section>
  );
}
