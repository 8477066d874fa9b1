import type { Words } from '../../../../platform/i18n/index.js'
import type { GbvCoreType } from '../gbv-core-types.js'
import type { RiskLevel } from '../risk.js'
import { say } from './words.js'

/** The questions of the GBVIMS classification tool, asked in this order; the first yes decides. */
export const gbvCoreHints: Readonly<Record<GbvCoreType, Words>> = {
  rape: say(
    '1. Có xâm nhập không được đồng thuận (âm đạo, hậu môn, miệng; bằng bộ phận cơ thể hay vật) không?',
    '1. Was there penetration without consent (vagina, anus or mouth, by a part of the body or an object)?',
    '1. Y a-t-il eu pénétration sans consentement (vagin, anus ou bouche, par une partie du corps ou un objet) ?',
  ),
  sexual_assault: say(
    '2. Có tiếp xúc tình dục ngoài ý muốn không? Gồm cả hiếp dâm chưa thành.',
    '2. Was there unwanted sexual contact? Attempted rape included.',
    '2. Y a-t-il eu un contact sexuel non désiré ? Tentative de viol comprise.',
  ),
  physical_assault: say(
    '3. Có bạo lực thân thể không mang tính tình dục không?',
    '3. Was there physical violence that was not sexual?',
    '3. Y a-t-il eu une violence physique non sexuelle ?',
  ),
  forced_marriage: say(
    '4. Có ép kết hôn không? Gồm cả tảo hôn.',
    '4. Was it an act of forced marriage? Child marriage included.',
    '4. Était-ce un mariage forcé ? Mariage d’enfants compris.',
  ),
  denial_of_resources_opportunities_or_services: say(
    '5. Có bị tước tiền, tài sản, học hành, việc làm, dịch vụ không?',
    '5. Were resources, opportunities or services denied: money, property, school, work, care?',
    '5. Y a-t-il eu privation de ressources, d’opportunités ou de services : argent, biens, école, travail, soins ?',
  ),
  psychological_emotional_abuse: say(
    '6. Có đe doạ, làm nhục, đeo bám, quấy rối không?',
    '6. Was there psychological abuse: threats, humiliation, stalking, harassment?',
    '6. Y a-t-il eu violence psychologique : menaces, humiliation, traque, harcèlement ?',
  ),
  'non-gbv': say(
    'Không câu nào đúng: không tính vào bạo lực giới; việc giúp đỡ vẫn như nhau.',
    'None of these: not counted as gender-based violence; the help is the same.',
    'Aucune : ne compte pas comme violence basée sur le genre ; l’aide reste la même.',
  ),
}

/** What each level means, in the words of inter-agency child-protection procedures. */
export const riskLevelHints: Readonly<Record<RiskLevel, Words>> = {
  none: say('Không thấy nguy cơ.', 'No risk was found.', 'Aucun risque constaté.'),
  low: say('Có nguy cơ bị hại.', 'At risk of harm.', 'Risque de préjudice.'),
  medium: say(
    'Đã bị hại ở mức nào đó; chưa thấy dấu hiệu bị hại nặng hoặc nguy hiểm tính mạng.',
    'Harmed to some degree; no sign of significant harm or death.',
    'A subi un certain préjudice ; pas de signe de préjudice grave ni de danger de mort.',
  ),
  high: say(
    'Đã bị hại nặng, hoặc sẽ bị hại nặng hay mất mạng nếu không làm gì.',
    'Significantly harmed, or at risk of significant harm or death if nothing is done.',
    'A subi un préjudice grave, ou risque un préjudice grave ou la mort si rien n’est fait.',
  ),
}
