import { join } from 'node:path';
import * as fc from 'fast-check';
import { WordParts } from '../../e2e/support/reports/word-parts';
import { answerDialogs } from '../../e2e/support/system/dialogs';
import { exportReport } from '../app/export-report';
import { readClaimWords } from '../laws/words-are-kept';
import { createCommand } from './command';
import { recordNewDraft, waitForNewDraft } from './drafts';

/** Answers of the author to the tracked changes of a report. Each edits the main part of the file. */
const authors = {
  'leaves all as it is': (xml: string) => xml,
  'accepts the corrections': (xml: string) =>
    xml.replace(/<w:del .*?<\/w:del>/gs, '').replace(/<w:ins [^>]*>(.*?)<\/w:ins>/gs, '$1'),
  'rejects the corrections': (xml: string) =>
    xml
      .replace(/<w:ins [^>]*>.*?<\/w:ins>/gs, '')
      .replace(/<w:del [^>]*>(.*?)<\/w:del>/gs, (_, words: string) => words.replaceAll('w:delText', 'w:t')),
} as const;

const authorNames = Object.keys(authors) as (keyof typeof authors)[];

const mainPart = 'word/document.xml';

export const returningCommands = [
  createCommand('Export for Word, and import the file as the next draft', fc.constantFrom(...authorNames), {
    canRun: ({ isInQueue }) => isInQueue === false,
    async perform(model, walker, author) {
      const { stet, stored } = walker;
      const path = join(walker.files, `back-${walker.articleId}-${walker.commandCount}.docx`);
      if (!(await exportReport(model, walker, { format: 'Word', reader: 'Editor', path }))) return 'refused';
      const words = readClaimWords(stored);
      const word = WordParts.read(path);
      const xml = word.getText(mainPart);
      const answered = authors[author](xml);
      if (answered !== xml) {
        word.replace(mainPart, xml, answered.replaceAll('$', '$$$$'));
        word.write(path);
      }
      await answerDialogs(stet.app, { open: path });
      await stet.chooseMenuItem('File', 'Import draft…');
      await stet.newDraft.dialog.waitFor();
      await answerDialogs(stet.app, {});
      await walker.checkDialog(/^Draft \d+ of/);
      await stet.newDraft.accept();
      await waitForNewDraft(walker, model.content.draft + 1);
      recordNewDraft(model, 'draft.import');
      // A correction that the author accepted or rejected is removed from its claim, and one that was accepted changes words.
      if (answered !== xml) model.fieldsFromDisk.push('corrections');
      if (author !== 'accepts the corrections' || answered === xml) model.keptWords = words;
      return author;
    },
  }),
];
