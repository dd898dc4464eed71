import { type ReactNode, useRef } from 'react';
import { type PanelName, resizePanel, usePanels } from '../../state/view/panels';
import { Splitter } from '../../ui/layout/splitter';
import styles from './panel.module.css';

interface PanelProps {
  name: PanelName;
  side: 'left' | 'right';
  isNarrow: boolean;
  children: ReactNode;
}

const labels = { claims: 'Width of the claims panel', card: 'Width of the claim card' };

/** In CSS pixels, as in `panel.module.css`. */
const widthRanges = { claims: { min: 180, max: 480 }, card: { min: 260, max: 560 } };
const defaultWidths = { claims: 286, card: 372 };

/**
 * A panel beside the article. In a narrow window the lists cover a part of the article; the card never covers the words that it
 * is about, so it takes a part of the window, beside the article or below it.
 */
export function Panel({ name, side, isNarrow, children }: PanelProps) {
  const width = usePanels((panels) => panels.width[name]);
  const panel = useRef<HTMLElement>(null);
  const splitter = (
    <Splitter
      label={labels[name]}
      side={side}
      range={widthRanges[name]}
      measureWidth={() => panel.current?.offsetWidth ?? width ?? defaultWidths[name]}
      onResize={(newWidth) => resizePanel(name, newWidth)}
    />
  );
  return (
    <aside
      ref={panel}
      className={`${styles.panel} ${styles[name]} ${isNarrow ? styles.narrow : ''}`}
      style={isNarrow || width === null ? undefined : { width }}
      aria-label={name === 'claims' ? 'Claims panel' : 'Claim panel'}
    >
      {side === 'right' && !isNarrow && splitter}
      {children}
      {side === 'left' && !isNarrow && splitter}
    </aside>
  );
}
