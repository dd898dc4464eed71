import type { ReactNode } from 'react';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog/dialog';
import { Checkbox } from '../../ui/fields/checkbox';
import styles from './overview.module.css';

interface OverviewFrameProps {
  title: string;
  size?: 'wide' | 'huge';
  showsTables: boolean;
  onShowTables: (showsTables: boolean) => void;
  onClose: () => void;
  children: ReactNode;
}

/** The dialog of an overview, with the choice between drawings and tables. */
export function OverviewFrame({
  title,
  size = 'wide',
  showsTables,
  onShowTables,
  onClose,
  children,
}: OverviewFrameProps) {
  return (
    <Dialog
      title={title}
      size={size}
      onClose={onClose}
      footer={
        <>
          <span className={styles.choice}>
            <Checkbox isSelected={showsTables} onChange={onShowTables}>
              Show numbers as tables
            </Checkbox>
          </span>
          <Button kind="primary" onPress={onClose}>
            Close
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
