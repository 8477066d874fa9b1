import { codeList } from './code-list.js'
import { say } from './words.js'

export const careArrangements = codeList('care-arrangement', {
  both_parents: say('Cha và mẹ', 'Both parents', 'Les deux parents'),
  one_parent: say('Cha hoặc mẹ', 'One parent', 'Un seul parent'),
  parent_and_partner: say(
    'Cha hoặc mẹ và vợ/chồng, bạn đời của họ',
    'A parent and the parent’s partner',
    'Un parent et son conjoint ou partenaire',
  ),
  relatives: say('Ông bà, họ hàng', 'Grandparents or relatives', 'Grands-parents ou proches'),
  foster: say('Gia đình nhận chăm sóc thay thế', 'Foster family', 'Famille d’accueil'),
  institution: say('Cơ sở trợ giúp xã hội', 'Residential care', 'Établissement d’accueil'),
  spouse: say('Vợ, chồng hoặc bạn đời', 'Spouse or partner', 'Conjoint ou partenaire'),
  employer: say('Chủ lao động', 'Employer', 'Employeur'),
  friends: say('Bạn bè', 'Friends', 'Amis'),
  alone: say('Sống một mình', 'Alone', 'Seule'),
  street: say(
    'Ngoài đường, không nơi ở cố định',
    'On the street, no fixed place',
    'À la rue, sans lieu fixe',
  ),
  unknown: say('Chưa rõ', 'Not known', 'Pas connu'),
})

/** Words of the Inter-agency Guiding Principles on Unaccompanied and Separated Children (2004). */
export const separations = codeList(
  'separation',
  {
    not_separated: say('Không bị chia cắt', 'Not separated', 'Non séparé'),
    separated: [
      say('Bị chia cắt', 'Separated', 'Séparé'),
      say(
        'Không ở với cha mẹ hay người chăm sóc thường ngày, nhưng có họ hàng đi cùng.',
        'Without parents or the usual caregiver, but with other relatives.',
        'Sans ses parents ni la personne qui s’en occupe d’habitude, mais avec d’autres proches.',
      ),
    ],
    unaccompanied: [
      say('Không có người đi kèm', 'Unaccompanied', 'Non accompagné'),
      say(
        'Không có cha mẹ, họ hàng hay người lớn nào có trách nhiệm chăm sóc.',
        'Without parents, relatives, or any adult who is responsible.',
        'Sans parents, proches ni adulte responsable.',
      ),
    ],
    orphan: [
      say('Mồ côi cả cha lẫn mẹ', 'Orphan', 'Orphelin'),
      say('Cha và mẹ đều đã mất.', 'Both parents have died.', 'Les deux parents sont décédés.'),
    ],
    unknown: say('Chưa rõ', 'Not known', 'Pas connu'),
  },
  'Inter-agency Guiding Principles on Unaccompanied and Separated Children, 2004',
)

export const relationTypes = codeList('relation-type', {
  mother: say('Mẹ', 'Mother', 'Mère'),
  father: say('Cha', 'Father', 'Père'),
  step_parent: say(
    'Cha dượng, mẹ kế, bạn đời của cha hoặc mẹ',
    'Step-parent or a parent’s partner',
    'Beau-parent ou partenaire d’un parent',
  ),
  adoptive_parent: say('Cha nuôi, mẹ nuôi', 'Adoptive parent', 'Parent adoptif'),
  foster_parent: say('Người chăm sóc thay thế', 'Foster parent', 'Parent d’accueil'),
  guardian: say('Người giám hộ', 'Guardian', 'Tuteur ou tutrice'),
  spouse: say('Vợ hoặc chồng', 'Spouse', 'Conjoint'),
  partner: say('Bạn đời, người yêu', 'Partner', 'Partenaire'),
  former_partner: say(
    'Vợ, chồng, người yêu cũ',
    'Former spouse or partner',
    'Ancien conjoint ou partenaire',
  ),
  sibling: say('Anh, chị, em ruột', 'Brother or sister', 'Frère ou sœur'),
  step_sibling: say(
    'Anh, chị, em cùng cha khác mẹ, cùng mẹ khác cha hoặc con riêng',
    'Half- or step-sibling',
    'Demi-frère, demi-sœur ou enfant du conjoint',
  ),
  child: say('Con', 'Child', 'Enfant'),
  grandparent: say('Ông, bà', 'Grandparent', 'Grand-parent'),
  grandchild: say('Cháu (của ông bà)', 'Grandchild', 'Petit-enfant'),
  in_law: say('Gia đình bên vợ hoặc chồng', 'In-law', 'Belle-famille'),
  other_relative: say('Họ hàng khác', 'Other relative', 'Autre proche'),
  friend: say('Bạn bè', 'Friend', 'Ami'),
  classmate: say('Bạn học', 'Schoolmate', 'Camarade d’école'),
  teacher: say(
    'Thầy, cô, nhân viên trường',
    'Teacher or school staff',
    'Enseignant ou personnel scolaire',
  ),
  employer: say('Chủ, quản lý nơi làm việc', 'Employer or manager', 'Employeur ou responsable'),
  colleague: say('Đồng nghiệp', 'Colleague', 'Collègue'),
  neighbour: say('Hàng xóm', 'Neighbour', 'Voisin'),
  community_leader: say(
    'Trưởng thôn, bản, người có uy tín, chức sắc',
    'Village, community or religious leader',
    'Chef de village, notable ou responsable religieux',
  ),
  recruiter: say('Người tuyển dụng, môi giới', 'Recruiter or broker', 'Recruteur ou intermédiaire'),
  online_acquaintance: say(
    'Người quen qua mạng',
    'Known online only',
    'Connaissance rencontrée en ligne seulement',
  ),
  stranger: say('Người lạ', 'Stranger', 'Inconnu'),
  professional: say(
    'Người làm nghề giúp đỡ (y tế, xã hội, luật)',
    'Professional (health, social, legal)',
    'Professionnel (santé, social, droit)',
  ),
  other: say('Quan hệ khác', 'Other', 'Autre'),
})

export const tellings = codeList('may-be-told', {
  yes: say('Được, an toàn', 'Yes, it is safe', 'Oui, sans danger'),
  with_person: say(
    'Chỉ khi người đó có mặt',
    'Only with the person present',
    'Seulement en présence de la personne',
  ),
  no: say('Không được nói', 'No', 'Non'),
  not_asked: say('Chưa hỏi', 'Not asked yet', 'Pas encore demandé'),
})

export const suspicions = codeList('suspicion', {
  no: say('Không', 'No', 'Non'),
  suspected: say('Bị nghi gây hại', 'Suspected of the harm', 'Suspecté des faits'),
  shielding: say(
    'Bị nghi che giấu hoặc làm ngơ',
    'Suspected of shielding or looking away',
    'Suspecté de couvrir ou de fermer les yeux',
  ),
  unknown: say('Chưa rõ', 'Not known', 'Pas connu'),
})
