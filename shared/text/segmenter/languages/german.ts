import type { LanguageWords } from './language-words';

export const german: LanguageWords = {
  openers:
    'der die das den dem des ein eine einer einem einen es er sie wir ihr ich man dies diese dieser dieses dort hier da dann danach ' +
    'dabei dafür damals dazu davon doch aber und oder auch nur noch schon so wie was wer wo wann warum wenn weil als ob nach vor bei ' +
    'mit von aus in im am an auf zu zum zur für über unter seit bis durch gegen ohne um niemand keiner kein keine nichts alle viele ' +
    'einige mehr sein seine seinen ihre ihren nun jetzt heute gestern später zwar allerdings außerdem trotzdem inzwischen laut ist war ' +
    'sind wird hat nicht beide',
  continuing:
    'Dr Prof Dipl Ing Hr Hrn Fr Hl hl z.B d.h u.a i.d.R o.g v.a bzw vgl rd zzgl inkl exkl evtl ggf ggfs sog bspw insb insbes gem lt ' +
    'einschl ehem geb gest verh gesch zw z.Zt z.T u.U Hrsg s.a bes Frhr Bgm Reg',
  beforeNumbers:
    'Nr Nrn Art Abs S Bd Bde Kap Abb Tab Ziff Rn Rz Anm Az Tel str Str Jan Jän Febr Feb Mär Apr Jun Jul Aug Sept Sep Okt Nov Dez max min ' +
    'mind tägl Jg Aufl Par',
  undecided: 'St Mio Mrd Tsd Std ff f Chr Jh Jhd Hbf e.V n.Chr v.Chr Co ca Inh Kfz Stv stv',
  ending: 'usw etc u.v.m u.Ä u.ä o.ä o.Ä usf',
};
