import {
  attachData,
  code,
  copyText,
  data,
  exportAs,
  type UnreadFormat,
  unreadFormats,
} from './unread-formats';

const iWork = (noun: string, program: string, format: string): UnreadFormat => ({
  noun,
  advice: exportAs(program, `File → Export To → ${format}`),
});

const byExtension = new Map<string, UnreadFormat>([
  ['gdoc', unreadFormats.googleDoc],
  ['gsheet', { noun: 'a link to a Google Sheet, without its data', advice: attachData }],
  [
    'gslides',
    {
      noun: 'a link to Google Slides, without their text',
      advice: unreadFormats.googleDoc.advice.replace('Microsoft Word (.docx)', 'PDF'),
    },
  ],
  ['pages', iWork('a Pages document', 'Pages', 'Word')],
  ['key', iWork('a Keynote presentation', 'Keynote', 'PDF')],
  ['numbers', iWork('a Numbers spreadsheet', 'Numbers', 'PDF')],
  ['epub', { noun: 'an e-book', advice: copyText('an e-book reader') }],
  ['idml', unreadFormats.inDesign],
  ['icml', unreadFormats.inDesign],
  ['indd', unreadFormats.inDesign],
  ['fdx', unreadFormats.finalDraft],
  ['scriv', unreadFormats.scrivener],
  ['scrivx', unreadFormats.scrivener],
  ['ipynb', unreadFormats.notebook],
  ['ps', unreadFormats.postScript],
  ['eps', unreadFormats.postScript],
  ['xtg', unreadFormats.xpressTags],
  ['mbox', unreadFormats.mailbox],
  ['json', unreadFormats.json],
  ['json5', unreadFormats.json],
  ['jsonl', unreadFormats.json],
  ['jsonld', unreadFormats.json],
  ['gform', { noun: 'a link to a Google Form, without its text', advice: attachData }],
  ['gdraw', { noun: 'a link to a Google Drawing, without its words', advice: attachData }],
  ['csv', data('a table (CSV)')],
  ['tsv', data('a table (TSV)')],
  ['ics', unreadFormats.calendar],
  ['vcf', unreadFormats.contact],
  ['bib', unreadFormats.bibTex],
  ['ris', unreadFormats.ris],
  ['tex', unreadFormats.latex],
  ['css', code('a style sheet (CSS)')],
  ['sql', code('database commands (SQL)')],
  ...[
    'c',
    'cc',
    'cpp',
    'cs',
    'go',
    'h',
    'hpp',
    'java',
    'js',
    'jsx',
    'kt',
    'lua',
    'mjs',
    'php',
    'pl',
    'py',
    'r',
    'rb',
    'rs',
    'scala',
    'swift',
    'ts',
    'tsx',
    'vue',
  ].map((extension): [string, UnreadFormat] => [extension, code('program code')]),
  ...['bat', 'cmd', 'command', 'ps1', 'sh', 'vbs', 'zsh'].map((extension): [string, UnreadFormat] => [
    extension,
    unreadFormats.script,
  ]),
  ...['cfg', 'conf', 'env', 'ini', 'properties', 'toml', 'yaml', 'yml'].map(
    (extension): [string, UnreadFormat] => [extension, code('a settings file')],
  ),
]);

/** The format that a file name extension, in lower case, stands for; null when Stet reads it or does not know it. */
export function findUnreadFormat(extension: string): UnreadFormat | null {
  return byExtension.get(extension) ?? null;
}
