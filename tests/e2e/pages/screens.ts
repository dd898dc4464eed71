import type { Page } from '@playwright/test';
import { ferryText } from '../support/articles/ferry-article';
import { ArticleView } from './article-view';
import { ClaimCard } from './claim-card';
import { ClaimList } from './claim-list';
import { DetailsDialog } from './details-dialog';
import { NewDraftDialog } from './new-draft-dialog';
import { CompareDialog, CorrectionsDialog, DraftsDialog } from './drafts-dialogs';
import { ExportDialog } from './export-dialog';
import { Find } from './find-bar';
import { Library } from './library';
import { LinksDialog } from './links-dialog';
import { MergeDialog } from './merge-dialog';
import { Notices } from './notices';
import { PasteDialog } from './paste-dialog';
import { PreviewDialog } from './preview-dialog';
import { Queue } from './queue';
import { ReviewBar } from './review-bar';
import { ReviewerDialog } from './reviewer-dialog';
import { SettingsDialog } from './settings-dialog';
import { SourceCard } from './source-card';
import { SourceForm } from './source-form';
import { SourcesList } from './sources-list';
import { StatusBar } from './status-bar';
import { WebDialog } from './web-dialog';
import { Welcome } from './welcome';

/** Everything that can stand on the screen; the page behind it is another one after a restart. */
export class Screens {
  constructor(private readonly current: () => Page) {}

  get welcome(): Welcome {
    return new Welcome(this.current());
  }
  get library(): Library {
    return new Library(this.current());
  }
  get bar(): ReviewBar {
    return new ReviewBar(this.current());
  }
  get article(): ArticleView {
    return new ArticleView(this.current());
  }
  get claims(): ClaimList {
    return new ClaimList(this.current());
  }
  get card(): ClaimCard {
    return new ClaimCard(this.current());
  }
  get sourceForm(): SourceForm {
    return new SourceForm(this.current());
  }
  get sources(): SourcesList {
    return new SourcesList(this.current());
  }
  get sourceCard(): SourceCard {
    return new SourceCard(this.current());
  }
  get mergeDialog(): MergeDialog {
    return new MergeDialog(this.current());
  }
  get status(): StatusBar {
    return new StatusBar(this.current());
  }
  get find(): Find {
    return new Find(this.current());
  }
  get notices(): Notices {
    return new Notices(this.current());
  }
  get pasteDialog(): PasteDialog {
    return new PasteDialog(this.current());
  }
  get preview(): PreviewDialog {
    return new PreviewDialog(this.current());
  }
  get pasteDraftDialog(): PasteDialog {
    return new PasteDialog(this.current(), 'Paste a new draft');
  }
  get newDraft(): NewDraftDialog {
    return new NewDraftDialog(this.current());
  }
  get queue(): Queue {
    return new Queue(this.current());
  }
  get drafts(): DraftsDialog {
    return new DraftsDialog(this.current());
  }
  get comparing(): CompareDialog {
    return new CompareDialog(this.current());
  }
  get correcting(): CorrectionsDialog {
    return new CorrectionsDialog(this.current());
  }
  get web(): WebDialog {
    return new WebDialog(this.current());
  }
  get links(): LinksDialog {
    return new LinksDialog(this.current());
  }
  get details(): DetailsDialog {
    return new DetailsDialog(this.current());
  }
  get exporting(): ExportDialog {
    return new ExportDialog(this.current());
  }
  get settings(): SettingsDialog {
    return new SettingsDialog(this.current());
  }
  get reviewerDialog(): ReviewerDialog {
    return new ReviewerDialog(this.current());
  }

  /** Brings an article in by pasting, the way that is there on every first screen. */
  async pasteArticle(text = ferryText): Promise<void> {
    await this.library.paste.click();
    await this.pasteDialog.write(text);
    await this.preview.accept();
    await this.article.text.waitFor();
  }

  async goToLibrary(): Promise<void> {
    await this.bar.library.click();
    await this.library.heading.waitFor();
  }

  /** Presses a key of the window, for example `v` or `Control+z`. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.current().keyboard.press(key);
  }
}
