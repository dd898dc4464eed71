import { type FormEvent, useState } from 'react';
import { longestLine } from '../../../shared/domain/primitives';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog/dialog';
import { Field } from '../../ui/fields/field';
import { openAddress } from './import-steps';

/** The address that did not come, to be mended and tried again. */
let unfetched = '';

/** Asks for the address of a page. The only place from which Stet uses the network. */
export function WebDialog({ onClose }: { onClose: () => void }) {
  const [address, setAddress] = useState(unfetched);
  const [tried, setTried] = useState(false);
  const isEmpty = address.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isEmpty) return;
    unfetched = address;
    onClose();
    void openAddress(address).then((came) => {
      if (came) unfetched = '';
    });
  };
  return (
    <Dialog
      title="Open from the web"
      onClose={onClose}
      onSubmit={submit}
      buttons={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit">
            Fetch
          </Button>
        </>
      }
    >
      <Field
        label="Address of the article"
        hint="Stet asks before it fetches the page, sends nothing of yours along, and keeps a copy of what came."
        placeholder="https://"
        maxLength={longestLine}
        value={address}
        onChange={setAddress}
        problem={tried && isEmpty ? 'Type or paste the address of a page.' : null}
        autoFocus
      />
    </Dialog>
  );
}
