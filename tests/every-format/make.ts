import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Layout, writeFodt } from './write-fodt.ts';
import { writeMail } from './write-mail.ts';
import { writeMarkdown, writePlainText } from './write-plain.ts';

const plainLayout: Layout = { columns: 1, isHyphenated: false, hasLigatures: false };

/** Without tags, as most PDFs are, which name no structure to readers. */
const pdf = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"false"}}';

/** The documents that LibreOffice makes, and the layouts that it makes them from. */
const converted: { name: string; format: string; layout: Layout }[] = [
  { name: 'article.docx', format: 'docx', layout: plainLayout },
  { name: 'article.odt', format: 'odt', layout: plainLayout },
  { name: 'article.rtf', format: 'rtf', layout: plainLayout },
  { name: 'article.doc', format: 'doc', layout: plainLayout },
  { name: 'article.html', format: 'html', layout: plainLayout },
  { name: 'one-column.pdf', format: pdf, layout: { ...plainLayout, isHyphenated: true } },
  { name: 'two-columns.pdf', format: pdf, layout: { columns: 2, isHyphenated: true, hasLigatures: false } },
  { name: 'ligatures.pdf', format: pdf, layout: { columns: 2, isHyphenated: true, hasLigatures: true } },
];

/** Writes the article in every format into a folder. Needs LibreOffice (`soffice`). */
export function makeEveryFormat(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const scratch = mkdtempSync(join(tmpdir(), 'stet-every-format-'));
  try {
    for (const { name, format, layout } of converted) {
      const [stem = ''] = name.split('.');
      const source = join(scratch, `${stem}.fodt`);
      writeFileSync(source, writeFodt(layout));
      execFileSync('soffice', [
        `-env:UserInstallation=file://${scratch}/profile`,
        ...['--headless', '--convert-to', format, '--outdir', scratch, source],
      ]);
      renameSync(join(scratch, name), join(folder, name));
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  const written = {
    'article.fodt': writeFodt(plainLayout),
    'article.md': writeMarkdown(),
    'lines.txt': writePlainText(),
    'wrapped.txt': writePlainText(72),
    'article.eml': writeMail(),
  };
  for (const [name, content] of Object.entries(written)) writeFileSync(join(folder, name), content);
}
