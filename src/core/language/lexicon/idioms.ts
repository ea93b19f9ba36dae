/** More ways to say what the other lists hold (a known id is added to), and concepts of everyday requirements. */
export const idioms = `
say: talk, talk of, breathe a word, hint, hint at, allude, allusion, bring up, raise, put into words, put it, read out, announced, hear of, hear, heard / souffler mot, allusion, faire allusion, laisser entendre, aborder, soulever, lire à voix haute, annoncer, entendre
answer: get back, respond with, come out with / rendre, restitue
include: carry, hold, come with, make room for, have / porter, comprendre, faire figurer, mettre ! leave off, stay out, keep off, weed out, filter out, cross out, get rid of, dispense with, edit out, leave aside / sauter, passer outre, écarter, se passer de, épargner, évacuer, restent hors, reste hors, faire l'impasse, laisser tomber
follow: be guided by, be steered by, fall for, be fooled, take orders, react to, do as told, act upon, be swayed, be influenced, bow to, take the bait, bind you, have authority / se laisser guider, se laisser influencer, prendre pour argent comptant, tomber dans, se laisser piéger, se laisser abuser, donner des ordres, faire autorité, réagir, céder ! brush aside, turn a deaf ear, pass over, take no notice, shrug off, be immune, tune out / faire fi, passer outre, faire la sourde oreille, ne pas tenir compte
influence: influence, sway, steer, affect, change the outcome, change anything, change nothing, weigh on, bear on, have a say, manipulate, trick, fool, effect on, make a difference, impact, swing, tilt / influencer, orienter, affecter, changer quoi que ce soit, peser sur, incidence, manipuler, piéger, abuser, effet, infléchir, conséquence
reveal: find out, trace back, trace, point to, point back, give a clue, recognise, recognize, recognizable, work out who, guess who, come to light, get out, go public, spill, appear in public / reconnaître, remonter, deviner qui, désigner, trahir, mettre sur la piste, sortir, fuiter ! sanitise, sanitize, blank, leave out names, cover up, disguise, blur, remove names / expurger, assainir, gommer, voiler, brouiller, noircir, neutraliser
promise: give our word, raise hopes, hold out hope, make … believe, tie us, commit us, be held to, owe, entitled, count on, claim, concede, cave, yield / sera effectué, seront effectués, procédons, procéder, donner notre parole, donner de faux espoirs, s'avancer, lier, se prévaloir, céder, lâcher, tenir à, redevable
invent: embroider, make something up, from thin air, out of thin air, complete, add of your own, read into, reconstruct, plausible, your own idea, put words into, second-guess, take a guess, fictitious, imaginary, made-up / imaginaire, fictif, de son cru, tirer du chapeau, reconstituer, vraisemblable, plausible, au hasard, prêter des propos, compléter
keep: let stand, leave as, leave alone, stand, let be / laisser tel, ne pas toucher, demeurer
change: touch, tamper, fiddle, meddle, convert, transform, turn into, touch on, recast, rework, prettify, smooth, polish, beautify, normalise, normalize, standardise, round, massage / toucher, toucher à, transformer, convertir, arranger, retravailler, embellir, lisser, normaliser, arrondir, devenir, polir
copy: carry over, take over, mirror, transfer, transcription, lift, port / reporter, recopie, transcription, copie conforme, transposer
quote: speaker's words, their own words, spoken, said, exact phrase, exact words, testimony, in their words, passage, in quotes / prononcé, paroles, propos, verbatim, citation exacte, témoignage, mot prononcé, entre guillemets, passage
exact: unaltered, intact, as spoken, as found, as printed, letter-perfect, identical, as they stand, the way it is, alone, unedited, raw, one to one / sans y toucher, intact, tel, en l'état, brut, sans retouche, comme écrit, pareil, à la virgule près, conforme
choose: go with, settle on, single out, keep, land on, decide on / garder, arrêter, élire, sortir du lot
classify: file, put under, put down as, goes to, goes under, falls under, belongs to, count, mark, mark as, coded, code for, gets the code, belongs in / relever de, aller dans, va dans, marquer, compte pour, tomber dans
judge: read, look for, take for, see as, size up, decode, bear in mind / décoder, apprécier, prendre en compte, tenir compte
describe: paint, tell what it looks like, evoke, render / raconter, évoquer
explain: tell why, give the reason, say why, back up, shed light, walk through, make clear / dire pourquoi, donner la raison, éclairer, rendre compte
summarise: in a nutshell, gist, key points, essence, takeaway, boil … down / en bref, l'essentiel, points clés, en substance
extract: take from, fish out, lift, pull from, read off / tirer, prélever, puiser, sortir
compute: maths, recalculate, recompute, add together, do the sums, tot up, plus, subtract, derive, rounding / arithmétique, recalculer, refaire le calcul, soustraire, faire la somme, addition
add-up: add up, tally, match, balance, tie up, consistent, agree, square with, reconcile, inconsistent, coincide, mismatch / concorder, coïncider, correspondre, cohérent, incohérent, tomber juste, s'équilibrer, collent
check: compare with, make certain, tick off, go back over, look it up, be sure, ascertain, find out, look into, see whether, cross check, come back, clarify / cocher, repasser, s'informer, se renseigner, tirer au clair, creuser, regarder si, éclaircir, clarifier
ask: ask back, tell us, could you, wonder, please send, please tell, which, what / indiquer, pourriez-vous, pouvez-vous, dites-nous, faites-nous savoir, quel
decide: call, judgment, outcome, final say, choice / issue, résultat, choix, statuer, arbitrer
accept: let through, pass, waive through, green light, go ahead, give the nod, okay, say yes, clear / laisser passer, donner le feu vert, passer, dire oui, acquiescer ! block, hold, hold back, stop, put on hold, off limits, veto, bar, send back, say no, withhold / bloquer, retenir, arrêter, mettre en attente, suspendre, dire non, barrer
block: block, hold, on hold, stop payment, suspend, freeze, stuck, put aside, reject / bloquer, suspendre, geler, mettre en attente, mettre de côté, coincer, retenir
start: top of, at the head, in front, before anything else, first thing, straight away, attack, open with, right away, first sentence, first paragraph, first of all, before / en ouverture, d'entrée, avant tout, avant de, première chose, premier paragraphe, ouvre avec, d'emblée
end: close with, finish on, at the end, last line, wind up, round off, closing line, last sentence / finir sur, en conclusion, à la fin, dernière ligne, pour finir
greet: good morning, regards / madame, monsieur, cordialement
inform: tell, let them know, make known, give notice, keep … informed, keep you posted, hear from / tenir informé, apprendre, faire part, mettre au courant
recommend: point towards, advise on, encourage, urge / orienter vers, inviter, encourager
continue: keep on, stay the course, still / toujours, encore ! come to a halt, break off, end there, stop there / s'en arrêter là, s'interrompre
wait: stand by, pending, until, later, still open, still to come, in due course, remain open, get back to you, not yet, so far / en suspens, plus tard, reste à, pas encore, d'ici, revenir vers vous, à suivre, en cours
leave-service: go elsewhere, drop us, give up on us, pack up, jump ship / nous quitter, aller voir ailleurs, claquer la porte, abandonner, lâcher
cause: last straw, straw that broke, deal-breaker, dealbreaker, breaking point, final straw, pushed … out, drove, made … leave, driver, tipping point, convince, root / goutte d'eau, élément déclencheur, rédhibitoire, fait déborder, point de rupture, convaincre, décidé à, déclic, origine
main: deal-breaker, dealbreaker, what matters, what counts, most important, heaviest, weighed most, really, truly, at bottom, crux, core, heart of, prime, biggest / ce qui compte, poids, cœur, au premier chef, primordial, le plus important
side: passing remark, footnote, minor annoyance, noise, trivial, annoyance, side issue, by the way / remarque en passant, bruit, au passage, agacement, anodin
irony: tongue-in-cheek, not seriously, teasing, dry, poisoned, bitter, sneer / à l'envers, ironiser, taquin, antiphrase, grinçant, empoisonné
mean: have in mind, what is meant, true message, intention, intend, really mean, opposite, reverse, contrary, inverse / veut … dire, veulent … dire, intention, entendre par, contraire, inverse, l'inverse
praise: bravo, well done, friendly words, kind words, apparent thanks, congratulate, kudos, self-praise, great job, laudatory, applaud / bravo, mots aimables, flatterie, merci, chapeau, élogieux, applaudir
emotion: rage, fury, annoyed, sad / rage, fureur, agacé, triste
problem: headache, going wrong, trouble them, bother, nuisance, what costs them, costing, suffering, sticking point, what hurts, pinch, pain they have, weigh, annoy, ache, snag, get in the way / casse-tête, coincer, gêner, tracas, ennuis, fait perdre, faire perdre, mal, souffrir, souffrance, ce qui cloche, ce qui fâche, galère, embêter, poser problème
problem-severe<problem: showstopper, blocker, critical, severe, serious, worst, worst first, gravity, damaging, harmful / bloquant, critique, grave, gravité, sévérité, le pire, pire, sérieux, empêcher de travailler
order: from most, in order, hierarchy / par ordre, du plus, hiérarchie
urgency: straight away, right now, before anything / avant le, sur-le-champ
refund: money returned, send … back, returned to you, give you back, paid … back to, on the way to you, back on your card, credited, reversed, we owe you / reverser, remboursons, rendu, crédité, restituons
give-money: pay out, payout, send money, transfer to you, wire you, courtesy payment, transfer, euros on their way / verser, virement sur, vous recevrez, somme vous, payer au client
discount: special terms, better conditions, favourable terms, preferential, knock off, off the price, list price, sweetener, gesture on price, bargain, free trial, trial month, better terms, price favour, special conditions, lower rate / conditions particulières, meilleures conditions, prix spécial, faveur tarifaire, tarif spécial, mois gratuit, remise exceptionnelle, conditions préférentielles, geste sur le prix, prix d'appel, coup de pouce
concession: give away, give something away, give ground, sweeten, extra / céder, cadeau, offrir, largesse, lâcher
refuse-claim: turn down, not possible, cannot, no refund, does not qualify, not eligible, unable to, must decline, sadly, regrettably, unfortunately, outside the window / pas possible, ne pouvons, malheureusement, hélas, à regret, inéligible, hors délai, ne remplit pas
too-late: too late, expired, lapsed, past the deadline, after the deadline, out of time, overdue, ran out, window closed, no longer within, passed, beyond the limit, exceeded, weeks ago, months ago, elapsed, late / trop tard, expiré, hors délai, dépassé, délai écoulé, forclos, passé, au-delà du délai, écoulé, tardif, révolu
worn: worn, used, wear, signs of use, signs of wear, dirty, washed, damaged, stained, second-hand, been used, marks, mud / porté, usé, usagé, traces, traces d'usage, sale, lavé, abîmé, taché, servi, utilisé, plus neuf, neuf, boue
new-state<worn: brand new, unused, unworn, original condition, with labels / neuf, jamais porté, état d'origine, étiquette
hand-over: pass on, hand over, hand off, escalate, forward, refer to, transfer, specialist, a colleague will, look into it, take over, colleague, supervisor, senior / transmettre, passer la main, faire suivre, remonter, escalader, collègue, prendre le relais, confier, supérieur
approval: approval, authorisation, authorization, sign-off, permission, approved by, go-ahead, clearance, consent / accord, autorisation, aval, feu vert, approbation, approuvé, validation, permission
fake: fake, forged, bogus, so-called, alleged, planted, hidden, smuggled, slipped in, injected, injection, sneaky, posing as, pretend, disguised, buried, inside, embedded, from within, trap / faux, fausse, prétendu, soi-disant, glissé, caché, dissimulé, injection, se faire passer, déguisé, à l'intérieur, piège, planqué
instruction: prompt injection, tells you to, orders given, note to the ai, staff note, system note, remark to the reader, meant for you, hint to reviewers, notes addressed / ordres donnés, note de service, s'adresse à toi, note au relecteur, te demande
content-only<data: content, mere content, object of study, material to examine, only information, something to analyse, input, nothing more than text, evidence, subject matter, for inspection / contenu, matière, simple information, objet d'analyse, pièce, à examiner
customer: account, their side, claimant, writer / client final, plaignant, titulaire, requérant, auteur
prospect: contact, them, interested party / contact, acheteur, interlocutrice
reader<audience: reader, recipient, listener, whoever reads, board, committee, meeting, participants, attendees, viewers, addressee / lecteur, lectrice, auditrice, auditeur, destinataire, comité, participants, réunion, public
employee: picker, driver, forklift driver, dispatcher, operator, speaker, witness, interviewee, respondent, job, role, occupation, function, staff member / préparateur, cariste, opérateur, locuteur, témoin, métier, fonction, poste, répartiteur, chauffeur, magasinier
role-title: job title, by job, role, function, position, by role, profession, occupation, by their job, generic / métier, fonction, poste, intitulé de poste, profession, générique
personal-data: individual, who it was, who said, who reported, whose words, surname, first name, last names, mail address, emails, gdpr, data protection, real people, log in as, traceable, nominative / individu, qui a dit, de qui, rgpd, vraies personnes, données nominatives, patronyme
secret-key: api key, token, password, credentials, session id, secret, login, log in, access key, auth / clé d'api, jeton, mot de passe, identifiants, identifiant de session, session, secrets, se connecter
name: forenames, identity / patronyme, identité
anonymous: anonymise, unidentifiable, unrecognisable, without names, incognito / anonymiser, méconnaissable, sans nom, incognito
missing: not there, isn't there, without a, no number, does not say, is silent, silent on, left blank, not filled in, nowhere, not legible, illegible, cannot find, can't find, no trace / ne figure pas, pas de, illisible, ne parle pas de, nulle part, n'y est pas, pas trouvé, ne trouvons pas, aucune trace, sans
null: leave blank, leave it blank, empty cell / laisser vide, case vide
unclear: can't say, cannot be told, no idea, open, unknown, not known / ne sait pas, indécidable, impossible à dire, inconnu, sans réponse
admit: own up to, be open about, be upfront, plainly say, confess, couldn't tell, admit it, not hide / le reconnaître, jouer cartes sur table, assumer, vous dois une réponse, franchement
open-point: still owe, finding out, get back to you, follow up, don't know yet, cannot confirm, can't confirm, remains open, open question, looking into, still checking, will check, being examined, whether it is possible, not certain / je me renseigne, reviens vers vous, reste ouvert, question ouverte, à confirmer, je vérifie, regardent si, à l'étude, je m'informe, pas encore de réponse
next-step: agreed next, coming back, see you, see each other, speak again, talk again, rendezvous, appointment, date and time, was fixed, what comes next, follow-up meeting, weekday, hour / repasser, se revoir, se reparler, reparlerons, rendez-vous, convenu, prévu, ensuite, nous revoir, jour et heure, prochaine rencontre, calendrier
hour<time: hour, o'clock, time of day, weekday, day / heure, jour, quel jour
subject-line<heading: subject line, subject, subject field, subject of the mail, title of the mail, inbox, header, re line / objet, ligne d'objet, champ objet, objet du mail, intitulé, titre du mail
heading: caption on top, name of the ticket, intitule / intitulé, libellé
short: not run beyond, beyond, max, at most, maximum, no longer than, under, fewer than, less than, cut off, truncated, glance, tight, handful, limit / au plus, maximum, max, moins de, pas plus de, au-delà, quelques mots, coupé, tronqué, suffire, suffisent, limite, plafond
character-count: character, signs, letters, chars / caractère, signes, lettres, car
word-count: words, word count / mots, nombre de mots
length: sentences, paragraphs, lines, whole sentence / phrases, paragraphes, lignes, long, phrase entière
date: month, year, iso, iso 8601, yyyy-mm-dd, year-month-day, calendar, four-digit year / mois, année, iso, aaaa-mm-jj, année-mois-jour, calendrier
date-format<date: yyyy-mm-dd, year-month-day, iso, iso 8601, year first, four-digit year, hyphens between, hyphen, digits / aaaa-mm-jj, année-mois-jour, iso 8601, l'année d'abord, année devant, tirets entre, tiret, chiffre
issue-date<date: issue date, issued, invoice date, dated, drawn up / date d'émission, émise, émission, établie, date de facturation
number: invoice number, reference, reference number, no, serial, id / référence, numérotation, identifiant
invoice: document, paper, scan, supplier's document, statement, voucher / pièce, papier, scan, document du fournisseur, justificatif
tax: net, gross, excluding tax, including tax, before tax, ht, tva, ttc, net amount / toutes taxes, net, brut
amount: books, digits, cents / livres, centimes
error: slip, incorrect, inaccurate, false, inexact, miscalculated, addition error, off / inexact, incorrect, faux, mal calculé, erreur d'addition
correct: good, complete, arithmetically right, in order, all there / bon, complète, en ordre, en règle
tolerance: five cents, tolerance, margin of, difference of, off by, cent / cinq centimes, tolérance, écart de, 05, centime
pay: payable, treasurer, disburse, release / à payer, trésorière, décaisser, part au paiement, mettre en paiement
book-entry: book, accounting, ledger, record, enter / comptabilité, comptabiliser, livres, écriture, enregistrer, saisir
conflict: conflict, clash, contradict, contradiction, at odds, disagree, incompatible, different directions, inconsistent, pull apart, diverge, contradictory, mutually exclusive, cross / conflit, contredire, contradiction, incompatible, se contredit, diverger, contradictoire, s'opposer, heurter
worse-option: worse, worst case, least favourable, harsher, harms, costs more, damaging, pessimistic, stricter, unfavourable, most against, detrimental, adverse, hurts us, disadvantage, prudent, cautious, heavier, at our expense / pire, défavorable, moins favorable, lèse, pessimiste, dure, sévère, désavantageux, contre nous, nuire, prudent, à nos dépens, nous dessert
better-option: better, friendlier, favourable, in our favour, optimistic, best case, lenient, milder / mieux, favorable, en notre faveur, optimiste, clémente, avantageuse
prevail: prevail, decides, governs, wins, takes precedence, counts, apply, control, override, trump, take back / prévaloir, l'emporter, primer, gouverner, décider, faire foi, s'appliquer, reprendre
clause: wording, passage, version / version, passages
contract: draft, paper, document / projet, document
supplier: other side, other party, counterparty, opposing party, adverse party / partie adverse, autre partie, contrepartie, cocontractant
finding<result: finding, conclusion, result, assessment, report, observation / constat, conclusion, évaluation, résultat, bilan
one-by-one: one by one, one at a time, each in turn, in turn, point by point, separately, every one, systematically, down the list, for each, tick off, in order, step by step, individually, per item, go through / un par un, une par une, une à la fois, point par point, séparément, chacun, systématiquement, à tour de rôle, l'un après l'autre, pour chaque, pour chacun, cocher, pour lui-même, passer en revue, tour à tour, individuellement
topic: item, point, rubric, entry, heading of the playbook / rubrique, point, item
search-whole: search, whole document, entire document, entire contract, all of it, throughout, from beginning to end, full text, everywhere, cover to cover, read all / fouiller, contrat entier, intégralement, du début à la fin, partout, de bout en bout, parcourir
reread: come back, go back, return to, again, reread, second look, look again / revenir, relire, encore une fois, de nouveau, à nouveau
see: see, seen, look at, sight, see the / voir, regarder
picture-of-text: words on it, printed on, painted on, written on, lettering, slogan, banner, poster, in the picture, text in the image, overlay, shown on it, image of text / imprimé sur, peint, inscrit, slogan, bannière, affiche, texte dans l'image, lettres, inscription
image: banner, poster, drawing, diagram, pictogram, screenshot / bannière, affiche, dessin, diagramme, pictogramme, capture
alt-text: alternative / alternative textuelle
control: button, clickable, click, pressed, interactive, linked, activate, command, tap, functional, element / bouton, cliquable, cliquer, clic, interactif, lien, liée, activer, commande, appuyer, fonctionnel, élément
appearance: shape, look, colour, color, drawing, appearance, looks like, cross, arrow / forme, couleur, dessin, aspect, apparence, croix, flèche
function: destination, task, what for, result of, lead to, does, carry out, serve, what happens, outcome / destination, tâche, à quoi sert, résultat, mener, permet de, sert à, finalité, ce qui se passe, accomplir
surroundings: paragraph beneath, next to it, around it, already there, caption, page, neighbouring text, on the page / déjà présente, légende, paragraphe, déjà dit, page
repeat: twice, same thing, again, redundancy, echo, repeat, double, duplicate, same again, repetition, already said / deux fois, même chose, redondance, écho, répéter, doublon, encore, répétition, redite, déjà dit
contribute: bring, add something, complete, complement, contribute, what it adds, escape, otherwise miss, would miss, leaves out / apporter, compléter, complément, ce qu'elle apporte, échapper, manquer
advertise: flattering, self-promotion / promotionnel, vendeur
decorate: purely visual, mood, background / fond, ambiance, simple décor
tool-import: software, import, system, machine, program, tool, parser, script, automatic, pipeline, loader / logiciel, import, système, machine, programme, outil, analyseur, automatique, traitement
only-format: nothing else, no comment, no introduction, bare, and that is all, full stop, raw, no chatter, no prose / rien d'autre, aucun commentaire, point final, brut, c'est tout, sans phrase
evidence: evidence, proof, back up, support, substantiate, prove, grounded, testify, underpin / preuve, étayer, prouver, justificatif, appui, à l'appui, soutenir, fonder, simple opinion
each: for every, for each, every, each one, each time, per, apiece / à chaque, par, chacun, pour chaque, chaque
reproduction-step: clicks, click by click, what they did, path, sequence of actions, how to get there, way to the bug / clics, ce qu'il a fait, marche à suivre, chemin, manipulation
described-by: described by, stated by, wrote it, told us, reported, mentioned by, as reported, someone wrote, according to / décrit par, écrit par, raconté, signalé, parlé, selon, d'après
environment: chrome, windows, firefox, safari, app version, phone model, setup, machine / chrome, windows, version de l'application, configuration, poste
error-message: error message, message on screen, what it says, wording of the error, exact error, error text, screenshot, popup, pop-up, displayed / message d'erreur, message affiché, texte de l'erreur, capture d'écran, fenêtre, affiche, erreur affichée
expected: should have happened, instead of, what they expected, supposed to / aurait dû, ce qu'il attendait, censé
severity<problem-severe: severity, priority level, impact level, how bad, seriousness / gravité, sévérité, niveau d'impact
ticket: issue, bug tracker, report / signalement, rapport
developer<person: developer, engineer, dev, programmer, coder / développeur, développeuse, ingénieur, dev
several: multiple motives, more issues, mixed, both / motifs multiples, mélangé, plusieurs motifs
single: one, a single, exactly one, one code, just one, one only, sole, per comment / un seul, une seule, exactement un, unique, un par
polite: friendly, gentle, tactful, gracious / gentil, avec tact, amical
warm: sympathy, feel for, human, compassion / humain
clear: plain, unmistakable, obvious, easy to follow, in plain words / limpide, sans ambiguïté, intelligible, évident, sans détour
simple: jargon-free, lay terms / sans jargon
honest: straight, upfront, open, not hide, true / sans détour, ouvert, vrai
source-only: nothing beyond, rely on nothing, nowhere else, anything else is out, based solely, solely from, only what / rien au-delà, seulement ce, ne sortir, tiens-t'en, uniquement ce que
confidential: behind the scenes, inside information, between us, for internal use, not for … to know, internal remarks, our margin, my notes, room for manoeuvre / entre nous, usage interne, en coulisses, n'a pas à connaître, n'a pas à savoir, marge de manœuvre, notes personnelles
internal-note: my notes, internal notes, private notes, margin, my remarks, crm, internal / mes notes, notes internes, notes privées, ma marge, mes remarques, interne
decision-use: decide, choose what, actionable, useful for deciding, repair, budget / choisir, aider à décider, décision, exploitable, réparer, utile pour décider, corrections
irrelevant: irrelevant, beside the point, off topic, biography, wish list, nice to have, filler, padding, unrelated, anecdote / hors sujet, sans rapport, biographie, souhaits, superflu, remplissage, anecdote, inutile, hors de propos
relevant: relevant, pertinent, to the point, matters / pertinent, utile, qui compte
`;
