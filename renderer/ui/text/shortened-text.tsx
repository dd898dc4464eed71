interface ShortenedTextProps {
  /** The text that is shown. */
  short: string;
  /** The text before it was shortened. */
  full: string;
}

/** Text that was shortened in the middle. Screen readers read all of it; `TextTooltip` shows all of it to everyone else. */
export function ShortenedText({ short, full }: ShortenedTextProps) {
  if (short === full) return full;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard reaches the tooltip with the full text by it
    <span data-tip={full} tabIndex={0}>
      <span aria-hidden="true">{short}</span>
      <span className="screen-reader-only">{full}</span>
    </span>
  );
}
