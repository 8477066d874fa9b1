import { codeList } from './code-list.js'
import { say } from './words.js'

export const shelterKinds = codeList('shelter-kind', {
  peace_house: say(
    'Ngôi nhà Bình yên',
    'Peace House (Women’s Union)',
    'Maison de la Paix (Union des femmes)',
  ),
  social_protection: say(
    'Cơ sở trợ giúp xã hội',
    'Social protection centre',
    'Centre de protection sociale',
  ),
  ngo: say(
    'Nhà tạm lánh của tổ chức',
    'Shelter of an organisation',
    'Hébergement d’une organisation',
  ),
  trusted_address: say(
    'Địa chỉ tin cậy ở cộng đồng',
    'Trusted address in the community',
    'Adresse de confiance dans la communauté',
  ),
  health: say('Cơ sở y tế', 'Health facility', 'Établissement de santé'),
  foster: say('Gia đình nhận chăm sóc', 'Foster family', 'Famille d’accueil'),
  reception_centre: say(
    'Nơi tiếp nhận tại biên giới',
    'Reception place at the border',
    'Lieu d’accueil à la frontière',
  ),
  abroad: say('Nơi tạm lánh ở nước ngoài', 'Shelter abroad', 'Hébergement à l’étranger'),
  other: say('Nơi khác', 'Another place', 'Autre lieu'),
})

export const shelterEndings = codeList('shelter-ending', {
  returned_home: say('Về nhà', 'Went home', 'Retour chez elle'),
  own_place: say('Ra ở riêng', 'Moved to a place of their own', 'Logement autonome'),
  relatives: say('Về ở với người thân', 'Moved to relatives', 'Chez des proches'),
  other_shelter: say('Chuyển nơi tạm lánh khác', 'Moved to another shelter', 'Autre hébergement'),
  left_unplanned: say('Rời đi ngoài kế hoạch', 'Left without a plan', 'Départ imprévu'),
  found_by_perpetrator: say(
    'Bị người gây hại tìm thấy',
    'Found by the one who harms',
    'Retrouvée par l’auteur',
  ),
  other: say('Khác', 'Other', 'Autre'),
})
