import { type Figure, type Interval, overlaps } from '#shared/reading/figure.ts';
import type { DraftText } from '#shared/text/draft-text.ts';
import type { Query } from '../base/query.ts';
import { areNeighbours, type NumberText } from './number-text.ts';
import { type PercentageWords, percentageWords } from './percentage-words.ts';
import { type Item, listItems, type Phrase } from './phrase.ts';
import {
  compute,
  createRateQuery,
  getExactInterval,
  getRateSense,
  getRatio,
  isLike,
  type Link,
  listRates,
  type Rate,
  type RatePassage,
  type RateSense,
} from './rates.ts';

/*
 * One check for percentages, fractions, percentage points and multiples. It needs two like figures and a rate, in one sentence or in
 * two neighbouring ones. The words between the figures show which came first, or which is a part of the other (`findLinks`). The
 * words beside the rate show whether it is a change or a share (`getRateSense`). A query is raised only where the text shows both,
 * and where no two figures of the passage give the rate in any other way.
 */

/** The most like figures of a passage that are paired. More of them are a list. */
const maxFigures = 8;

/** Raises a query where a percentage, a part in words or a multiple does not follow from the figures beside it. */
export function findWrongPercentages({ draft, phrases, language }: NumberText): Query[] {
  if (language === 'other') return [];
  const words = percentageWords[language];
  const queries: Query[] = [];
  let before: RatePassage | null = null;
  phrases.forEach((phrase, index) => {
    const passage = readPassage(phrase, words);
    const previous = phrases[index - 1];
    const isNext = before !== null && previous !== undefined && areNeighbours(draft, previous, phrase);
    const query =
      checkPassage(draft, passage, 0) ??
      checkPair(draft, passage) ??
      (isNext && before
        ? (checkTogether(draft, before, passage) ?? checkPair(draft, joinPassages(before, passage)))
        : null);
    if (query) queries.push(query);
    before = query ? null : passage;
  });
  return queries;
}

function readPassage(phrase: Phrase, words: PercentageWords): RatePassage {
  return { text: phrase.encoded, items: listItems(phrase), words };
}

const joint = ' ¶ ';

function joinPassages(before: RatePassage, { text, items, words }: RatePassage): RatePassage {
  const shift = before.text.length + joint.length;
  const shifted = items.map(({ figure, at }) => ({ figure, at: at + shift }));
  return { text: `${before.text}${joint}${text}`, items: [...before.items, ...shifted], words };
}

/**
 * Checks a passage with one rate and one pair of like figures. Raises a query where the rate follows from the pair in no way: as a
 * share, the rest of a share, a change, a multiple, or a share of both together. Words that compare or name a part have to show that
 * the three belong together.
 */
function checkPair(draft: DraftText, passage: RatePassage): Query | null {
  const { text, items, words } = passage;
  const [rate, ...otherRates] = listRates(passage);
  if (!rate || otherRates.length > 0 || rate.kind === 'points') return null;
  const quantities = items.filter(
    ({ figure, at }) =>
      isQuantity(figure) &&
      figure !== rate.figure &&
      figure.value > 1 &&
      !(figure.isWord && figure.value < 10) &&
      !words.time.test(text.slice(at + 1, at + 16)),
  );
  const pairs = quantities.flatMap((a, index) =>
    quantities.slice(index + 1).flatMap((b) => (isLike(a.figure, b.figure) ? [[a, b] as const] : [])),
  );
  const [pair] = pairs;
  if (!pair || pairs.length > 1) return null;
  const [small, large] = pair[0].figure.value < pair[1].figure.value ? pair : [pair[1], pair[0]];
  const between = text.slice(pair[0].at + 1, pair[1].at);
  const isPart =
    /(?<!\p{sc=Latn})(?:of|out of|von|der)(?!\p{sc=Latn})/iu.test(between) ||
    ofWhole.test(text.slice(0, pair[0].at));
  const isChange =
    words.change.test(between) ||
    words.base.test(between) ||
    words.to.test(between) ||
    words.change.test(text);
  // Within one sentence, figures and rate belong together even without such words.
  if (!isPart && !isChange && text.includes(joint)) return null;
  const { low, high } = getRatio(getExactInterval(small.figure), getExactInterval(large.figure)) ?? {
    low: 0,
    high: 0,
  };
  const inverse = { low: 1 / high, high: 1 / low };
  const ways = [
    { low, high },
    { low: 1 - high, high: 1 - low },
    inverse,
    { low: inverse.low - 1, high: inverse.high - 1 },
    { low: low / (1 + low), high: high / (1 + high) },
    { low: 1 / (1 + high), high: 1 / (1 + low) },
  ];
  if (low <= 0 || ways.some((way) => overlaps(way, rate.interval))) return null;
  const sense = isPart && getRateSense(passage, rate) !== 'change' ? 'share' : 'change';
  const link = {
    sense,
    first: sense === 'share' ? small : pair[0],
    second: sense === 'share' ? large : pair[1],
    isOrdered: true,
    strength: 1,
  } as const;
  const computed = compute(rate, link.first.figure, link.second.figure, sense);
  const [a, b] = [rate.interval, computed ?? { low: 0, high: 0 }].map((way) => (way.low + way.high) / 2);
  const factor = (a ?? 0) / (b ?? 0);
  return factor < maxFactor.pair && factor > 1 / maxFactor.pair ? createRateQuery(draft, rate, link) : null;
}

/** Before a whole: "of the". */
const ofWhole = /(?<!\p{sc=Latn})(?:of|von)(?: \p{sc=Latn}+){0,3} $/iu;

/** Checks two sentences as one, where one of them has the rate and the other has figures. */
function checkTogether(draft: DraftText, before: RatePassage, passage: RatePassage): Query | null {
  const { words } = passage;
  const shift = before.text.length + joint.length;
  const joined = joinPassages(before, passage);
  const rates = [...listRates(before), ...listRates(passage)];
  if (rates.length !== 1) return null;
  const isInSecond = listRates(passage).length === 1;
  const quantities = ({ items: all }: RatePassage) => all.filter(({ figure }) => isQuantity(figure));
  const isSplit = quantities(before).length === 1 && quantities(passage).length === 1 && isInSecond;
  const refersBack = isInSecond && quantities(passage).length === 0 && words.refersBack.test(passage.text);
  const isRateFirst = !isInSecond && quantities(before).length === 0 && quantities(passage).length === 2;
  return isSplit || refersBack || isRateFirst ? checkPassage(draft, joined, shift) : null;
}

function isQuantity({ kind }: Figure): boolean {
  return kind === 'number' || kind === 'money' || kind === 'measure';
}

/** Raises a query for the first rate that fits no figures. `shift` is where the second sentence begins, 0 for one sentence. */
function checkPassage(draft: DraftText, passage: RatePassage, shift: number): Query | null {
  const rates = listRates(passage);
  if (rates.length === 0) return null;
  const links = findLinks(passage, shift);
  if (links.length === 0) return null;
  const isExplained = (link: Link) => rates.some((rate) => fits(rate, link.first, link.second, link));
  for (const rate of rates) {
    if (fitsSomewhere(passage, rate, links)) continue;
    const sense = getRateSense(passage, rate);
    const [link] = links
      .map((one) => orderBy(rate, one))
      .filter((one) => mayBelong(passage, rate, sense, one, shift))
      .sort((a, b) => b.strength - a.strength || getDistance(a, rate) - getDistance(b, rate));
    if (!link || isExplained(link)) continue;
    const computed = compute(rate, link.first.figure, link.second.figure, link.sense);
    if (!computed || !isPlausible(rate, computed, link)) continue;
    return createRateQuery(draft, rate, link);
  }
  return null;
}

/** "Three times" is no quantity. */
const timesBehind = /^ (?:times|mal)(?!\p{sc=Latn})/iu;

/** Pairs all like figures, with the meaning of the words between them. */
function findLinks(passage: RatePassage, shift: number): Link[] {
  const { text, items, words } = passage;
  const like = items.filter(
    ({ figure, at }) =>
      (isQuantity(figure) || figure.kind === 'percent') &&
      !words.time.test(text.slice(at + 1, at + 16)) &&
      !timesBehind.test(text.slice(at + 1, at + 8)),
  );
  if (like.length > maxFigures) return [];
  return like.flatMap((first, index) =>
    like
      .slice(index + 1)
      .flatMap((second) =>
        isLike(first.figure, second.figure)
          ? readLink(passage, first, second, shift).filter((link) => !isBare(link) || link.strength === 3)
          : [],
      ),
  );
}

/** Whether one figure leaves out its unit, so that only comparing words show that the two are alike. */
function isBare({ first: { figure: a }, second: { figure: b } }: Link): boolean {
  return a.kind !== b.kind && a.scale === 1;
}

/** Matches a rate between a part and its whole: "540, or 54 per cent of the 1,200". */
const remark =
  /(?:[,(—–]? ?(?:(?:or|oder|also|das sind|that is|about|nearly|only|just|rund|etwa),? )*| )[\ue300-\ue5ff]/gu;

function readLink({ text, items, words }: RatePassage, a: Item, b: Item, shift: number): Link[] {
  const between = text.slice(a.at + 1, b.at);
  const before = text.slice(Math.max(0, a.at - 60), a.at);
  const behind = text.slice(b.at + 1, b.at + 30);
  const change = (first: Item, second: Item, strength: number, isOrdered = true): Link[] => [
    { sense: 'change', first, second, isOrdered, strength },
  ];
  const share = (first: Item, second: Item, strength: number): Link[] => [
    { sense: 'share', first, second, isOrdered: true, strength },
  ];
  const isCount = a.figure.kind !== 'percent';
  const inner = items.filter(
    ({ at, figure }) =>
      at > a.at && at < b.at && isQuantity(figure) && !timesBehind.test(text.slice(at + 1, at + 8)),
  ).length;
  if (inner > 0) return isCount ? readWhole({ text, words }, a, b, share) : [];
  if (words.from.test(before) && words.to.test(between)) return change(a, b, 3);
  const [small, large] = a.figure.value < b.figure.value ? [a, b] : [b, a];
  if (isCount && small === a && words.partOf.test(between.replace(remark, ''))) return share(a, b, 3);
  if (isCount) {
    const whole = readWhole({ text, words }, a, b, share);
    if (whole.length > 0) return whole;
  }
  // The nearest clause of the base ends at the second figure: "412, up from 340", "a third more than the 340".
  const tail = between.slice(Math.max(between.lastIndexOf(';'), between.lastIndexOf('¶')) + 1);
  if (words.base.test(tail)) {
    const hasTo = words.to.test(before) || words.change.test(between);
    return change(b, a, hasTo ? 3 : 2);
  }
  if (words.to.test(between)) return change(a, b, 2);
  if (isCount && small === b && (words.ofThem.test(behind) || words.ofWhich.test(between)))
    return share(b, a, 2);
  const isAcross = a.at < shift && b.at > shift;
  const isOfTwoTimes =
    words.when.test(`${before.slice(-25)}${between}`) && words.when.test(`${between.slice(-40)}${behind}`);
  if (isAcross || isOfTwoTimes || words.change.test(between))
    return change(a, b, 1, isAcross || isOfTwoTimes);
  return isCount && small === b ? share(small, large, 1) : [];
}

type MakeLink = (first: Item, second: Item, strength: number) => Link[];

/** Reads a whole with its parts behind it: "Of the 48 houses, 12 …". */
function readWhole(
  { text, words }: Pick<RatePassage, 'text' | 'words'>,
  a: Item,
  b: Item,
  share: MakeLink,
): Link[] {
  if (a.figure.value <= b.figure.value) return [];
  const before = text.slice(Math.max(0, a.at - 50), a.at);
  const rateOf = /[\ue300-\ue4ff] (?:of|der|von|aller|des)(?: [\p{sc=Latn}'’-]+){0,4} $/u.test(before);
  if (rateOf)
    return share(
      b,
      a,
      /(?:[,(—–]| or| oder| also| i\.e\.) ?(?:[\p{sc=Latn}.]+ ){0,3}$/u.test(text.slice(a.at + 1, b.at))
        ? 3
        : 0,
    );
  return words.wholeBefore.test(before) ? share(b, a, 2) : [];
}

/** Behind a rate whose whole the text has already named. */
const ofOthers = /^ (?:of (?:them|those|these|which|whom)|davon|von ihnen|von denen)(?!\p{sc=Latn})/iu;

/** Whether a rate may be about two figures. */
function mayBelong(
  { text, words }: RatePassage,
  rate: Rate,
  sense: RateSense | null,
  { sense: linked, first, second, strength }: Link,
  shift: number,
): boolean {
  if (strength === 0 || (rate.figure && (first.figure === rate.figure || second.figure === rate.figure)))
    return false;
  const arePercents = first.figure.kind === 'percent';
  if (arePercents !== (rate.kind === 'points')) return false;
  const isRemark =
    linked === 'share' && sense !== 'change' && isBracketed(text, rate) && isBeside(text, first, rate);
  if (!isRemark && (sense === null ? strength < 2 : sense !== linked)) return false;
  if (strength === 1 && linked === 'share' && !isBracketed(text, rate)) return false;
  const behind = text.slice(rate.end, rate.end + 60);
  if (ofOthers.test(behind)) return false;
  if (sense !== 'change' && words.shareBehind.test(behind) && !isOfWhole(text, rate, first, second))
    return false;
  const [start, end] = [Math.min(first.at, second.at), Math.max(first.at, second.at)];
  const isInside = rate.at > start && rate.end <= end;
  if (isInside) return true;
  const gap = rate.at > end ? text.slice(end + 1, rate.at) : text.slice(rate.end, start);
  // The border between two joined sentences does not begin a new clause.
  const gapText = rate.kind === 'multiple' || rate.end <= start ? gap.replace(':', '') : gap;
  return !words.clause.test(shift > 0 ? gapText.replace(' ¶ ', ' ') : gapText);
}

/** Between a rate and its whole: "a third of the 300". */
const ofWholeBefore =
  /^ (?:of|der|von|aller|des) (?:[\p{sc=Latn}\ue600-\ue7ff][\p{sc=Latn}'’.-]*,? ){0,6}$/iu;

/** Whether the "of" behind a rate names the whole of a link: "a third of the 300 houses", "half of the pupils, 180 of 600". */
function isOfWhole(text: string, { end }: Rate, first: Item, second: Item): boolean {
  const start = Math.min(first.at, second.at);
  const whole = second.at > end ? text.slice(end, second.at) : '.';
  if (ofWholeBefore.test(whole)) return true;
  return (
    start > end &&
    /^ (?:of|der|von|aller|des) [^,.;:()]{1,40}[,(—–][^,.;:()]{0,12}$/iu.test(text.slice(end, start))
  );
}

/** Whether a rate stands in brackets or between commas, as a remark on what is beside it. */
function isBracketed(text: string, { at, end }: Rate): boolean {
  return (
    /[,(—–] ?(?:or |oder |also |that is,? |das sind )?(?:[\p{sc=Latn}]+ )?$/u.test(text.slice(0, at)) &&
    /^ ?(?:[),—–.;]|of |der |$)/u.test(text.slice(end))
  );
}

/** Orders the figures of a change by "more" or "fewer" beside the rate, unless the link is ordered by stronger evidence. */
function orderBy({ direction }: Rate, link: Link): Link {
  if (link.sense !== 'change' || link.strength === 3 || direction === null) return link;
  const { first, second } = link;
  const isUp = second.figure.value > first.figure.value;
  return isUp === (direction === 'up') ? link : { ...link, first: second, second: first };
}

/** Whether a rate stands directly behind a part: "240 — 40 per cent — said". */
function isBeside(text: string, part: Item, rate: Rate): boolean {
  return (
    rate.at > part.at &&
    /^(?: \p{sc=Latn}+){0,2} ?[,(—–] ?(?:\p{sc=Latn}+ ){0,2}$/u.test(text.slice(part.at + 1, rate.at))
  );
}

function getDistance({ first, second }: Link, { at }: Rate): number {
  return Math.min(Math.abs(first.at - at), Math.abs(second.at - at));
}

function fits(rate: Rate, first: Item, second: Item, { sense }: Pick<Link, 'sense'>): boolean {
  if (rate.figure === first.figure || rate.figure === second.figure) return false;
  if ((rate.kind === 'points') !== (first.figure.kind === 'percent')) return false;
  const found = compute(rate, first.figure, second.figure, sense);
  return found !== null && overlaps(found, rate.interval);
}

/** Whether two figures give the rate in some way. Pairs whose order the words give are left out. */
function fitsSomewhere({ items }: RatePassage, rate: Rate, links: readonly Link[]): boolean {
  const isKnown = (a: Item, b: Item) =>
    links.find(
      ({ first, second, isOrdered, strength }) =>
        isOrdered && strength > 1 && ((first === a && second === b) || (first === b && second === a)),
    );
  return items.some((a) =>
    items.some((b) => {
      if (a === b || !isLike(a.figure, b.figure)) return false;
      const link = isKnown(a, b);
      if (rate.direction !== null && rate.kind === 'share')
        return (
          fits(rate, a, b, { sense: 'share' }) ||
          (b.figure.value > a.figure.value === (rate.direction === 'up') &&
            fits(rate, a, b, { sense: 'change' }))
        );
      if (link)
        return (
          fits(rate, link.first, link.second, link) ||
          (rate.kind === 'share' &&
            link.sense === 'change' &&
            fits(rate, link.second, link.first, { sense: 'share' }))
        );
      return fits(rate, a, b, { sense: 'change' }) || fits(rate, a, b, { sense: 'share' });
    }),
  );
}

/** A stated and a computed rate that differ by more than this factor are hardly about the same figures. */
const maxFactor = { likely: 5, pair: 3.5, possible: 2.5 };

function isPlausible(
  { interval, kind, at }: Rate,
  computed: Interval,
  { strength, first, second }: Link,
): boolean {
  const isBetween = at > Math.min(first.at, second.at) && at < Math.max(first.at, second.at);
  const [a, b] = [(interval.low + interval.high) / 2, (computed.low + computed.high) / 2];
  if (kind === 'multiple' && strength < 2) return false;
  if (strength === 3 || (isBetween && strength === 2)) return true;
  if (a <= 0 || b <= 0) return false;
  return Math.max(a / b, b / a) <= (strength === 2 ? maxFactor.likely : maxFactor.possible);
}
