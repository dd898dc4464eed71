import { join } from 'node:path';
import * as fc from 'fast-check';
import { WordParts } from '#tests/e2e/support/reports/word-parts.ts';
import { answerDialogs } from '#tests/e2e/support/system/dialogs.ts';
import { exportReport } from '../app/export-report.ts';
import { pressKey } from '../app/input.ts';
import type { Walker } from '../app/walker.ts';
import { readClaimWords } from '../laws/stored-laws.ts';
import { editClaim } from '../model/changes.ts';
import {
  findCurrentClaim,
  fromScreen,
  type Model,
  recordChange,
  resetAfterReopening,
} from '../model/model.ts';
import { anyIndex, createCommand } from './command.ts';

/** Edits of an author, applied to the texts of the blocks. `index` is a block after the title. */
const authorEdits = {
  'change a figure': (blocks: string[], index: number) =>
    blocks.with(
      index,
      (blocks[index] ?? '').replace(/\d+/, (figure) => String(Number(figure) + 1)),
    ),
  'remove a paragraph': (blocks: string[], index: number) =>
    blocks.length > 3 ? blocks.toSpliced(index, 1) : blocks,
  'swap two paragraphs': (blocks: string[], index: number) => {
    const other = index === 1 ? blocks.length - 1 : 1;
    return blocks.with(index, blocks[other] ?? '').with(other, blocks[index] ?? '');
  },
  'add a sentence': (blocks: string[], index: number) =>
    blocks.with(index, `${blocks[index]} Nobody knew it by then.`),
} as const;

const editNames = Object.keys(authorEdits) as (keyof typeof authorEdits)[];

/** Records a new draft, which is opened with its queue if it has one. */
function recordNewDraft(model: Model, action: string): void {
  recordChange(model, action, { ...model.content, draft: model.content.draft + 1 });
  resetAfterReopening(model);
  model.fieldsFromDisk.push('spans');
  model.currentClaimId = fromScreen;
  model.isInQueue = fromScreen;
}

async function waitForNewDraft({ stet }: Walker, number: number): Promise<void> {
  await stet.notices.messages.filter({ hasText: `Draft ${number} was added.` }).waitFor();
}

export const draftCommands = [
  createCommand('Import a draft', fc.record({ name: fc.constantFrom(...editNames), index: anyIndex }), {
    canRun: ({ isInQueue }) => isInQueue === false,
    async perform(model, walker, { name, index }) {
      const { text, blocks } = walker.stored.draft;
      const before = blocks.map(({ start, end }) => text.slice(start, end));
      const after = authorEdits[name](before, 1 + (index % (before.length - 1)));
      const { stet } = walker;
      await stet.chooseMenuItem('File', 'Paste draft…');
      await stet.pasteDraftDialog.submitText(after.join('\n\n'));
      await stet.newDraft.dialog.waitFor();
      await walker.checkDialog(/^Draft \d+ of/);
      await stet.newDraft.accept();
      await waitForNewDraft(walker, model.content.draft + 1);
      recordNewDraft(model, 'draft.import');
      return name;
    },
  }),
  createCommand('Write a correction', fc.constantFrom('5,100 people', 'in 1909'), {
    canRun: (model) => model.isInQueue === false && findCurrentClaim(model) !== undefined,
    async perform(model, walker, text) {
      const claim = findCurrentClaim(model);
      const { card } = walker.stet;
      if (!claim || (await card.correction.count()) === 0) return 'not on the card';
      await card.writeCorrection(text);
      await walker.page.keyboard.press('Escape');
      if (claim.correction !== text) editClaim(model, claim.id, 'claim.edit', { correction: text });
      model.selection = fromScreen;
      return `“${text}”`;
    },
  }),
  createCommand('Apply the corrections', fc.constant(null), {
    canRun: ({ isInQueue, content }) =>
      isInQueue === false &&
      Object.values(content.claims).some(({ span, correction }) => span && correction !== ''),
    async perform(model, walker) {
      const { stet } = walker;
      await stet.chooseMenuItem('Claim', 'Apply corrections…');
      await stet.correctionsDialog.dialog.waitFor();
      await walker.checkDialog('Apply corrections');
      model.selection = fromScreen;
      if (!(await stet.correctionsDialog.createDraft.isEnabled())) {
        await walker.page.keyboard.press('Escape');
        return 'they can’t be applied';
      }
      await stet.correctionsDialog.createDraft.click();
      await waitForNewDraft(walker, model.content.draft + 1);
      recordNewDraft(model, 'draft.correct');
      // A correction that was applied is removed from its claim.
      model.fieldsFromDisk.push('corrections');
      return undefined;
    },
  }),
  createCommand('Read what an import left out', fc.constant(null), {
    canRun: ({ isInQueue }) => isInQueue === false,
    async perform(model, walker) {
      const { stet } = walker;
      await stet.chooseMenuItem('File', 'Drafts…');
      await stet.drafts.dialog.waitFor();
      model.selection = fromScreen;
      const button = stet.drafts.dialog.getByRole('button', { name: /^About the import/ });
      const count = await button.count();
      if (count > 0) await button.first().click();
      await walker.checkDialog('Drafts');
      await walker.page.keyboard.press('Escape');
      return count > 0 ? undefined : 'no draft was imported';
    },
  }),
  createCommand('Show an older draft, and go back', anyIndex, {
    canRun: ({ isInQueue, content }) => isInQueue === false && content.draft > 1,
    async perform(model, walker, index) {
      const { stet } = walker;
      const newest = model.content.draft;
      const number = 1 + (index % (newest - 1));
      await stet.chooseMenuItem('File', 'Drafts…');
      await stet.drafts.button(`Show draft ${number}`).click();
      await walker.checkOlderDraft(model, number);
      await stet.article.main.getByRole('button', { name: `Back to draft ${newest}` }).click();
      resetAfterReopening(model);
      model.currentClaimId = fromScreen;
      return `draft ${number} of ${newest}`;
    },
  }),
  createCommand('Open the queue', fc.constant(null), {
    canRun: ({ isInQueue, content }) => isInQueue === false && content.draft > 1,
    async perform(model, walker) {
      await pressKey(walker, 'q');
      model.selection = fromScreen;
      model.currentClaimId = fromScreen;
      model.isInQueue = fromScreen;
      return undefined;
    },
  }),
];

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
