import { Check, ChevronDown } from 'lucide-react';
import {
  Button as AriaButton,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
} from 'react-aria-components';
import { type ClaimOrder, claimOrders } from '../../../../shared/domain/claims/claim-filter';
import { type ClaimColoring, claimColorings } from '../../../../shared/domain/settings';
import { updatePreferences, usePreferences } from '../../../state/preferences';
import { useReviewView } from '../../../state/view/review-view';
import optionList from '../../../ui/choices/option-list.module.css';
import styles from './filters.module.css';

const orderLabels: Record<ClaimOrder, string> = {
  place: 'Place',
  verdict: 'Verdict',
  changed: 'Last change',
};

const coloringLabels: Record<ClaimColoring, string> = { verdict: 'By verdict', source: 'By source' };

interface ChoiceSectionProps<T extends string> {
  label: string;
  options: readonly T[];
  labels: Record<T, string>;
  value: T;
  onChange: (value: T) => void;
}

function ChoiceSection<T extends string>({ label, options, labels, value, onChange }: ChoiceSectionProps<T>) {
  return (
    <MenuSection
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[`${label}/${value}`]}
      onSelectionChange={(keys) => {
        const chosen = options.find((option) => keys !== 'all' && keys.has(`${label}/${option}`));
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      <Header className={styles.heading}>{label}</Header>
      {options.map((option) => (
        <MenuItem
          key={option}
          id={`${label}/${option}`}
          className={`${optionList.option} ${styles.item}`}
          textValue={labels[option]}
        >
          {({ isSelected }) => (
            <>
              <Check size={14} aria-hidden="true" visibility={isSelected ? 'visible' : 'hidden'} />
              {labels[option]}
            </>
          )}
        </MenuItem>
      ))}
    </MenuSection>
  );
}

/** The menu with the order of the list, and what claims are coloured by. The button names an order that is not the usual one. */
export function SortMenu() {
  const order = useReviewView((view) => view.order);
  const coloring = usePreferences(({ claimColoring }) => claimColoring);
  return (
    <MenuTrigger>
      <AriaButton className={styles.button} data-chosen={order !== 'place' || undefined}>
        <span className={styles.words} data-clip="">
          {order === 'place' ? 'Sort' : orderLabels[order]}
        </span>
        <ChevronDown size={14} aria-hidden="true" />
      </AriaButton>
      <Popover className={optionList.popover}>
        <Menu className={optionList.list} aria-label="Sort and colour">
          <ChoiceSection
            label="Sort by"
            options={claimOrders}
            labels={orderLabels}
            value={order}
            onChange={(chosen) => useReviewView.setState({ order: chosen })}
          />
          <ChoiceSection
            label="Colour claims"
            options={claimColorings}
            labels={coloringLabels}
            value={coloring}
            onChange={(chosen) => void updatePreferences({ claimColoring: chosen })}
          />
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
