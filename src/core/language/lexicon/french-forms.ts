/** Endings of irregular French verbs, and what stands in their place in other forms (without accents). */
const endings: readonly (readonly [RegExp, string])[] = [
  [/mettre$/, 'mets met mettez mettons mettent mette mis mise mises mettant mettra mettras'],
  [/prendre$/, 'prends prend prenez prenons prennent prenne pris prise prises prenant prendra'],
  [/(?<!pren)dre$/, 'ds d dez dons dent de du due dus dues dant dra'],
  [/ecrire$/, 'ecris ecrit ecrivez ecrivons ecrivent ecrive ecrits ecrite ecrites ecrivant ecrira ecriras'],
  [/crire$/, 'cris crit crivez crivons crivent crive crits crite crivant crira'],
  [/dire$/, 'dis dit dites disez disons disent dise disant dite dira diras'],
  [/lire$/, 'lis lit lisez lisons lisent lise lu lue lus lira'],
  [/uire$/, 'uis uit uisez uisons uisent uise uite uits uisant uira'],
  [/clure$/, 'clus clut cluez cluons cluent clue cluant cluse clura'],
  [/enir$/, 'iens ient enez enons iennent ienne enu enue enus enues enant iendra'],
  [/voir$/, 'vois voit voyez voyons voient voie vu vue vus voyant verra vra'],
  [/cevoir$/, 'cois coit cevez cevons coivent coive cu cue cevra'],
  [/vouloir$/, 'veux veut veulent voulez voulons veuille veuillez voulu voudrait voudra'],
  [/faire$/, 'fais fait faites faisons font fasse faite faits faisant fera feras'],
  [/taire$/, 'tais tait taisez taisons taisent taise tu tue taira'],
  [/traire$/, 'trais trait trayez trayons traient traie traite traits traira'],
  [/plaire$/, 'plais plait plaisez plaisent plaise plu plaira'],
  [/suivre$/, 'suis suit suivez suivons suivent suive suivi suivie suivant suivra'],
  [/vivre$/, 'vis vit vivez vivent vive vecu'],
  [/croire$/, 'crois croit croyez croient croie cru crue'],
  [/naitre$/, 'nais nait naissez naissent naisse nu nue'],
  [/paraitre$/, 'parais parait paraissent paraisse paru parue paraitra'],
  [/(?<!m)ettre$/, 'ets et ettez ettent ette is'],
  [/battre$/, 'bats bat battez battu'],
  [/rompre$/, 'romps rompt rompez rompu'],
  [/ndre$/, 'ns nt gnez gnons gnent gne nte nts'],
  [/oudre$/, 'ous out olvez olvent olve olu'],
  [/ouvrir$/, 'ouvre ouvres ouvrez ouvrons ouvrent ouvert ouverte'],
  [/ffrir$/, 'ffre ffres ffrez ffrons ffrent ffert fferte'],
  [/(?:ser|sen|men|par|sor|dor)tir$/, ''],
  [/rtir$/, 'rs rt rtez rtons rtent rte rti'],
  [/ntir$/, 'ns nt ntez ntons ntent nte nti'],
  [/rvir$/, 'rs rt rvez rvons rvent rve rvi'],
  [/courir$/, 'cours court courez courent coure couru'],
  [/oyer$/, 'oie oies oient oiera oyez oye oyee'],
  [/uyer$/, 'uie uies uient uyez uye uyee'],
  [/ayer$/, 'aie aies aient ayez aye ayee'],
  [/eler$/, 'elle elles ellent elez ele'],
  [/ir$/, 'is it issez issons issent isse i ie is ies issant ira'],
];

/** Further forms of a French verb; none for other words. */
export function frenchForms(word: string): string[] {
  for (const [ending, forms] of endings) {
    if (!ending.test(word) || forms === '') continue;
    return forms.split(' ').map((form) => word.replace(ending, form));
  }
  return [];
}
