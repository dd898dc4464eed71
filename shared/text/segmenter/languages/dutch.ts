import type { LanguageWords } from './language-words';

export const dutch: LanguageWords = {
  openers:
    'de het een dit dat deze die er hij zij ze we wij u je jij ik zijn haar hun ons onze mijn en maar of want dus toch ook nog al wel niet ' +
    'geen niemand niets alle veel meer enkele beide wie wat waar wanneer waarom hoe als toen omdat terwijl hoewel na voor in op aan met ' +
    'van naar uit bij door over onder sinds tot tussen tegen zonder volgens om te daar daarna daarom hier nu vandaag gisteren morgen ' +
    'later zo is was zijn waren wordt heeft had kan twee drie sommige',
  continuing:
    'dhr mevr mw mej mr mrs dr drs ir ing prof ds jhr kol kap gebr d.w.z bijv o.a m.a.w m.n i.p.v t.a.v o.l.v a.d vgl resp incl excl zgn ' +
    'evt m.b.t i.v.m n.a.v St wed mgr',
  beforeNumbers:
    'nr nrs art blz p pag fig tel hfst jan feb febr mrt apr jun jul aug sept sep okt nov dec max min vol lid par',
  undecided: 'B.V N.V V.N V.S V.O.F bv ca',
  ending: 'enz e.v e.d etc n.Chr v.Chr',
};
