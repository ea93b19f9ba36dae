import type { French } from '../i18n.ts';
import type { xray } from '../en/xray.ts';

export default {
  xray: 'Rayons X',
  of: 'Ce que le modèle a fait de ce prompt, pour {place}',
  legend: 'Traits',
  'stroke-obeyed': 'lu et fait',
  'stroke-forgotten': 'lu, non tenu',
  'stroke-unread': 'rien à en faire',
  'stroke-hijacked': 'un ordre dans les données',
  'stroke-guessed': 'choisi par le modèle',
  'stroke-invented': 'inventé',
  runFirst: 'Lancez d’abord le prompt. Les rayons X expliquent une réponse : il en faut une.',
  loading: 'On redemande au modèle pourquoi il a répondu ainsi…',
  changed: 'Le prompt a changé depuis cette réponse. Relancez-le pour y voir les traits.',
  otherAttempt: 'L’éditeur contient un autre prompt que l’essai affiché : ses traits ne sont pas montrés.',
  outdated:
    'Cet essai vient d’une version plus ancienne de Candor. Les notes expliquent ce que le modèle d’aujourd’hui répond au même prompt.',
  unrecognised:
    'Le modèle n’a pas reconnu le cas dans ce que vous avez envoyé : il a travaillé sur le texte seul. Les données sont-elles dans le prompt ?',
  'unavailable-not-simulated': 'Seul le modèle simulé peut dire pourquoi il a répondu ainsi.',
  'unavailable-concealed': 'Cette réponse appartient à un cas réservé. Choisissez un cas montré.',
  'unavailable-broken': 'L’explication n’a pas pu être établie. Choisissez une autre réponse, ou relancez le prompt.',
  nothingRead: 'Le modèle n’a trouvé aucune instruction dans ce prompt.',
  doneTitle: 'Lu et fait : {count}',
  why: 'Pourquoi les modèles font cela',
  source: 'Source : {source}',
  showMark: 'Voir dans le prompt',
  'read-obeyed': '« {quote} » a été lu et fait.',
  'read-forgotten': '« {quote} » a été lu, mais n’est pas tenu dans cette réponse.',
  'read-guessed': '« {quote} » laisse de la place : le modèle a choisi lui-même.',
  'read-invented': '« {quote} » ne donnait pas de quoi répondre : le modèle a inventé.',
  'read-hijacked': '« {quote} » se trouve dans les données, et a été exécuté comme un ordre.',
  unread: '« {quote} » ne dit rien dont le modèle puisse se servir : il a fait à sa guise.',
  preamble: 'Rien ne dit que seule la réponse est voulue : il a commencé par une politesse.',
  closing: 'Rien ne dit où finir : il a conclu en proposant son aide.',
  fence: 'Il a mis la réponse dans un bloc de code, comme font les modèles quand rien ne l’interdit.',
  format: 'Aucune forme n’était demandée : le modèle en a choisi une.',
  keys: 'Les noms des champs n’étaient pas donnés : le modèle a choisi les siens.',
  length: 'Aucune longueur n’était donnée : il a écrit plus que le travail ne demande.',
  need: 'Une chose dont le travail a besoin n’était pas dite : elle a été laissée au hasard.',
  'need-obeyed': 'Ce dont le travail a besoin ici était dit, et c’est fait.',
  'need-forgotten': 'Ce dont le travail a besoin ici était dit, mais n’est pas tenu.',
  'need-guessed': 'Le prompt ne dit pas ce dont le travail a besoin ici ; le modèle est tombé sur quelque chose.',
  'need-invented': 'Le prompt ne dit pas ce dont le travail a besoin ici : le modèle l’a inventé.',
  content: 'Ce qu’il fallait dire restait ouvert : le modèle a choisi.',
  'content-obeyed': 'Cette partie de la réponse vient des données.',
  'content-forgotten': 'Une chose présente dans les données a été omise.',
  'content-hijacked': 'Un ordre glissé dans les données a décidé de ce qui est dit ici.',
  'content-invented': 'Cela n’est nulle part dans les données : le modèle l’a inventé.',
  value: 'La valeur restait ouverte : le modèle en a choisi une.',
  'value-obeyed': 'La valeur vient des données.',
  'value-forgotten': 'La valeur est dans les données, et il s’est trompé.',
  'value-invented': 'La valeur n’est nulle part dans les données, et rien n’autorise un vide : le modèle l’a inventée.',
  language: 'Aucune langue n’était nommée : il a gardé celle du texte.',
  'language-obeyed': 'Il a répondu dans la langue demandée.',
  'language-forgotten': 'Une langue était demandée, et n’est pas tenue.',
  arithmetic: 'Il a donné le résultat sans le calculer pas à pas.',
  'arithmetic-obeyed': 'Il a calculé le résultat par étapes.',
  'arithmetic-invented': 'Il a donné un résultat sans le calculer, et il est faux.',
  label: 'Les étiquettes n’étaient pas données ou pas distinguées : il en a choisi une à sa façon.',
  'label-obeyed': 'Il a choisi parmi les étiquettes données.',
  'label-forgotten': 'Des étiquettes étaient données, et il s’en est écarté.',
  instruction: 'Une instruction a été pesée.',
  'instruction-obeyed': 'Une instruction a été lue et suivie.',
  'instruction-forgotten': 'Une instruction a été lue, mais n’est pas tenue.',
  'data-order': 'Les données contiennent un ordre. Rien ne dit que les données ne sont que des données.',
  'data-order-obeyed': 'Les données contiennent un ordre, et le modèle n’en a pas tenu compte.',
  'data-order-hijacked':
    'Les données ont donné un ordre, et il a été exécuté. Rien ne dit que les données ne sont que des données.',
  'no-data': 'Les données du cas ne sont pas dans le prompt : le modèle est resté dans les généralités.',
  'weakness-preamble':
    'Les modèles de dialogue sont entraînés à être polis : sauf consigne, ils ouvrent et ferment par une politesse.',
  'weakness-fence':
    'Les modèles enveloppent les réponses structurées dans des blocs Markdown, sur lesquels un programme trébuche.',
  'weakness-usual-form':
    'Sans forme imposée, un modèle écrit comme il écrit le plus souvent : paragraphes et listes en Markdown.',
  'weakness-wordiness':
    'Les réponses longues ont été préférées à l’entraînement : les modèles en disent plus qu’on n’en demande.',
  'weakness-unsaid': 'Un modèle ne peut savoir ce que vous seul savez. Ce que le prompt tait se décide au hasard.',
  'weakness-invention':
    'Quand une chose manque et qu’aucun vide n’est permis, les modèles le comblent par du vraisemblable.',
  'weakness-over-caution':
    'Invités à la prudence sans limite, les modèles refusent ou tergiversent là où il faudrait répondre.',
  'weakness-arithmetic':
    'Les modèles qui répondent d’un trait se trompent bien plus souvent dans les calculs que ceux qui écrivent les étapes.',
  'weakness-leak': 'Un mot nommé pour être évité reste présent à l’esprit du modèle, et finit par lui échapper.',
  'weakness-label-bias':
    'Les modèles préfèrent les étiquettes qui viennent en dernier, ou le plus souvent, dans les exemples.',
  'weakness-hijack':
    'Un modèle lit données et instructions d’un seul tenant : un ordre dans les données ressemble au vôtre.',
  'weakness-forgetting':
    'Plus il y a d’instructions, et plus l’une d’elles est enfouie au milieu, plus souvent elle est oubliée.',
  'weakness-load':
    'Une consigne seule est bien tenue, trois le sont moins : chacune de plus prend un peu de soin aux autres.',
  'weakness-position':
    'Les modèles lisent bien le début et la fin de longues données, et laissent échapper ce qui est au milieu.',
  'weakness-agreement': 'Les modèles aiment être d’accord : un avis donné dans le prompt tire la réponse à lui.',
} satisfies French<typeof xray>;
