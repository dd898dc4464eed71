import type { ReactNode } from 'react';
import { createContext, useContext, useId } from 'react';
import { ProgressMeter } from '#renderer/window/ui/layout/progress-meter.tsx';
import { statusLooks, verdicts } from '#shared/domain/base/verdict.ts';
import type { TimelinePoint } from '#shared/domain/library/overview.ts';
import { formatNumber } from '#shared/text/format/numbers.ts';
import styles from './charts.module.css';

interface Bar {
  key: string;
  label: string;
  /** The parts of the bar, each with the class that colours it. */
  parts: readonly { tone: string; amount: number }[];
}

interface BarChartProps {
  bars: readonly Bar[];
  /** The amount of a full bar; that of the longest one where the bars are no parts of a whole. */
  total?: number;
}

export function BarChart({ bars, total }: BarChartProps) {
  const sum = ({ parts }: Bar) => parts.reduce((total, { amount }) => total + amount, 0);
  const full = Math.max(1, total ?? Math.max(...bars.map(sum)));
  return (
    <ul className={`plain-list ${styles.bars}`}>
      {bars.map((bar) => (
        <li key={bar.key}>
          <span className={styles.label}>
            <bdi>{bar.label}</bdi>
          </span>
          <ProgressMeter parts={bar.parts} total={full} />
          <span className={styles.number}>{formatNumber(sum(bar))}</span>
        </li>
      ))}
    </ul>
  );
}

interface TableData {
  columns: readonly string[];
  rows: readonly { key: string; cells: readonly string[] }[];
}

interface DataTableProps extends TableData {
  caption: string;
  /** Whether only screen readers get it, because the same is drawn. */
  isHidden: boolean;
}

/** The numbers of a chart as a table. The first column names its row. */
function DataTable({ caption, columns, rows, isHidden }: DataTableProps) {
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

/** The size of the drawing in its own units; CSS stretches it to the width of the dialog. */
const width = 1000;
const height = 160;

/** The claims with each verdict over time, as stacked areas with steps. */
export function TimelineChart({ points }: { points: readonly TimelinePoint[] }) {
  const { now } = useContext(OverviewContext);
  const [first] = points;
  if (!first) return null;
  const start = Date.parse(first.at);
  const lengthMs = Math.max(1, now - start);
  const highest = Math.max(1, ...points.map(({ counts }) => countClaims(counts, verdicts.length)));
  const getX = ({ at }: TimelinePoint) => ((Date.parse(at) - start) / lengthMs) * width;
  const getY = (count: number) => height - (count / highest) * height;
  return (
    <>
      <svg className={styles.timeline} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none">
        <title>Verdicts over time</title>
        {/* From the axis upwards: what is settled first, what is open on top. */}
        {verdicts.map((verdict, layer) => (
          <path
            key={verdict}
            className={`${styles.area} ${verdict}`}
            d={drawArea(
              points.map((point) => ({
                x: getX(point),
                top: getY(countClaims(point.counts, layer + 1)),
                bottom: getY(countClaims(point.counts, layer)),
              })),
            )}
          />
        ))}
      </svg>
      <ul className={`wrapping-row small-muted plain-list ${styles.legend}`}>
        {verdicts.map((verdict) => (
          <li key={verdict} className={verdict}>
            <i className={styles.swatch} /> {statusLooks[verdict].glyph} {statusLooks[verdict].label}
          </li>
        ))}
      </ul>
    </>
  );
}

function countClaims(counts: TimelinePoint['counts'], layers: number): number {
  return verdicts.slice(0, layers).reduce((sum, verdict) => sum + counts[verdict], 0);
}

/** The outline of one layer: along its top to the right, and back along its bottom. Counts hold until the next point. */
function drawArea(points: readonly { x: number; top: number; bottom: number }[]): string {
  const end = { x: width };
  const steps = points.map((point, index) => ({ ...point, right: (points[index + 1] ?? end).x }));
  const tops = steps.map(({ x, right, top }) => `L${x} ${top} L${right} ${top}`);
  const bottoms = steps.toReversed().map(({ x, right, bottom }) => `L${right} ${bottom} L${x} ${bottom}`);
  return `M${steps[0]?.x ?? 0} ${steps[0]?.top ?? 0} ${tops.join(' ')} ${bottoms.join(' ')} Z`;
}

/** Whether the numbers are shown as tables instead of drawings, and until when they hold, in milliseconds since the epoch. */
export const OverviewContext = createContext({ showsTables: false, now: 0 });

interface ChartSectionProps {
  title: string;
  /** One sentence that says the most important number. */
  summary: string;
  table: TableData;
  /** The drawing, which screen readers skip. */
  children: ReactNode;
}

/** A titled drawing with the same numbers as a table, of which one is seen. Screen readers always get the table. */
export function ChartSection({ title, summary, table, children }: ChartSectionProps) {
  const { showsTables } = useContext(OverviewContext);
  const titleId = useId();
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <h3 id={titleId} className="section-heading">
        {title}
      </h3>
      <p>{summary}</p>
      {!showsTables && table.rows.length > 0 && <div aria-hidden="true">{children}</div>}
      {table.rows.length > 0 && <DataTable {...table} caption={title} isHidden={!showsTables} />}
    </section>
  );
}
