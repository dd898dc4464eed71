import { getExtension } from '../../../shared/import/file-signatures';
import type { Format, InputFile } from '../format';
import { createMailDraft, createMailText } from './mail-draft';
import { parseEml } from './parse-eml';

/** How far the header fields that identify the format are searched for, in bytes. */
const maxHeaderBytes = 16_384;

/** A message has a sender, a date and a recipient or a way; pages that browsers save as messages have none of the last two. */
function isEml({ origin, bytes }: InputFile): boolean {
  const extension = getExtension(origin.name ?? '');
  if (extension === 'eml') return true;
  if (extension === 'mht' || extension === 'mhtml') return false;
  const start = String.fromCharCode(...bytes.subarray(0, maxHeaderBytes));
  const [headers = ''] = start.split(/\r?\n\r?\n/, 1);
  return (
    /^[\w-]+:/.test(headers) &&
    /^from:.*@/im.test(headers) &&
    /^date:/im.test(headers) &&
    /^(?:received|return-path|delivered-to|to):/im.test(headers)
  );
}

/** Messages as mail programs save them (RFC 5322): `parse-eml.ts` parses one, `mail-draft.ts` makes a draft of it. */
export const eml: Format = {
  matches: isEml,
  readDraft: async (file) => {
    const read = await parseEml(file);
    return read.ok ? createMailDraft(file.origin, read.mail) : read;
  },
  readText: async (file) => {
    const read = await parseEml(file);
    return read.ok
      ? createMailText(read.mail)
      : { state: 'unreadable', why: 'The message is damaged, or in an unknown encoding.' };
  },
};
