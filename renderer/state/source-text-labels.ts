/** The labels of the text fields of a source, in its form, on its card and in the history of a claim. */
export const sourceTextLabels = {
  title: 'Title',
  author: 'Author',
  publisher: 'Publisher',
  publishedAt: 'Published',
  accessedAt: 'Read on',
  url: 'URL',
  archiveUrl: 'Archived at',
  contact: 'Contact',
} as const;
