/** Prompts and answers: instructions, data, sources, format. */
export const prompting = `
instruction<rule: instruction, command, directive, order, request inside, prompt, demand, instructed, told, tells you, asks you to / instruction, consigne, ordre, commande, directive, injonction, demande de faire
data<text: data, material, input, content, information, info, dataset, details / données, matière, entrée, contenu, informations, jeu de données
source<document: source, provided text, given text, original, text above, text below, text provided, passage, material provided, supplied text, excerpt, context, provided, given, above, below, supplied, brief / source, texte fourni, original, texte ci-dessous, passage, extrait, contexte, fourni, ci-dessous, ci-dessus, texte source
text@0.5: text, wording, writing, copy, lettering, sentence, phrase / texte, mots, inscription, écrit, libellé, phrase, formulation
document@0.8: document, file, report, page, paper, article / document, fichier, rapport, page, article, pièce
email<document: email, e-mail, mail, message, letter, inbox / mail, courriel, e-mail, message, lettre, courrier, mél
comment<text: comment, remark, review, feedback, note, statement, testimonial, verbatim / commentaire, remarque, avis, retour, note, verbatim, témoignage
exact: exact, exactly, verbatim, word for word, literally, to the letter, precise, as is, as written, letter for letter, unchanged, untouched, same words, original wording, own words, character for character, faithful / exact, mot pour mot, textuellement, littéral, à la lettre, tel quel, fidèle, précis, mot à mot, au mot près, inchangé, à l'identique, texto, in extenso
literal-face: at face value, at their word, by its words, face value, on the surface / au pied de la lettre, au premier degré
mean: mean, sense, message behind, intent, real message, actually, behind, underlying, imply, drive at / signifier, sens, vouloir dire, signification, réellement, derrière, au fond ^ literally, at face value, at their word / littéralement, au pied de la lettre, au premier degré
irony: irony, ironic, sarcasm, sarcastic, tongue in cheek, mocking, mockery, joke, humour, humor, satire, backhanded, facetious, snark, snarky, second degree, banter, wry / ironie, sarcasme, sarcastique, moquerie, moqueur, moqueuse, plaisanterie, plaisanter, second degré, humour, raillerie, railleur, pince-sans-rire, blague
missing<present@1.1: absent, lacking, gap, blank, unspecified, unstated, undisclosed / absent, manque, lacune, non précisé, inconnu
present@1: present, available, stated, exist, given, there is, known, found, specified, supported by, provided / présent, disponible, indiqué, exister, connu, précisé, mentionné, renseigné, fourni, figurer ^ missing, absent, lacking, unknown, unavailable, not available, gap, blank, unspecified, unstated, undisclosed, nowhere, left out, not found, nowhere to be found, not in, does not appear, not stated, not given, not mentioned, without / manquant, absent, inconnu, indisponible, lacune, non précisé, introuvable, pas indiqué, n'est pas dans, pas mentionné, non renseigné, non fourni, faire défaut
null<empty: null, nil, none, n/a, na, not available, undefined / null, nul, néant, n/a, nd
empty: empty, blank, nothing, empty string, silent, void, bare / vide, rien, chaîne vide, muet, néant, blanc
not-in-source<unclear: not in the source, not in the text, not covered, not mentioned / pas dans le texte, pas dans la source
unclear: unclear, undetermined, cannot tell, not determinable, undecided / unclear, indéterminé, pas clair
admit: admit, say so, say that you do not know, do not know, acknowledge, own up, say you don't know, i don't know / avouer, admettre, dis-le, dites-le, reconnaître, ne sais pas, le dire
source-only: only, solely, exclusively, just, nothing but, nothing else, alone, nothing more, purely, strictly, limit, restrict, confine, limited to, confined to, stay within, stick to, keep to, no other, within the limits, and nothing else, merely, by nothing but / seulement, uniquement, exclusivement, rien d'autre, ne que, juste, strictement, se limiter, limite-toi, s'en tenir, tiens en, tenir à, tenez en, tiens-toi, en te limitant, borne-toi, purement, rien que, sans rien d'autre, dans les limites ^ exception, make an exception, outside, beyond, other than, except, apart from, besides, external, elsewhere, from outside, outside knowledge, go beyond, prior knowledge, general knowledge, own knowledge, from memory / exception, hors, en dehors, au-delà, autre que, sauf, à part, externe, extérieur, ailleurs, dépasser, de mémoire, connaissances générales, hormis
format: format, structure, layout, form, shape, template, schema / format, structure, mise en forme, forme, modèle, schéma, gabarit
json<format: json, json object / json, objet json
table<format: table, columns, rows, spreadsheet / tableau, colonnes, lignes, table
bullets<format: bullet, bullet point / puces, liste à puces, tirets
key<field: key / clé, clef
field: field, column, attribute, property, entry, slot / champ, colonne, attribut, propriété, rubrique, case
heading: heading, header, title, headline, subject line, subject / titre, intertitre, en-tête, objet, rubrique
example: example, sample, instance, for instance, illustration / exemple, échantillon, par exemple
step: step, stage, phase, step by step / étape, phase, pas à pas
reproduction-step: reproduction steps, steps to reproduce, repro, reproduce / étapes de reproduction, reproduire
language: language, english, french, german, spanish / langue, anglais, français, allemand, espagnol
same: same, identical, equal, alike, match, consistent / même, identique, pareil, égal, correspondre
different: different, other, another, distinct, various / différent, autre, distinct, divers
preamble: preamble, introduction, intro, lead-in, small talk, pleasantries, chatter, opening remark / préambule, introduction, intro, entrée en matière, politesses, bavardage
closing-remark: closing remark, outro, sign-off, closing line / formule de politesse, conclusion
model@0.6: model, assistant, ai, chatbot, bot / modèle, assistant, ia, chatbot
answerable: answer in, answer from, answerable / répondable
confidence: confidence, certainty, probability, likelihood / confiance, certitude, probabilité
alternative: alternative, option, variant, choice, version / alternative, option, variante, choix, version
all@0.5: all, every, each, everything, any, whole, entire, complete, fully / tout, tous, chaque, entier, complet, l'ensemble, intégralité
several: several, multiple, more than one, many, two or more, a few, various, numerous, more than / plusieurs, multiple, plus d'un, plus d'une, divers, nombreux
main<important: main, principal, chief, primary, decisive, deciding, real, actual, true, root, key, major, dominant, strongest, underlying, mattered most, ultimately, in the end, last straw, counts, tipped / principal, décisif, vrai, véritable, réel, majeur, dominant, déterminant, au fond, en fin de compte, premier, compte
first@0.7: first, first mentioned, loudest, earliest, initial / premier, première, initial
last@0.7: last, latest, final, most recent / dernier, dernière, final, récent
side: side, secondary, minor, incidental, in passing, peripheral, tangential, side remark, aside / secondaire, annexe, accessoire, à côté, en passant, mineur, anecdotique
together: together, combined, jointly / ensemble, conjointement
between@0.5: between / entre
place@0.7: place, location, where, spot, position / lieu, endroit, emplacement, où
fact: fact, factual, evidence, proof, claim, assertion, statement, point / fait, factuel, preuve, affirmation, assertion, élément
detail: detail, specifics, particulars / détail, précision
reason: reason, why, cause, motive, grounds, rationale, root cause, because / raison, motif, cause, pourquoi, motivation
consequence: consequence, effect, impact, result, outcome / conséquence, effet, impact, résultat
reference-date<date: reference date, as of / date de référence
`;
