import { type ReactNode, useRef } from 'react';
import { type PanelName, resizePanel, usePanels } from '../../state/reading/panels';
import { Splitter } from '../../ui/layout/splitter';
import styles from './panel.module.css';

interface PanelProps {
  name: PanelName;
  side: 'left' | 'right';
  narrow: boolean;
  children: ReactNode;
}

const labels = { claims: 'Width of the claims panel', card: 'Width of the claim card' };

/** In CSS pixels. */
const ranges = { claims: { least: 180, most: 480 }, card: { least: 260, most: 560 } };
const usual = { claims: 286, card: 372 };

/** A panel beside the article; in a narrow window it lies over it. */
export function Panel({ name, side, narrow, children }: PanelProps) {
  const width = usePanels((panels) => panels.width[name]);
  const panel = useRef<HTMLElement>(null);
  const splitter = (
    <Splitter
      label={labels[name]}
      side={side}
      range={ranges[name]}
      measure={() => panel.current?.offsetWidth ?? width ?? usual[name]}
      onResize={(resized) => resizePanel(name, resized)}
    />
  );
  return (
    <aside
      ref={panel}
      className={`${styles.panel} ${styles[name]} ${narrow ? styles.over : ''}`}
      style={narrow || width === null ? undefined : { width }}
      aria-label={name === 'claims' ? 'Claims panel' : 'Claim panel'}
    >
      {side === 'right' && !narrow && splitter}
      {children}
      {side === 'left' && !narrow && splitter}
    </aside>
  );
}
