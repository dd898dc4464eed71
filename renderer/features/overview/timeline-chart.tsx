import type { TimelinePoint } from '../../../shared/domain/overview/verdict-timeline';
import { statusLooks, verdicts } from '../../../shared/domain/verdict';
import styles from './charts.module.css';

/** The size of the drawing in its own units; CSS stretches it to the width of the dialog. */
const width = 1000;
const height = 160;

interface TimelineChartProps {
  points: readonly TimelinePoint[];
  /** Until when the last counts hold, in milliseconds since the epoch. */
  now: number;
}

/** The claims with each verdict over time, as stacked areas with steps. */
export function TimelineChart({ points, now }: TimelineChartProps) {
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
      <ul className={styles.legend}>
        {verdicts.map((verdict) => (
          <li key={verdict} className={verdict}>
            <i className={styles.swatch} /> {statusLooks[verdict].glyph} {statusLooks[verdict].label}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The number of claims in the lowest layers. */
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
