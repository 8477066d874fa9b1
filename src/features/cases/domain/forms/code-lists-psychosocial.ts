import { codeList } from './code-list.js'
import { say } from './words.js'

export const wellbeings = codeList('wellbeing', {
  very_bad: say('Rất tệ', 'Very bad', 'Très mal'),
  bad: say('Tệ', 'Bad', 'Mal'),
  mixed: say('Lúc tốt lúc tệ', 'Up and down', 'Avec des hauts et des bas'),
  good: say('Khá', 'Fairly good', 'Plutôt bien'),
  very_good: say('Tốt', 'Good', 'Bien'),
  not_asked: say('Chưa hỏi', 'Not asked', 'Pas demandé'),
})

export const distressSigns = codeList('distress-sign', {
  sleep: say('Khó ngủ, ác mộng', 'Bad sleep, nightmares', 'Mauvais sommeil, cauchemars'),
  fear: say('Sợ hãi, giật mình', 'Fear, startles', 'Peur, sursauts'),
  sadness: say('Buồn bã, khóc', 'Sadness, crying', 'Tristesse, pleurs'),
  withdrawal: say('Thu mình, im lặng', 'Withdrawn, silent', 'Repli, silence'),
  anger: say('Giận dữ, dễ cáu', 'Anger', 'Colère'),
  shame: say('Xấu hổ, tự trách', 'Shame, self-blame', 'Honte, culpabilité'),
  memories: say('Hồi ức ập về', 'Memories that come back', 'Souvenirs envahissants'),
  numb: say('Như không cảm thấy gì', 'Feels nothing', 'Ne ressent rien'),
  eating: say('Ăn uống thay đổi', 'Eats differently', 'Alimentation modifiée'),
  body: say('Đau không rõ nguyên nhân', 'Pain without a cause', 'Douleurs inexpliquées'),
  regression: say(
    'Trẻ trở lại hành vi nhỏ tuổi hơn',
    'A child behaves younger',
    'Un enfant régresse',
  ),
  school: say('Sa sút học tập, bỏ học', 'School gets worse', 'Difficultés scolaires'),
  substance: say('Uống rượu, dùng chất', 'Drinks or uses substances', 'Alcool ou substances'),
  self_harm: say('Tự làm đau', 'Self-harm', 'Automutilation'),
  sexualised: say(
    'Hành vi tình dục không hợp tuổi',
    'Sexual behaviour beyond the age',
    'Comportement sexuel inadapté à l’âge',
  ),
})

export const suicidality = codeList('suicidality', {
  none: say('Không', 'None', 'Aucune'),
  thoughts: say('Có ý nghĩ', 'Thoughts', 'Des pensées'),
  plan: [
    say('Có kế hoạch', 'A plan', 'Un projet'),
    say(
      'Không để một mình; gọi chuyên khoa ngay.',
      'Do not leave alone; call specialised care at once.',
      'Ne laissez pas seule ; appelez des soins spécialisés tout de suite.',
    ),
  ],
  attempt: [
    say('Đã từng thử', 'An attempt', 'Une tentative'),
    say('Ghi khi nào ở ô ghi chú.', 'Say when under the notes.', 'Précisez quand dans les notes.'),
  ],
  not_asked: say('Chưa hỏi', 'Not asked', 'Pas demandé'),
})

export const careLevels = codeList(
  'mhpss-level',
  {
    basic: say(
      'Cơ bản, cộng đồng và người thân',
      'Basic, from family and community',
      'De base, par les proches et la communauté',
    ),
    focused: say(
      'Tập trung, không chuyên khoa',
      'Focused, not specialised',
      'Ciblé, non spécialisé',
    ),
    specialised: say('Chuyên khoa', 'Specialised', 'Spécialisé'),
    none: say('Chưa cần', 'None for now', 'Aucun pour l’instant'),
  },
  'IASC pyramid of mental health and psychosocial support',
)

export const sessionKinds = codeList('session-kind', {
  individual: say('Riêng', 'Individual', 'Individuelle'),
  family: say('Với gia đình', 'With the family', 'Avec la famille'),
  group: say('Nhóm', 'In a group', 'En groupe'),
  phone: say('Qua điện thoại', 'By telephone', 'Par téléphone'),
  online: say('Qua mạng', 'Online', 'En ligne'),
  play: say('Chơi, vẽ với trẻ', 'Play or drawing with a child', 'Jeu ou dessin avec un enfant'),
})
