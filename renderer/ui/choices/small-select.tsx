import { ChevronDown } from 'lucide-react';
import styles from './small-select.module.css';

interface SmallSelectProps {
  /** What it is for; only heard, as many of them stand below each other. */
  label: string;
  options: readonly { value: string; label: string }[];
  value: string;
  isDisabled?: boolean;
  onChange: (value: string) => void;
}

/** One of several where there are dozens of such choices: the browser's own list costs next to nothing. */
export function SmallSelect({ label, options, value, isDisabled = false, onChange }: SmallSelectProps) {
  return (
    <span className={styles.select}>
      <select
        aria-label={label}
        value={value}
        disabled={isDisabled}
        onChange={({ target }) => onChange(target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown size={14} aria-hidden="true" />
    </span>
  );
}
