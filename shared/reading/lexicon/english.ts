import { buildLexicon } from './word-class.ts';

/** The classes of English words. */
export const english = buildLexicon({
  number:
    'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety',
  magnitude: 'hundred thousand million billion trillion m mn bn tn k dozen',
  manyOf: 'dozens hundreds thousands millions billions trillions scores tens',
  fraction:
    'half halves third-of thirds quarters fifths two-thirds three-quarters one-third one-quarter three-fifths four-fifths two-fifths one-fifth one-tenth tenths',
  percent: '% ‰ percent per-cent pct percentage',
  currency:
    '$ £ € ¥ ₹ ₽ ₩ ₪ ₺ ₴ us$ a$ c$ hk$ dollar dollars euro euros pound pounds sterling yen yuan renminbi rupees roubles rubles francs krona kronor pesos cents pence usd eur gbp chf jpy cny',
  month:
    'january february april june july september october november december jan feb apr jun jul aug sep sept oct nov dec may march august',
  unsureMonth: 'may march august jan apr jun mar sep dec',
  weekday: 'monday tuesday wednesday thursday friday saturday sunday',
  beforeDate:
    'in since until till by from before after during last next this early late mid of on through around between',
  relativeDay: 'yesterday tomorrow tonight overnight',
  period:
    'second seconds minute minutes hour hours day days week weeks month months year years decade decades century centuries quarter summer winter spring autumn night season seasons term',
  whichPeriod: 'last past previous next this coming',
  saying:
    'said says say told tells announced claimed claims stated added argued argues warned warns insisted insists noted explained wrote writes tweeted reported confirmed denied denies accused criticised criticized admitted acknowledged testified replied estimated estimates predicted recalled declared alleged promised vowed pledged rejected dismissed described called maintained suggested revealed commented comments believes conceded concluded asserted quipped recounted posted shared',
  role: `president vice-president chancellor minister premier mayor governor senator congressman congresswoman representative ambassador secretary
    chairman chairwoman chair chairperson chief director head manager ceo cfo coo founder co-founder cofounder owner spokesman spokeswoman spokesperson commissioner
    professor scientist geologist biologist economist historian researcher analyst engineer architect doctor lawyer attorney judge prosecutor sheriff
    general colonel captain lieutenant sergeant officer commander admiral coach quarterback striker midfielder captain editor author writer journalist reporter novelist
    singer actor actress director pastor bishop archbishop cardinal rabbi imam king queen prince princess duke leader deputy candidate
    adviser advisor counselor counsellor official officials envoy lawmaker student teacher principal dean astronaut chef artist designer
    defender goalkeeper  resident activist campaigner farmer nurse surgeon psychologist physicist chemist astronomer`,
  functionWord: `a an the and or but nor so yet for of in on at by to from with without into onto over under about against between among through during before after
    above below up down out off as than that this these those it its he she they we i you him her them us me his hers their our your my mine who whom whose which what
    when where why how if then because while although though unless until since whether is are was were be been being am do does did has have had having will would shall
    should can could may might must not no yes there here also only just even still already very too more most less least much many such own same other another each every
    both either neither all any some none few several however meanwhile instead moreover therefore thus perhaps maybe now today later again ever never often
    well let get got one including despite per via like behind near inside outside across along around beyond within toward towards upon among amid throughout`,
  determiner: 'a an the its his her their our my your this that these those some many several both other',
  pronoun:
    "i you he she it we they who him her them us me this that which there one everyone someone nobody people i've i'll i'd i'm you've you'll you'd you're we've we'll we'd we're they've they'll they'd they're he'll he'd she'll she'd",
  superlative: `largest biggest smallest highest lowest longest shortest oldest youngest newest fastest slowest richest poorest strongest weakest deadliest worst best greatest
    least earliest latest busiest cheapest costliest deepest closest hottest coldest warmest wettest driest heaviest lightest tallest wealthiest hardest safest
    top-ranked record-breaking record-setting best-selling bestselling highest-paid highest-grossing fewest top-selling`,
  ordinal: 'first second third fourth fifth sixth seventh eighth ninth tenth',
  comparative: `more less fewer higher lower larger bigger smaller greater longer shorter older younger faster slower richer poorer stronger weaker better worse cheaper deeper
    closer hotter colder warmer heavier lighter taller later earlier harder safer costlier wider narrower busier`,
  change: `rose risen rise rises rising fell fallen fall falls falling increased increase increases increasing decreased decrease decreases decreasing grew grown grow grows growing
    dropped drop drops dropping climbed climb jumped jump surged surge soared soar plunged plunge slumped slump sank shrank shrunk declined decline gained gain gains lost
    cut reduced reduce reducing raised raise up down expanded slipped tumbled dipped widened narrowed improved worsened slashed added shed rallied`,
  law: `law laws act bill legislation statute amendment treaty directive regulation ordinance constitution ruling verdict lawsuit indictment subpoena
    judgment judgement injunction decree sanctions conviction testimony records`,
  numberedLaw:
    'article section paragraph decision directive regulation resolution rule part title chapter clause order amendment proposition case docket appendix schedule §',
  title: 'mr mrs ms miss dr prof sir dame lord lady sen rep gov gen col lt sgt capt rev st',
  about: 'about around nearly almost roughly approximately some over under exactly just up only',
  nameLink: 'of de la van von der den al el bin ibn du da dos di the and &',
  times:
    'twice double doubled doubling triple tripled tripling quadrupled halved halving thrice twofold threefold tenfold',
  auxiliary:
    'has have had also later then previously recently once repeatedly once again now already is was are were be been being',
});
