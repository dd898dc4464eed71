import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import { type PanelName, resizePanel, usePanels } from '#renderer/window/state/view/panels.ts';
import styles from './panel.module.css';

interface TabsProps<T extends string> {
  label: string;
  tabs: readonly { id: T; label: string; content: ReactNode }[];
  selected: T;
  onSelect: (id: T) => void;
}

/** Panels of which one is shown, chosen by tabs. */
export function Tabs<T extends string>({ label, tabs, selected, onSelect }: TabsProps<T>) {
  return (
    <AriaTabs
      className={styles.tabs}
      selectedKey={selected}
      onSelectionChange={(key) => {
        const tab = tabs.find(({ id }) => id === key);
        if (tab) onSelect(tab.id);
      }}
    >
      <TabList className={styles.tabList} aria-label={label}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className={styles.tab}>
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className={styles.tabPanel}>
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}

interface SplitterProps {
  label: string;
  /** On which side of the splitter its panel is. */
  side: 'left' | 'right';
  /** Returns the current width of the panel, in CSS pixels. */
  measureWidth: () => number;
  /** The limits of the width, in CSS pixels. */
  range: { min: number; max: number };
  onResize: (width: number) => void;
}

/** How far an arrow key moves the splitter, in CSS pixels. */
const keyStep = 24;

/** The border of a panel. It is dragged, or moved with Left and Right. */
function Splitter({ label, side, measureWidth, range, onResize }: SplitterProps) {
  const [width, setWidth] = useState(range.min);
  // The panel can only be measured once it is in the page.
  useEffect(() => setWidth(Math.round(measureWidth())));
  const outward = side === 'left' ? 1 : -1;
  const resize = (wanted: number) => onResize(Math.round(Math.max(range.min, Math.min(range.max, wanted))));
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowRight: keyStep, ArrowLeft: -keyStep }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    resize(measureWidth() + by * outward);
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.preventDefault();
    const { currentTarget: handle, clientX: from } = event;
    const widthBefore = measureWidth();
    handle.setPointerCapture(event.pointerId);
    const move = ({ clientX }: globalThis.PointerEvent) => resize(widthBefore + (clientX - from) * outward);
    handle.addEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', move), {
      once: true,
    });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that can be moved is no <hr>
    <div
      className={styles.splitter}
      data-side={side}
      role="separator"
      aria-label={label}
      aria-orientation="vertical"
      aria-valuemin={range.min}
      aria-valuemax={range.max}
      aria-valuenow={width}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
    />
  );
}

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
