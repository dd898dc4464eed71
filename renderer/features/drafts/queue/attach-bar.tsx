import { useKeyName } from '../../../state/keys';
import { Button } from '../../../ui/button';
import styles from './attach-bar.module.css';
import { QueueKeys } from './queue-keys';
import { attachToSelection, stopAttaching } from './queue-steps';

/** The bar at selected words while a claim is being attached to them. */
export function AttachBar() {
  return (
    <>
      <Button shortcut={useKeyName('resize')} onPress={attachToSelection}>
        Attach the claim here
      </Button>
      <span className={styles.hint}>Then judge it</span>
    </>
  );
}

const attachingKeys = new Map([['ESCAPE', stopAttaching]]);

/** The banner above the article while a claim is being attached. */
export function AttachInstructions() {
  const key = useKeyName('resize');
  return (
    <>
      <QueueKeys keys={attachingKeys} />
      <p>
        Select the words that the claim is about now, then {key ? `press ${key}` : 'attach the claim to them'}
        .
      </p>
      <Button onPress={stopAttaching}>Back to the queue</Button>
    </>
  );
}
