import { expect, test } from 'vitest';
import { readPageByline } from '#renderer/documents/read/web/metadata/page-byline.ts';

test.each([
  ['By Ada Fields', 'Ada Fields'],
  ['by by ada', 'ada'],
  ['By: Ada Fields and Bo Keld', 'Ada Fields and Bo Keld'],
  ['Von Ada Fields', 'Ada Fields'],
  ['Par Ada Fields', 'Ada Fields'],
  ['Written by Ada Fields', 'Ada Fields'],
  ['Ada Fields November 19, 2019, 9:02 AM', 'Ada Fields'],
  ['Ada Fields | Tuesday, 19 Nov 2019 9:02 am EST', 'Ada Fields'],
  ['By Ada Fields - 2018-09-16', 'Ada Fields'],
  ['Ada Fields Published March 5, 2024 Updated March 6, 2024', 'Ada Fields'],
  ['Ada Fields 5 hours ago', 'Ada Fields'],
  ['Ada Fields Follow', 'Ada Fields'],
  ['Ada Fields Follow @adafields', 'Ada Fields'],
  ['Ada Fields, Follow me on Twitter', 'Ada Fields'],
  ['Ada Fields (ada@gull.example)', 'Ada Fields'],
  ['Ada Fields View all posts by', 'Ada Fields'],
  ['Ada Fields, The Gull, The Gull', 'Ada Fields, The Gull'],
  ['Ada Fields Ada Fields', 'Ada Fields'],
  ['By ADA FIELDS and BO KELDAssociated Press', 'ADA FIELDS and BO KELD, Associated Press'],
  ['Jean-Luc Garcia-Follower', 'Jean-Luc Garcia-Follower'],
  ['May Brinnekamp', 'May Brinnekamp'],
  ['PTI,', 'PTI'],
  ['Ada Fields Monday, February 29, 2016 @ 11:10 PM UTC', 'Ada Fields'],
  ['By admin', null],
  ['gulladmin', null],
  ['By', null],
  ['Last updated: January 7, 2025', null],
  ['https://gull.example/ada', null],
])('the byline %j is %j', (text, byline) => {
  expect(readPageByline(text)).toBe(byline);
});
