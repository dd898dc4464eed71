import { refuseDamaged } from '../../../shared/import/problems';
import type { Format } from '../format';
import { type CompoundFile, readCompoundFile } from '../ole/compound-file';
import type { Mail } from './mail';
import { createMailDraft, createMailText } from './mail-draft';
import { parseMsg } from './parse-msg';

/** The stream that all messages of Outlook have. */
const mainStream = '__properties_version1.0';

function openMsg(bytes: Uint8Array): Mail | null {
  const file: CompoundFile | null = readCompoundFile(bytes);
  return file && parseMsg(file);
}

/** Messages as Outlook saves them (.msg, [MS-OXMSG]): `parse-msg.ts` parses one, `mail-draft.ts` makes a draft of it. */
export const msg: Format = {
  matches: ({ bytes }) => readCompoundFile(bytes)?.has(mainStream) ?? false,
  readDraft: ({ origin, bytes }) => {
    const mail = openMsg(bytes);
    return mail ? createMailDraft(origin, mail) : refuseDamaged(origin.name);
  },
  readText: ({ bytes }) => {
    const mail = openMsg(bytes);
    return mail ? createMailText(mail) : { state: 'unreadable', why: 'The message is damaged.' };
  },
};
