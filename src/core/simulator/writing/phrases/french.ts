import { type Bank, type Genre, lines } from './genre.ts';

export const french: Record<Genre, Bank> = {
  explain: {
    open: lines(`
L’essentiel sur {topic} tient en quelques mots.
Pour comprendre {topic}, mieux vaut commencer par le plus simple.
Derrière {topic} se cache une idée assez simple.
On prend rarement le temps de réfléchir à ce que recouvre {topic}.`),
    body: lines(`
De petits détails décident souvent de la suite.
Un exemple concret aide à saisir {topic}.
Les habitudes se prennent tôt et se perdent difficilement.
L’expérience quotidienne contredit parfois ce que disent les livres sur {topic}.
Deux causes agissent en général ensemble et aucune ne suffirait seule.
Il faut du temps avant que les premiers effets se voient.
Tout le monde n’est pas d’accord sur {topic} et chaque camp a ses raisons.
Le coût joue aussi un rôle, mais rarement le premier.
Beaucoup dépend du lieu et de la saison.
Qui regarde de près découvre vite des régularités.
La première impression peut être trompeuse.
Ce qui marche ici peut échouer ailleurs.
Les chiffres aident quand ils sont peu nombreux et bien choisis.
Les anciennes explications ne sont pas fausses, mais elles oublient quelque chose.
Pour {topic}, un peu de savoir mène déjà loin.
De bonnes conditions au départ évitent bien des soucis par la suite.
Une comparaison avec les années passées montre le chemin parcouru.
Dans la pratique, chacun trouve sa manière de faire.
Certains effets durent quelques heures et d’autres des années.
Le soin et la patience donnent de meilleurs résultats que la force.
Il est utile de distinguer ce qui est urgent de ce qui en a seulement l’air.
Les erreurs font partie du jeu si on les remarque vite.
Un second avis fait rarement du mal.
Des outils simples suffisent pour un premier essai.
Les coûts et les avantages retombent rarement sur la même personne.
La solution évidente mérite d’être essayée avant la solution ingénieuse.
De bonnes questions font gagner plus de temps que des réponses rapides.`),
    close: lines(`
Vu ainsi, le sujet se comprend sans connaissances particulières.
C’est pourquoi on continuera de débattre de ce que recouvre {topic}.
En somme, il est bon de garder à l’esprit les détails autant que l’ensemble.`),
  },
  message: {
    open: lines(`
Merci de nous avoir écrit au sujet de {topic}.
Je vous écris au sujet de {topic}.
Voici quelques nouvelles concernant {topic}.
Je tenais à vous dire où nous en sommes pour {topic}.`),
    body: lines(`
Tout a été préparé pour que vous n’ayez pas à vous soucier des détails.
Dites-moi d’ici la fin de la semaine si cela vous convient.
Si quelque chose n’est pas clair, il suffit de répondre à ce message.
Concernant {topic}, nous revenons vers vous sous deux jours ouvrés.
Nous avons examiné la situation avec soin et voulons être francs avec vous.
L’équipe s’occupe du reste et vous tiendra au courant.
Vous n’avez rien d’autre à faire pour le moment.
Nous savons combien cela compte pour vous.
Il reste un peu de souplesse si la date ne vous convient pas.
Je suis à votre disposition pour en parler au téléphone.
Votre patience a facilité les choses pour tout le monde.
Je suis désolé pour la gêne que cela a pu causer.
Nous ferons de notre mieux pour rattraper cela.
Venez avec toute personne que cela intéresse.
La porte sera ouverte dès le matin.
Il ne reste plus qu’à choisir une heure qui convienne à chacun.
Un grand merci à toutes celles et à tous ceux qui ont aidé.
Une courte confirmation nous aiderait à nous organiser.
Vous pouvez me joindre jusqu’en fin d’après-midi.
Votre nom figure déjà sur la liste.
Je voulais que vous l’appreniez par moi.
Merci de faire passer le message autour de vous.
Un rappel vous sera envoyé la veille.
Vos questions sur {topic} sont toujours les bienvenues.`),
    close: lines(`
Au plaisir de vous lire.
Merci pour votre patience et votre confiance.
Nous espérons vous voir très bientôt.`),
  },
  story: {
    open: lines(`
Tout a commencé un soir ordinaire avec {topic}.
Au début il n’y avait que {topic} et un grand silence.
Personne dans la rue n’aurait su dire quand cela avait commencé.
Le jour baissait et l’on ne voyait plus que {topic}.`),
    body: lines(`
Un vent froid passait dans les arbres et portait l’odeur de la pluie.
Quelque part une porte se ferma, puis tout redevint calme.
Elle s’arrêta un instant et tendit l’oreille.
Le plancher craquait à chaque pas.
Une vieille horloge comptait les minutes sur le mur.
Dehors, on allumait les dernières lampes l’une après l’autre.
Il sourit, car il avait déjà vu tout cela et ne pouvait pourtant détourner les yeux.
L’air avait un goût de sel et de feu de bois.
Pendant un moment personne ne dit mot.
Il y avait dans tout cela quelque chose qui ralentissait le temps.
Un chien aboya deux fois au loin.
Une lumière chaude tombait par la fenêtre et dessinait des carrés sur le sol.
Les couleurs passèrent du gris à l’or en quelques minutes.
Elle avait froid aux mains, mais ne voulait pas rentrer.
Chaque bruit semblait plus proche qu’il ne l’était.
Un enfant rit et le charme fut rompu.
Les vieilles pierres gardaient encore la chaleur du jour.
Les souvenirs revenaient sans qu’on les appelle.
Deux tasses étaient posées sur la table et l’une était vide.
Ils marchaient sans hâte, côte à côte.
Une brume légère couvrait les champs et cachait la route.
De très loin venait le son d’une cloche.
La peinture s’écaillait, et pourtant le lieu semblait aimé.
La poussière dansait dans les premiers rayons du matin.
Rien ne bougeait sauf les ombres sur le mur.
La clé tourna avec un petit bruit familier.`),
    close: lines(`
Au matin il ne restait que quelques traces de pas.
Cela finit ainsi, sans bruit et sans histoires.
Longtemps après, on parlait encore de cette soirée.`),
  },
  promo: {
    open: lines(`
Découvrez {topic} sous un nouveau jour.
Faites une place à ce qui change tout : {topic}.
Bonne nouvelle pour tous ceux qui attendaient {topic}.
Avec {topic}, vous verrez la différence.`),
    body: lines(`
Chaque détail a été pensé pour vous simplifier la journée.
Essayez pendant trente jours sans engagement.
La qualité ne coûte pas forcément une fortune.
Des années d’expérience se retrouvent dans le résultat.
On s’y met vite et on ne s’en passe plus.
Nos clients nous disent qu’ils ne reviendraient pas en arrière.
Tout trouve sa place dans les journées chargées et les petits espaces.
Avec {topic}, même un lundi gris a quelque chose à offrir.
De bons matériaux et un travail soigné font toute la différence.
Commandez aujourd’hui et profitez-en avant le week-end.
Les places sont limitées, alors n’attendez pas.
Il n’y a rien à installer et rien à apprendre.
Voyez par vous-même ce que {topic} peut vous apporter.
Vos amis vous demanderont où vous avez trouvé cela.
Le tout est fabriqué près d’ici par des gens qui aiment leur métier.
Un petit pas pour votre budget et un grand pas pour votre confort.
Vous sentirez la différence dès le premier jour.
Venez en famille et prenez votre temps.
Nos portes restent ouvertes jusqu’au soir.
Nous écoutons vos besoins et vous conseillons avec des mots simples.
Tout ce qu’il vous faut tient dans une seule boîte.
C’est léger, solide et toujours prêt.`),
    close: lines(`
Passez nous voir cette semaine.
Votre prochain coup de cœur vous attend.
Essayez une fois et vous comprendrez.`),
  },
  speech: {
    open: lines(`
Chers amis, c’est un plaisir de dire quelques mots sur {topic}.
Merci à vous tous d’être là aujourd’hui.
Quand on m’a demandé de parler de ce qui nous réunit, je n’ai pas hésité.`),
    body: lines(`
Certains d’entre nous se connaissent depuis bien des années.
Je me souviens du premier jour comme si c’était hier.
Rien n’aurait été possible sans les personnes réunies dans cette salle.
Nous avons ri ensemble et parfois nous n’étions pas d’accord.
Ce qui compte au fond, c’est que nous nous sommes soutenus.
Une telle réussite n’appartient jamais à une seule personne.
Il y a eu des jours difficiles et nous les avons traversés.
Laissez-moi partager avec vous un petit souvenir.
Chaque fois qu’il fallait de l’aide, quelqu’un était là.
Si {topic} nous apprend une chose, c’est la gratitude.
Le meilleur est encore devant nous.
Regardez autour de vous et mesurez le chemin parcouru.
Un mot gentil au bon moment peut changer toute une journée.
Tous nos projets n’ont pas abouti, mais chacun nous a appris quelque chose.
Nous devons beaucoup à celles et ceux qui nous ont précédés.
Je n’ai jamais rencontré de groupe plus généreux.
Que les années à venir soient aussi vivantes que les dernières.
Prenons un instant pour savourer ce que nous avons bâti.`),
    close: lines(`
Levez votre verre avec moi.
Merci du fond du cœur.
À vous tous et aux belles années qui viennent.`),
  },
  advice: {
    open: lines(`
Réservez une demi-heure au calme avant de commencer.
Notez ce que vous attendez de ce projet.
Commencez par ce que vous savez déjà sur {topic}.`),
    body: lines(`
Attaquez par le plus facile et gardez le reste pour plus tard.
Gardez tout le nécessaire à portée de main.
Fixez une limite claire de temps et d’argent.
Vérifiez le résultat avant de passer à la suite.
Faites une courte pause toutes les heures.
Interrogez quelqu’un qui connaît déjà {topic}.
Prévoyez une réserve pour les surprises.
Notez ce qui a marché et ce qui a moins bien marché.
Faites une seule chose à la fois.
Achetez un bon outil plutôt que trois mauvais.
Partagez le travail dès que possible.
Rangez aussitôt après.
Lisez tout jusqu’au bout avant la première étape.
Gardez une courte liste sur la porte ou dans votre téléphone.
Comparez au moins deux offres.
Arrêtez-vous quand le résultat suffit.
Faites passer la sécurité avant la vitesse.
Répétez les mêmes gestes jusqu’à ce qu’ils viennent tout seuls.
Prévenez les autres assez tôt.
Choisissez un jour fixe et tenez-vous-y.
Donnez ce que personne n’a utilisé depuis un an.
Faites le point chaque mois sur {topic}.
Exercez-vous dix minutes plutôt que pas du tout.
Buvez assez d’eau et ouvrez la fenêtre de temps en temps.`),
    close: lines(`
Fêtez chaque petit succès en chemin.
Après quelques semaines, {topic} vous semblera tout naturel.`),
  },
};
