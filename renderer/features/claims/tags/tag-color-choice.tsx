import { Label, Radio, RadioGroup } from 'react-aria-components';
import { type TagColor, tagColors } from '../../../../shared/domain/tag';
import fieldStyles from '../../../ui/fields/field.module.css';
import styles from './tags.module.css';

export const tagColorLabels: Record<TagColor, string> = {
  red: 'Red',
  orange: 'Orange',
  yellow: 'Yellow',
  green: 'Green',
  teal: 'Teal',
  blue: 'Blue',
  purple: 'Purple',
  grey: 'Grey',
};

interface TagColorChoiceProps {
  label: string;
  value: TagColor;
  onChange: (color: TagColor) => void;
}

/** One of the eight colours, each with its name; that of the chosen one is written beside them. */
export function TagColorChoice({ label, value, onChange }: TagColorChoiceProps) {
  return (
    <RadioGroup
      className={styles.colors}
      orientation="horizontal"
      value={value}
      onChange={(chosen) => {
        const color = tagColors.find((one) => one === chosen);
        if (color) onChange(color);
      }}
    >
      <Label className={fieldStyles.label}>{label}</Label>
      <div className={styles.swatches}>
        {tagColors.map((color) => (
          <Radio
            key={color}
            value={color}
            className={`${styles.swatch} has-hidden-input tag-${color}`}
            aria-label={tagColorLabels[color]}
            data-tip={tagColorLabels[color]}
          >
            <span className={styles.dot} aria-hidden="true" />
          </Radio>
        ))}
        <small aria-hidden="true">{tagColorLabels[value]}</small>
      </div>
    </RadioGroup>
  );
}
