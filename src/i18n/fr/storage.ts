import type { French } from '../i18n.ts';
import type { storage } from '../en/storage.ts';

export default {
  damaged: {
    one: '{count} ligne enregistrée est endommagée et a été laissée de côté. Tout le reste est là ; la ligne n’a pas été touchée.',
    many: '{count} lignes enregistrées sont endommagées et ont été laissées de côté. Tout le reste est là ; les lignes n’ont pas été touchées.',
    other:
      '{count} lignes enregistrées sont endommagées et ont été laissées de côté. Tout le reste est là ; les lignes n’ont pas été touchées.',
  },
  blocked:
    'Ce navigateur n’autorise pas Candor à enregistrer quoi que ce soit. Vous pouvez vous exercer, mais vos essais disparaîtront à la fermeture de la page. Autorisez les données de site pour cette page, ou quittez la navigation privée.',
  full: 'L’espace que le navigateur accorde à cette page est épuisé. Exportez vos données depuis les réglages, supprimez les essais dont vous n’avez plus besoin, puis réessayez.',
  'newer-version':
    'Un autre onglet a ouvert une version plus récente de Candor. Rechargez cette page pour continuer ; ce que vous avez saisi est conservé.',
  deleted:
    'Ce que cette page avait enregistré a été supprimé, dans un autre onglet ou dans les réglages du navigateur. Rechargez la page pour continuer ; ce que vous êtes en train de saisir est conservé.',
  closed: 'La liaison avec les essais enregistrés est rompue. Rechargez la page ; ce que vous avez saisi est conservé.',
  unknown:
    'Les essais enregistrés sont inaccessibles. Rechargez la page ; si cela ne suffit pas, exportez vos données depuis les réglages.',
} satisfies French<typeof storage>;
