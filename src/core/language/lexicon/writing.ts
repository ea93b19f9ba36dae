/** Writing and design. */
export const writing = `
paragraph<part: paragraph / paragraphe
word: word, term, vocabulary, expression / mot, terme, vocabulaire, expression
jargon: jargon, technical terms, acronym, buzzwords, lingo, technical language / jargon, termes techniques, sigle, acronyme, mots savants
metaphor: metaphor, analogy, image, figure of speech / métaphore, analogie, image
cliche: cliché, platitude, hackneyed, empty phrase, filler, fluff / cliché, lieu commun, platitude, formule creuse, remplissage, langue de bois
repetition: repetition, repetitive, redundant, duplicate / répétition, redondant, doublon, redite
punctuation: punctuation, comma, exclamation mark, full stop, semicolon / ponctuation, virgule, point d'exclamation, point-virgule
emoji: emoji, emoticon, smiley / émoji, émoticône, smiley
spelling: spelling, grammar / orthographe, grammaire
active-voice: active voice / voix active
headline<heading: headline, title, tagline, slogan / titre, accroche, slogan
caption: caption, legend, label under / légende
story: story, narrative, tale, anecdote / histoire, récit, anecdote, conte
image: image, picture, photo, photograph, illustration, graphic, visual, figure / image, photo, visuel, illustration, graphique, figure, photographie
alt-text: alt text, alternative text, alt, text alternative, image description / texte alternatif, alt, attribut alt, texte de remplacement
icon<image: icon, pictogram, symbol, logo / icône, pictogramme, symbole, logo
button<control: button, link, control, control element, clickable, menu, checkbox, widget / bouton, lien, commande, cliquable, menu, contrôle
colour: colour, color, hue, shade, contrast / couleur, teinte, nuance, contraste
screen<interface: screen, page, interface, ui, app, view / écran, page, interface, appli, vue
microcopy<text: microcopy, button text, label, error message, empty state / microtexte, libellé, message d'erreur, état vide
brand: brand, brand voice, identity / marque, charte de marque
chart<image: chart, graph, diagram, plot / graphique, diagramme, courbe, graphe
layout: layout, grid, margin, spacing / mise en page, grille, marge, espacement
poem: poem, poetry, haiku, verse, rhyme / poème, poésie, haïku, vers, rime
draft: draft, sketch, outline / brouillon, ébauche, esquisse, plan
argument: argument, point, case for / argument, point
first-person: first person, i form / première personne
second-person: second person, address the reader, you form / deuxième personne, vouvoiement
signature: signature, sign, sign off / signature, signer
sensitive-language: inclusive, gender-neutral, discriminatory, bias, stereotype / inclusif, neutre, discriminatoire, biais, stéréotype, préjugé
emotion: emotion, feeling, angry, anger, upset, frustrated, mood / émotion, émotionnel, sentiment, colère, fâché, contrarié, énervé, humeur
accusation: accusation, blame, guilt, fault / accusation, reproche, culpabilité, faute
threat: threat, threaten, legal action, sue / menace, poursuites, procès
`;
