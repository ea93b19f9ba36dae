/** What people do with words, things and promises. */
export const acts = `
write@0.4: write, draft, compose, produce, generate, create, craft, author, phrase, put down / écrire, rédiger, produire, générer, créer, composer, formuler
say<communicate@0.6: say, state, tell, mention, mention of, express, indicate, note, utter, voice, speak of, talk about, specify, name / dire, indiquer, mentionner, énoncer, exprimer, préciser, parler, évoquer, citer, signaler, nommer ! keep quiet about, stay silent on, leave unsaid / taire, passer sous silence
answer@0.4: answer, reply, respond, response, return, output, reaction / répondre, réponse, retourner, renvoyer, sortie
give<provide@0.4: give, provide, supply, hand over, deliver, furnish / donner, fournir, remettre, livrer
use@0.4: use, usage, apply, employ, utilise, utilize, work with, go by / utiliser, appliquer, employer, usage, se servir, sers
follow<obey: follow, obey, comply, heed, carry out, execute, act on, abide, respect, honour, honor, adhere, stick to, do what … says, do as / suivre, obéir, respecter, exécuter, se conformer, observer, obtempérer, tenir compte, appliquer, donner suite ! ignore, disregard, overlook, pay no attention, discount, override, disobey, set aside / ignorer, négliger, faire abstraction, outrepasser, désobéir
include@0.7: include, contain, add, put in, insert, feature, incorporate, have in, appear, show up, turn up, occur, figure / inclure, contenir, ajouter, insérer, intégrer, apparaître, figurer, comporter, mettre dans, reprendre ! omit, leave out, leave … out, exclude, drop, skip, remove, strip, cut, delete, keep out, keep … out, take out, take … out, discard, spare / omettre, exclure, laisser de côté, supprimer, retirer, enlever, ôter, éliminer, passer, couper, effacer
reveal: reveal, disclose, expose, leak, share, divulge, publish, give away, let slip, pass on, make public, show / révéler, divulguer, dévoiler, exposer, communiquer, publier, transmettre, ébruiter, rendre public, laisser filtrer, partager ! hide, conceal, mask, redact, black out, blank out, anonymise, anonymize, pseudonymise, withhold, keep secret, keep private, keep … private, keep confidential, keep … confidential, keep … to yourself, protect, obscure, scrub, censor / cacher, masquer, caviarder, anonymiser, pseudonymiser, dissimuler, garder secret, garder pour toi, garder pour vous, protéger, occulter, flouter, biffer
promise<commit: promise, commit, pledge, guarantee, assure, vow, undertake, bind, engage to, swear, make a promise, give your word, agree to, grant, offer, announce, confirm, hold out / promettre, promesse, engager, garantir, assurer, s'engager, accorder, proposer, offrir, laisser espérer, laisser entendre, faire miroiter, annoncer, consentir, octroyer
invent: invent, make up, make … up, fabricate, hallucinate, imagine, fantasise, dream up, conjure, concoct, guess, speculate, assume, assumption, infer, deduce, presume, suppose, fill in, fill … in, fill gaps, extrapolate, pad out, embellish / inventer, imaginer, fabriquer, halluciner, supposer, deviner, spéculer, présumer, déduire, extrapoler, broder, conjecturer, combler, hypothèse, supposition
add<include@0.6: add, append, introduce, supplement / ajouter, rajouter, compléter, introduire
keep@0.5: keep, retain, preserve, leave, stay, remain, maintain, hold / garder, conserver, laisser, maintenir, préserver, rester, retenir
change<edit: change, alter, modify, rewrite, reword, rephrase, paraphrase, edit, adjust, touch up, retouch, tweak, amend, revise / changer, modifier, reformuler, paraphraser, réécrire, altérer, retoucher, amender, remanier, réviser, adapter
copy<quote: copy, reproduce, repeat, replicate, transcribe, reprint, reuse, echo, duplicate, restate, redo / copier, recopier, reproduire, répéter, reprendre, transcrire, dupliquer, redire
quote: quote, quotation, cite, citation, excerpt, extract … from, quotation marks / citer, citation, extrait, guillemets, reprendre
choose: choose, pick, select, opt, take, go for, retain, prefer, favour, favor, choice / choisir, choix, sélectionner, retenir, prendre, opter, préférer, privilégier
classify: classify, classification, label, categorise, categorize, category, sort, tag, class, assign, bucket, code as, count as, file under, rate / classer, classifier, catégorie, catégoriser, étiqueter, ranger, trier, libellé, coder, compter comme
judge@0.8: judge, assess, evaluate, weigh, consider, treat, regard, view, interpret, read … as, take … as, handle, understand, look at, deem, think of / juger, évaluer, considérer, traiter, regarder, interpréter, tenir pour, prendre, lire, comprendre, voir, estimer
describe: describe, description, depict, portray, characterise, characterize, outline / décrire, description, dépeindre, caractériser
explain: explain, explanation, clarify, justify, justification, account for, elaborate, give reasons, spell out, reason why, why, motivate / expliquer, justifier, justification, clarifier, motiver, pourquoi, détailler, argumenter
summarise: summarise, summarize, summary, sum up, recap, recapitulate, condense, digest, boil down, overview, brief / résumer, récapituler, synthétiser, synthèse, condenser
list@0.7: list, enumerate, itemise, itemize / lister, énumérer, dresser
extract: extract, pull out, pull, retrieve, collect, gather, pick out, find, get / extraire, extraction, relever, recueillir, récupérer, collecter, repérer, trouver
translate: translate, render in, convert / traduire, traduction
compare: compare, comparison, contrast, versus, set against, against, benchmark / comparer, comparaison, confronter, opposer, rapprocher
compute: compute, calculate, work out, add up, sum, total, count, arithmetic, tally / calculer, additionner, somme, total, compter, chiffrer
check: check, verify, verification, double-check, validate, review, proofread, make sure, reread, test, confirm, cross-check, inspect, look over, control / vérifier, vérification, relire, contrôler, valider, s'assurer, assure, tester, confirmer, revoir
ask: ask, question, query, enquire, inquire, clarifying question, request clarification, come back with, get back to / demander, question, interroger, poser une question, se renseigner, renseigner, précisions
request<demand: demand, request, want, claim, insist, wish, would like, call for, require, desire / exiger, réclamer, vouloir, souhaiter, désirer, revendiquer, demande, requête, insister
decide: decide, decision, rule, verdict, determine, settle, resolve, conclude, conclusion / décider, décision, trancher, verdict, conclure, déterminer
accept: accept, approve, agree, allow, permit, authorise, authorize, grant, consent, sign off, green-light, let, yes / accepter, approuver, autoriser, permettre, consentir, valider, accord, admettre, agréer ! refuse, reject, decline, deny, forbid, prohibit, ban, turn down, disallow, rule out, turn away / refuser, rejeter, décliner, interdire, proscrire, bannir, exclure, éconduire, s'opposer
remember: remember, recall, bear in mind, keep in mind, be sure, take care / se souvenir, rappeler, penser à, veiller, souviens, prendre soin ! forget, neglect, fail, omit / oublier, oublie, négliger, manquer de
hesitate@0: hesitant ! hesitate, be afraid / hésiter
start@0.9: start, begin, open, lead, lead with, first, kick off, introduce with, at the top, top, up front, first line, head with, put … first, come first, upfront / commencer, débuter, ouvrir, d'abord, en premier, premier, entamer, attaquer, démarrer, en tête, première phrase, première ligne, ouverture
end@0.9: end, finish, close, conclude, last, finally, wrap up, at the bottom, sign off with / finir, terminer, conclure, fermer, dernier, enfin, clôturer, dernière phrase, achever
thank: thank, gratitude, grateful, appreciate / remercier, merci, gratitude
apologise: apologise, apologize, sorry, excuse, regret / s'excuser, excuse, désolé, pardon, regret
greet: greet, salutation, hello, hi, dear, welcome / saluer, salutation, bonjour, accueillir, formule d'appel
inform<say: inform, notify, notice, let … know, update, report, alert, warn, announce, keep … posted, make aware / informer, prévenir, avertir, annoncer, alerter, signaler, faire savoir, tenir au courant, aviser
recommend: recommend, suggest, suggestion, advise, advice, propose, tip / recommander, suggérer, suggestion, conseiller, proposer, proposition, préconiser
help@0.6: help, assist, support, aid / aider, assister, soutenir
contact: contact, reach out, call, phone, write to, get in touch, email, message / contacter, joindre, appeler, téléphoner, prendre contact, solliciter
send: send, forward, dispatch, transmit, ship, mail / envoyer, transmettre, expédier, adresser, faire parvenir, faire suivre
wait: wait, await, hold on, pause / attendre, patienter, attente
continue: continue, proceed, go on, carry on, keep going, resume / continuer, poursuivre, reprendre ! stop, halt, cease, quit, pause / arrêter, cesser, stopper, s'arrêter, interrompre
leave-service: leave, churn, cancel, quit, departure, terminate, unsubscribe, walk away, switch, defect, go away, move on, close … account / partir, départ, résilier, quitter, annuler, se désabonner, désabonnement, s'en aller
cause<reason: cause, trigger, make, drive, tip, lead to, bring about, provoke, push, tip the balance, decisive / provoquer, causer, déclencher, entraîner, pousser, amener, faire, décisif, déterminant
show@0.5: show, display, present, demonstrate, illustrate, appear / montrer, afficher, présenter, illustrer, démontrer
refer<quote: refer, point to, cite, based on, rely, ground, base, rest on, backed, back up, support, draw on, anchor, lean on, derive / se référer, référence, renvoyer, fonder, s'appuyer, appuie, baser, reposer, étayer, appuyer, s'en tenir
replace: replace, substitute, swap, exchange, put … instead / remplacer, substituer, échanger
avoid-act@0: ! avoid, refrain, abstain, steer clear, shy away, stay away, stop short, keep from, beware, resist, cut out, do without, eschew, hold back, leave aside / éviter, s'abstenir, abstenir, se garder, se passer, garde-toi, gardez-vous, renoncer, bannir, proscrire
think: think, reason, think through, reflect, ponder, consider, work through / réfléchir, raisonner, penser, réflexion
confirm: confirm, acknowledge, recognise, recognize / confirmer, accuser réception, reconnaître
plan: plan, schedule, arrange, book, set up, agenda, organise, organize / planifier, prévoir, programmer, organiser, fixer, caler, plan, agenda
meet: meet, call, appointment, session, demo, conversation / réunion, rencontrer, rendez-vous, entretien, démo, échange, visite
criticise<complaint: criticise, criticize, blame, fault, accuse, attack, reproach, point the finger / critiquer, blâmer, accuser, reprocher, incriminer
praise: praise, compliment, flatter, flattery, laud, commend, thank / louer, louange, éloge, compliment, féliciter, flatter, vanter, encenser
argue: argue, dispute, contest, challenge, object, debate, disagree / contester, discuter, débattre, objecter, s'opposer, argumenter
improve: improve, better, enhance, optimise, optimize, upgrade, polish, refine / améliorer, optimiser, perfectionner, peaufiner
fix<solve: fix, solve, repair, resolve, correct, correction, patch, remedy, solution, debug, rectify / corriger, correction, réparer, résoudre, solution, rectifier, remédier, déboguer
fail<error: fail, failure, break, crash, go wrong / échouer, échec, planter, plantage, tomber en panne
move@0.6: move, shift, transfer, migrate / déplacer, transférer, migrer, bouger
need@0.4: need, necessary, require, necessity / besoin, nécessaire, falloir, requis, exigence, nécessiter
know@0.7: know, knowledge, aware, learn, sure, certain, certainty / savoir, connaître, sûr, certain, certitude, apprendre ^ unsure, uncertain, doubt, in doubt, unclear, not sure, ambiguous, vague / incertain, doute, flou, ambigu, pas sûr
do@0.2: do, perform, carry, conduct, run / faire, effectuer, réaliser, mener
`;
