/** A format that Stet does not read, described as people know it. */
export interface UnreadFormat {
  /** With its article, such as "a Pages document". */
  noun: string;
  /** How to get its text into Stet. */
  advice: string;
}

const exportAs = (program: string, command: string) =>
  `Open it in ${program}, choose ${command}, and open that file here.`;
const copyText = (program: string) => `Open it in ${program}, copy the article’s text and use “Paste text”.`;
const attachData =
  'If it is evidence, attach it to a claim as a source. Otherwise copy the words and use “Paste text”.';
const toWord = 'File → Download → Microsoft Word (.docx)';

const googleDoc = {
  noun: 'a link to a Google Doc, without its text',
  advice: `Open it in the browser, choose ${toWord}, and open that file here.`,
};
const data = (noun: string): UnreadFormat => ({ noun, advice: attachData });
const code = (noun: string): UnreadFormat => ({
  noun,
  advice: 'Stet opens articles, not code. Copy the words that you want to check and use “Paste text”.',
});

/** Formats that are recognized by their content, whatever the name of the file. */
export const unreadFormats = {
  atom: {
    noun: 'a news feed (Atom)',
    advice: 'Open the address of the article itself with “Open from the web”.',
  },
  rss: {
    noun: 'a news feed (RSS)',
    advice: 'Open the address of the article itself with “Open from the web”.',
  },
  newsml: { noun: 'a NewsML 1 document', advice: copyText('your newsroom’s system') },
  wordXml: {
    noun: 'a Word 2003 XML document',
    advice: exportAs('Word', 'File → Save As → Word Document (.docx)'),
  },
  excelXml: data('an Excel 2003 XML workbook'),
  inDesign: {
    noun: 'an InDesign story',
    advice:
      'Open it in InDesign or InCopy, choose File → Export → Rich Text Format or PDF, and open that file here.',
  },
  finalDraft: {
    noun: 'a Final Draft script',
    advice: exportAs('Final Draft', 'File → Export → PDF or text'),
  },
  scrivener: { noun: 'a Scrivener project', advice: exportAs('Scrivener', 'File → Compile → Word (.docx)') },
  timedText: {
    noun: 'subtitles in TTML',
    advice: 'Export them as .srt or .vtt, and open that file here.',
  },
  propertyList: data('a Mac property list'),
  drawing: { noun: 'a drawing (SVG)', advice: 'Copy the words in it and use “Paste text”.' },
  html: {
    noun: 'the source of a web page (HTML)',
    advice: 'Give it the extension .html and open it again, or copy the words and use “Paste text”.',
  },
  xml: data('XML data'),
  json: data('JSON data'),
  notebook: {
    noun: 'a Jupyter notebook',
    advice: exportAs('Jupyter', 'File → Save and Export Notebook As → HTML'),
  },
  googleDoc,
  taggedText: {
    noun: 'InDesign Tagged Text',
    advice: 'Place it in InDesign, choose File → Export → Rich Text Format or PDF, and open that file here.',
  },
  xpressTags: {
    noun: 'a text in QuarkXPress Tags',
    advice: 'Import it into QuarkXPress, choose File → Save Text as .rtf or .docx, and open that file here.',
  },
  postScript: { noun: 'a PostScript document', advice: 'Convert it to PDF, and open the PDF here.' },
  mailbox: {
    noun: 'a mailbox of several messages',
    advice:
      'Open it in your mail program, save the message with the article as .eml, and open that file here.',
  },
  calendar: data('a calendar'),
  contact: data('a contact'),
  bibTex: data('a list of references (BibTeX)'),
  ris: data('a list of references (RIS)'),
  latex: { noun: 'a LaTeX document', advice: 'Typeset it as PDF, and open the PDF here.' },
  script: code('a script'),
  keys: data('a key or certificate'),
} satisfies Record<string, UnreadFormat>;

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
