import type { Page } from '@playwright/test';
import { ferryText } from '../support/articles/ferry-article';
import { AccessBanner } from './access-banner';
import { ArticleView } from './article-view';
import { Backups } from './backups';
import { ClaimCard } from './claim-card';
import { ClaimList } from './claim-list';
import { CompareDialog } from './compare-dialog';
import { CorrectionsDialog } from './corrections-dialog';
import { DetailsDialog } from './details-dialog';
import { DraftsDialog } from './drafts-dialog';
import { ElsewhereDialog } from './elsewhere-dialog';
import { ExportDialog } from './export-dialog';
import { FindBar } from './find-bar';
import { Library } from './library';
import { LinksDialog } from './links-dialog';
import { MergeDialog } from './merge-dialog';
import { MissingLibrary } from './missing-library';
import { MovingLibrary } from './moving-library';
import { NewDraftDialog } from './new-draft-dialog';
import { Notices } from './notices';
import { PasteDialog } from './paste-dialog';
import { PreviewDialog } from './preview-dialog';
import { Queue } from './queue';
import { RepairDialog } from './repair-dialog';
import { ReviewBar } from './review-bar';
import { ReviewerDialog } from './reviewer-dialog';
import { SettingsDialog } from './settings-dialog';
import { SourceCard } from './source-card';
import { SourceForm } from './source-form';
import { SourcesList } from './sources-list';
import { StatusBar } from './status-bar';
import { WebDialog } from './web-dialog';
import { Welcome } from './welcome';

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
  get find(): FindBar {
    return new FindBar(this.getPage());
  }
  get notices(): Notices {
    return new Notices(this.getPage());
  }
  get repairDialog(): RepairDialog {
    return new RepairDialog(this.getPage());
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
  get links(): LinksDialog {
    return new LinksDialog(this.getPage());
  }
  get details(): DetailsDialog {
    return new DetailsDialog(this.getPage());
  }
  get exportDialog(): ExportDialog {
    return new ExportDialog(this.getPage());
  }
  get elsewhere(): ElsewhereDialog {
    return new ElsewhereDialog(this.getPage());
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
