import { type FormEvent, useState } from 'react';
import { client } from '#renderer/window/state/base/client.ts';
import { showError } from '#renderer/window/state/base/notices.ts';
import { runTask } from '#renderer/window/state/base/tasks.ts';
import { Dialog, DialogFooter } from '#renderer/window/ui/dialog/dialog.tsx';
import { Field } from '#renderer/window/ui/fields/field.tsx';
import { maxLineLength } from '#shared/domain/base/primitives.ts';
import { clearImportErrors, readWaitingFiles } from './read-import.ts';

/** Fetches and opens a page, after the person agreed in the system's dialog. False when it was not fetched. */
async function openWebPage(address: string): Promise<boolean> {
  clearImportErrors();
  const fetch = (taskId: string) => client.call('import.fetch', { taskId, address });
  const answer = await runTask('Fetching', fetch, { keepsArticleOpen: false, name: address });
  if (!answer.ok) showError(answer.error.message, 'import');
  else if (answer.value) {
    await readWaitingFiles([answer.value]);
    return true;
  }
  return false;
}

/** The last address that could not be fetched, to be corrected and tried again. */
let failedAddress = '';

/** Asks for the address of a page to import. Only from here does Stet use the network. */
export function WebDialog({ onClose }: { onClose: () => void }) {
  const [address, setAddress] = useState(failedAddress);
  const [isSubmitted, setIsSubmitted] = useState(false);
  const isEmpty = address.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsSubmitted(true);
    if (isEmpty) return;
    failedAddress = address;
    onClose();
    void openWebPage(address).then((isFetched) => {
      if (isFetched) failedAddress = '';
    });
  };
  return (
    <Dialog
      title="Open from the web"
      onClose={onClose}
      onSubmit={submit}
      footer={<DialogFooter confirmLabel="Fetch" onCancel={onClose} />}
    >
      <Field
        label="Address of the article"
        hint="Stet asks before it fetches the page, sends none of your data with it, and keeps a copy of the page."
        placeholder="https://"
        maxLength={maxLineLength}
        value={address}
        onChange={setAddress}
        error={isSubmitted && isEmpty ? 'Type or paste the address of a page.' : null}
        autoFocus
      />
    </Dialog>
  );
}
