import { type UnreadFormat, unreadFormats } from './unread-formats';

/** How texts of formats begin that are neither XML nor JSON, whatever the name of the file is. */
const signatures: readonly [RegExp, UnreadFormat][] = [
  [/^<(?:ASCII|ANSI|UNICODE|SJIS|BIG5|GB18030|KSC5601)-(?:WIN|MAC)>/i, unreadFormats.taggedText],
  [/^<v\d{1,2}\.\d{1,2}>\s*<e\d>/, unreadFormats.xpressTags],
  [/^%!PS-Adobe/, unreadFormats.postScript],
  [/^BEGIN:VCALENDAR\s/i, unreadFormats.calendar],
  [/^BEGIN:VCARD\s/i, unreadFormats.contact],
  [/^(?:%[^\n]*\n\s*)*\\documentclass\b/, unreadFormats.latex],
  [
    /^@(?:article|book|inbook|incollection|inproceedings|misc|online|phdthesis|techreport)\s*\{[^\s,]*,/i,
    unreadFormats.bibTex,
  ],
  [/^TY {2}- \w/, unreadFormats.ris],
  [/^#!\s*\/\S/, unreadFormats.script],
  [/^From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [^\n]+\n[\w-]+: /, unreadFormats.mailbox],
  // A signed message is prose.
  [/^-----BEGIN (?!PGP SIGNED )[A-Z ]+-----\n/, unreadFormats.keys],
];

/** The format that the beginning of a text stands for; null when it is none of those. */
export function findSignedFormat(text: string): UnreadFormat | null {
  const start = text.slice(0, 2_048).trimStart();
  return signatures.find(([pattern]) => pattern.test(start))?.[1] ?? null;
}
