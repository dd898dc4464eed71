interface ShortTextProps {
  /** What is shown. */
  short: string;
  /** What it was shortened from. */
  full: string;
}

/** Text that was shortened in the middle of a sentence: screen readers have all of it, `TextTip` shows it to everyone else. */
export function ShortText({ short, full }: ShortTextProps) {
  if (short === full) return full;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: that is how the keyboard gets to what was left out
    <span data-tip={full} tabIndex={0}>
      <span aria-hidden="true">{short}</span>
      <span className="aside-voice">{full}</span>
    </span>
  );
}
