import styles from './charts.module.css';

export interface TableData {
  columns: readonly string[];
  rows: readonly { key: string; cells: readonly string[] }[];
}

interface DataTableProps extends TableData {
  caption: string;
  /** Whether only screen readers get it, because the same is drawn. */
  isHidden: boolean;
}

/** The numbers of a chart as a table. The first column names its row. */
export function DataTable({ caption, columns, rows, isHidden }: DataTableProps) {
  return (
    <div className={isHidden ? 'screen-reader-only' : styles.frame}>
      <table className={styles.table}>
        <caption className="screen-reader-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [name, ...values] }) => (
            <tr key={key}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              {values.map((value, index) => (
                <td key={columns[index + 1]}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
