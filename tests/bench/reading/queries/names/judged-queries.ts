import type { Query, QueryRule } from '../../../../../shared/queries/query';

/** A query on a real article, and what reading the article showed: whether its author made an error there. */
interface JudgedQuery {
  /** The id of the article in the corpora: the file of a revision, or the first letters of a page. */
  article: string;
  rule: QueryRule;
  /** The first place of the query, in UTF-16 offsets of the draft's text. */
  start: number;
  end: number;
  isError: boolean;
}

/** Every query that the rules raise on the articles as they are, read one by one. */
const judged: readonly JudgedQuery[] = [
  {
    article: '2015-03-06-ux-lessons-learned-from-a-procurement-project.md',
    rule: 'quotation-mark',
    start: 4202,
    end: 4213,
    isError: true,
  },
  {
    article: '2015-04-03-18f-discussion-should-project-teams-code-first-or-design-first.md',
    rule: 'quotation-mark',
    start: 4601,
    end: 4614,
    isError: true,
  },
  {
    article: '2016-03-21-we-asked-100-of-our-coworkers-why-did-you-join-18f.md',
    rule: 'quotation-mark',
    start: 18438,
    end: 18465,
    isError: true,
  },
  {
    article: '2016-06-20-build-empathy-with-stakeholder-interviews-part-1-preparation.md',
    rule: 'quotation-mark',
    start: 3444,
    end: 3458,
    isError: true,
  },
  {
    article: '2016-07-29-live-streamed-demos-for-exponential-transparency-and-information-sharing.md',
    rule: 'spelling',
    start: 1370,
    end: 1377,
    isError: true,
  },
  {
    article: '2024-07-17-working-with-oracle-databases-in-open-source-projects.md',
    rule: 'quotation-mark',
    start: 9904,
    end: 9936,
    isError: true,
  },
  { article: '1ee91d1fce65', rule: 'spelling', start: 226, end: 232, isError: true },
  { article: '82b6d780c792', rule: 'spelling', start: 1328, end: 1337, isError: true },
  { article: 'c90731f051d0', rule: 'quotation-mark', start: 1857, end: 1870, isError: true },
];

/** The judgement of a query; undefined for one that nobody has judged yet. */
export function findJudgement(article: string, { rule, places: [first] }: Query): boolean | undefined {
  return judged.find(
    (known) =>
      known.article === article &&
      known.rule === rule &&
      known.start === first.start &&
      known.end === first.end,
  )?.isError;
}
