/** Time, quality, quantity, common things and qualities. */
export const general = `
date<time: date, day, calendar date, when, on which day / date, jour, quand
time: time, hour, clock, moment, o'clock / heure, temps, moment, horaire
period: period, month, year, week, duration, days / période, mois, année, an, semaine, durée, jours
today: today, now, currently, present day / aujourd'hui, maintenant, actuellement
age: age, old, age group / âge, ancienneté
late: late, overdue, delay, too late / en retard, tard, retard, tardif, délai dépassé
number: number, figure, digit, numeric, statistics, metric / nombre, chiffre, numérique, statistique, indicateur
order: order, sequence, sort, chronological, ranking, ascending, descending / ordre, séquence, chronologique, classement, croissant, décroissant, tri
short<length: short, brief, concise, succinct, terse, compact, to the point, crisp, briefly / court, bref, concis, succinct, brève, ramassé, brièvement ^ long, lengthy, verbose, wordy / long, longue, verbeux, prolixe
length: length, long, size, words / longueur, taille, mots
simple<clear: simple, plain, easy, simply, straightforward, uncomplicated, everyday words, plain language / simple, facile, clair, langage courant, mots simples ^ complicated, complex, technical / compliqué, complexe, technique
clear: clear, clearly, understandable, intelligible, readable, legible, unambiguous, clarity / clair, compréhensible, lisible, explicite, clarté
explicit: explicit, explicitly, expressly, in so many words, specific, concrete / explicite, expressément, noir sur blanc, concret
polite<tone: polite, courteous, respectful, kind, courtesy, considerate, civil / poli, courtois, respectueux, aimable ^ rude, impolite, disrespectful, curt / impoli, grossier, irrespectueux, sec
warm<tone: warm, friendly, empathetic, empathy, compassionate, caring, understanding, warmth, kind, sympathetic / chaleureux, amical, empathique, bienveillant, compréhensif ^ cold, distant / froid, distant
calm<tone: calm, composed, neutral, even-tempered, level-headed, dispassionate / calme, posé, neutre, serein
formal<tone: formal, official, businesslike, professional / formel, soutenu, officiel, professionnel, vouvoyer ^ informal, casual, relaxed, conversational, colloquial / informel, décontracté, familier, tutoyer
tone<style: tone, voice, register, style, manner / ton, voix, registre, style, manière
important@0.7: important, essential, crucial, vital, critical, significant, matter / important, essentiel, crucial, vital, significatif, compter, primordial
useful: useful, helpful, valuable, practical / utile, précieux, pratique ^ useless / inutile
good@0.4: good, right, proper, correct, appropriate, fine, well, best, great / bon, bien, correct, approprié, juste, convenable, meilleur ^ wrong, incorrect, bad, improper / mauvais, incorrect, faux, erroné
correct<good: correct, accurate, right, accuracy / exact, correct, juste, exactitude
error: error, mistake, fault, bug, defect, wrong, typo, flaw / erreur, faute, bug, défaut, bogue, anomalie, coquille
new@0.6: new, novel, fresh, recent / nouveau, nouvelle, récent, inédit, nouveauté
same-time@0.4: at the same time / en même temps
big@0.5: big, large, great, huge, high, much, long / grand, gros, élevé, énorme, important
small@0.5: small, little, low, tiny, minor / petit, faible, minime
fast: fast, quick, rapid, prompt, promptly, soon / rapide, vite, prompt, bientôt
possible@0.5: possible, able, feasible, can / possible, faisable, capable, pouvoir
idea: idea, thought, notion, suggestion, concept / idée, notion, concept, piste
topic@0.7: topic, subject, theme, matter, about / sujet, thème, matière, propos
part@0.5: part, piece, portion, section, element, component / partie, morceau, section, élément, composant, portion
thing@0.1: thing, stuff, something, anything, matter / chose, truc, quelque chose, machin
way@0.1: way, manner, method, approach / façon, manière, méthode, approche
result: result, outcome, output, finding, conclusion / résultat, conclusion, issue
work@0.5: work, task, job, assignment, workload / travail, tâche, travailler, mission
life: life, background, biography, career, personal life / vie, parcours, biographie, carrière
world: world, outside world, real world, internet, web / monde, internet, web
safe: safe, safety, secure / sûr, sécurité, sécurisé
quality: quality, standard, level / qualité, niveau
group: group, category, family, kind, type, class / groupe, catégorie, famille, type, genre, classe
child: child, kid, pupil, year-old / enfant, élève, gamin
agree@0.7: agree, agreement, consensus / d'accord, convenir, entente
doubtful: doubt, in doubt, questionable / doute, douteux, dans le doute
human: human, person in charge, real person, agent, escalate, hand off / humain, personne physique, agent, escalader, passer la main
event: event, happen, occur, take place / événement, se passer, arriver, se produire, avoir lieu
click: click, press, tap, push, select / cliquer, appuyer, presser, toucher
lead-where: lead, go, take, link to / mener, conduire, aller, renvoyer
open-close@0.7: open / ouvrir
visible: visible, see, seen, look, look like, appearance, visual, sight / visible, voir, apparence, ressembler, aspect, visuel, à quoi il ressemble, on voit
decorate: decorative, ornament, embellishment, purely decorative, adorn / décoratif, ornement, ornemental
function<goal: function, purpose, do, action, what it does, what they do, use, behaviour, behavior / fonction, fonctionnel, action, utilité, ce qu'il fait, ce qu'ils font, rôle, servir, à quoi il sert
surroundings: surrounding, around, nearby, adjacent, neighbouring, next to, context / entourer, autour, voisin, avoisinant, alentour, à côté
information@0.6: information, info, content, message / information, info, contenu, message
blind: blind, visually impaired, screen reader, accessibility, read aloud / aveugle, malvoyant, non-voyant, lecteur d'écran, accessibilité, accessible
`;
