import type { Page } from '@playwright/test';
import { ferryText } from '../support/articles/ferry-check.ts';
import { FindBar, ReadingPanel, ReviewBar, StatusBar } from './article-bars.ts';
import { ArticleView } from './article-view.ts';
import { ClaimCard, ClaimList, NameQuestion, TagField } from './claims.ts';
import { CompareDialog, CorrectionsDialog, DraftsDialog, NewDraftDialog, Queue } from './drafts.ts';
import { ExportDialog } from './export-dialog.ts';
import { DetailsDialog, PasteDialog, PreviewDialog, WebDialog } from './import-dialogs.ts';
import {
  AccessBanner,
  Library,
  MissingLibrary,
  MovingLibrary,
  OverviewDialog,
  SearchDialog,
  Welcome,
} from './library.ts';
import { Backups, CommandPalette, KeysDialog, Notices, ReviewerDialog, SettingsDialog } from './settings.ts';
import { SourceForm } from './source-form.ts';
import { MergeDialog, ProposedEvidence, SourceCard, SourcesList } from './sources.ts';

/** The page objects of all screens. The page behind them changes with each restart of the app. */
export class Screens {
  constructor(private readonly getPage: () => Page) {}

  get welcome(): Welcome {
    return new Welcome(this.getPage());
  }
  get library(): Library {
    return new Library(this.getPage());
  }
  get access(): AccessBanner {
    return new AccessBanner(this.getPage());
  }
  get bar(): ReviewBar {
    return new ReviewBar(this.getPage());
  }
  get article(): ArticleView {
    return new ArticleView(this.getPage());
  }
  get claims(): ClaimList {
    return new ClaimList(this.getPage());
  }
  get card(): ClaimCard {
    return new ClaimCard(this.getPage());
  }
  get tags(): TagField {
    return new TagField(this.getPage());
  }
  get proposed(): ProposedEvidence {
    return new ProposedEvidence(this.getPage());
  }
  get sourceForm(): SourceForm {
    return new SourceForm(this.getPage());
  }
  get sources(): SourcesList {
    return new SourcesList(this.getPage());
  }
  get sourceCard(): SourceCard {
    return new SourceCard(this.getPage());
  }
  get mergeDialog(): MergeDialog {
    return new MergeDialog(this.getPage());
  }
  get status(): StatusBar {
    return new StatusBar(this.getPage());
  }
  get reading(): ReadingPanel {
    return new ReadingPanel(this.getPage());
  }
  get overview(): OverviewDialog {
    return new OverviewDialog(this.getPage());
  }
  get librarySearch(): SearchDialog {
    return new SearchDialog(this.getPage());
  }

  get find(): FindBar {
    return new FindBar(this.getPage());
  }
  get palette(): CommandPalette {
    return new CommandPalette(this.getPage());
  }
  get keysDialog(): KeysDialog {
    return new KeysDialog(this.getPage());
  }
  get notices(): Notices {
    return new Notices(this.getPage());
  }
  get pasteDialog(): PasteDialog {
    return new PasteDialog(this.getPage());
  }
  get preview(): PreviewDialog {
    return new PreviewDialog(this.getPage());
  }
  get pasteDraftDialog(): PasteDialog {
    return new PasteDialog(this.getPage(), 'Paste a new draft');
  }
  get newDraft(): NewDraftDialog {
    return new NewDraftDialog(this.getPage());
  }
  get queue(): Queue {
    return new Queue(this.getPage());
  }
  get drafts(): DraftsDialog {
    return new DraftsDialog(this.getPage());
  }
  get compareDialog(): CompareDialog {
    return new CompareDialog(this.getPage());
  }
  get correctionsDialog(): CorrectionsDialog {
    return new CorrectionsDialog(this.getPage());
  }
  get web(): WebDialog {
    return new WebDialog(this.getPage());
  }
  get details(): DetailsDialog {
    return new DetailsDialog(this.getPage());
  }
  get exportDialog(): ExportDialog {
    return new ExportDialog(this.getPage());
  }
  get missingLibrary(): MissingLibrary {
    return new MissingLibrary(this.getPage());
  }
  get movingLibrary(): MovingLibrary {
    return new MovingLibrary(this.getPage());
  }
  get backups(): Backups {
    return new Backups(this.getPage());
  }
  get settings(): SettingsDialog {
    return new SettingsDialog(this.getPage());
  }
  get nameQuestion(): NameQuestion {
    return new NameQuestion(this.getPage());
  }

  get reviewerDialog(): ReviewerDialog {
    return new ReviewerDialog(this.getPage());
  }

  /** Imports an article by pasting its text in the library. */
  async pasteArticle(text = ferryText): Promise<void> {
    await this.library.paste.click();
    await this.pasteDialog.submitText(text);
    await this.preview.accept();
    await this.article.text.waitFor();
  }

  async goToLibrary(): Promise<void> {
    await this.bar.library.click();
    await this.library.heading.waitFor();
  }

  /** Presses keys one after another, for example `v` or `Control+z`. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.getPage().keyboard.press(key);
  }
}
