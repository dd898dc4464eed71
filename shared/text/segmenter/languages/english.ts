import type { LanguageWords } from './language-words';

export const english: LanguageWords = {
  openers:
    'the a an this that these those there here it its he she they we you i his her their our your my in on at by for from to with as ' +
    'of if when while where what who why how which after before since until because although but and or so yet then now not no nobody ' +
    'none some many most all both each every several few one two three another other more about under over during according however ' +
    'meanwhile still also only even once today yesterday is are was were do does did has have had can could would should ' +
    'officials police critics residents authorities investigators prosecutors lawmakers analysts experts researchers',
  continuing:
    'Mr Mrs Ms Mx Messrs Dr Drs Prof Rev Hon Gov Gen Col Lt Sgt Capt Cpl Pvt Maj Cmdr Adm Sen Sens Rep Reps Pres Supt Insp Det ' +
    'Atty Mt Ft vs cf e.g i.e viz approx ca',
  beforeNumbers:
    'No Nos no nos p pp fig figs vol vols ch chap sec sect art pt par para Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec ed Apt Rm Ext ' +
    'tel est v ver',
  undecided:
    'St Ave Blvd Rd Inc Ltd Co Cos Corp Bros Assn Dept Univ Jr Sr Esq al Ph.D M.D B.A M.A U.S U.K U.N D.C',
  ending:
    'etc a.m p.m Ala Ariz Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Vt Va ' +
    'Wash Wis Wyo',
};
