import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Disclosure as AriaDisclosure, Button, DisclosurePanel, Heading } from 'react-aria-components';
import styles from './disclosure.module.css';

interface DisclosureProps {
  label: string;
  /** One line about what is inside, so that it need not be opened to be known. */
  summary: string;
  children: ReactNode;
}

/** Fields that are folded away until they are asked for. */
export function Disclosure({ label, summary, children }: DisclosureProps) {
  return (
    <AriaDisclosure>
      <Heading level={3} className={styles.heading}>
        <Button slot="trigger" className={styles.trigger}>
          <ChevronRight size={14} aria-hidden="true" />
          <span className={styles.words}>
            {label}
            <small>{summary}</small>
          </span>
        </Button>
      </Heading>
      <DisclosurePanel>
        <div className={styles.panel}>{children}</div>
      </DisclosurePanel>
    </AriaDisclosure>
  );
}
