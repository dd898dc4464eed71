import { refuseDamaged } from '../../../shared/import/problems';
import type { Format, InputFile, Reporter } from '../format';
import { type CompoundFile, readCompoundFile } from '../ole/compound-file';
import type { Mail } from './mail';
import { createMailDraft, createMailText } from './mail-draft';
import { parseMsg } from './parse-msg';

/** The stream that all messages of Outlook have. */
const mainStream = '__properties_version1.0';

async function openMsg({ bytes, encoding }: InputFile, reporter: Reporter): Promise<Mail | null> {
  const file: CompoundFile | null = readCompoundFile(bytes);
  return file && parseMsg(file, encoding ?? null, reporter);
}

/** Messages as Outlook saves them (.msg, [MS-OXMSG]): `parse-msg.ts` parses one, `mail-draft.ts` makes a draft of it. */
export const msg: Format = {
  matches: ({ bytes }) => readCompoundFile(bytes)?.has(mainStream) ?? false,
  readDraft: async (file, reporter) => {
    const mail = await openMsg(file, reporter);
    return mail ? createMailDraft(file.origin, mail) : refuseDamaged(file.origin.name);
  },
  readText: async (file, reporter) => {
    const mail = await openMsg(file, reporter);
    return mail ? createMailText(mail) : { state: 'unreadable', why: 'The message is damaged.' };
  },
};
