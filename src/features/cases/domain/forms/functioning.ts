import type { Field } from '../../../forms/index.js'
import type { CodeList } from '../../../forms/index.js'
import type { Words } from '../../../../platform/i18n/index.js'
import { codeList } from './code-list.js'
import { say } from './words.js'

const source = 'Washington Group Short Set on Functioning (WG-SS)'

/** The four answers of the Washington Group, and two for what could not be asked. */
export const functionings = codeList(
  'functioning',
  {
    no_difficulty: say('Không khó khăn', 'No difficulty', 'Aucune difficulté'),
    some_difficulty: say('Hơi khó khăn', 'Some difficulty', 'Quelques difficultés'),
    a_lot_of_difficulty: say('Rất khó khăn', 'A lot of difficulty', 'Beaucoup de difficultés'),
    cannot_do_at_all: say(
      'Hoàn toàn không làm được',
      'Cannot do it at all',
      'N’y arrive pas du tout',
    ),
    refused: say('Không muốn trả lời', 'Prefers not to answer', 'Préfère ne pas répondre'),
    unknown: say('Chưa rõ', 'Not known', 'Pas connu'),
  },
  source,
)

const questions: Readonly<Record<string, Words>> = {
  seeing: say(
    'Nhìn, kể cả khi đeo kính',
    'Seeing, even with glasses',
    'Voir, même avec des lunettes',
  ),
  hearing: say(
    'Nghe, kể cả khi dùng máy trợ thính',
    'Hearing, even with a hearing aid',
    'Entendre, même avec un appareil auditif',
  ),
  walking: say(
    'Đi bộ hoặc lên bậc thang',
    'Walking or climbing steps',
    'Marcher ou monter des marches',
  ),
  remembering: say(
    'Ghi nhớ hoặc tập trung',
    'Remembering or concentrating',
    'Se souvenir ou se concentrer',
  ),
  selfCare: say(
    'Tự chăm sóc: tắm rửa, mặc quần áo',
    'Self-care: washing all over, dressing',
    'Prendre soin de soi : se laver, s’habiller',
  ),
  communicating: say(
    'Giao tiếp bằng tiếng mẹ đẻ: hiểu và được hiểu',
    'Communicating in the usual language: understanding and being understood',
    'Communiquer dans sa langue : comprendre et être comprise',
  ),
}

/**
 * The six questions, asked of everybody in the same words: asked only of those who look disabled,
 * they find nobody whose disability does not show.
 */
export const functioningFields = (list: CodeList): Field[] =>
  Object.entries(questions).map(([code, label]) => ({
    code,
    kind: 'choice',
    list,
    label,
    ...(code === 'seeing'
      ? {
          hint: say(
            'Hỏi mọi người sáu câu như nhau: “Anh/chị/em có khó khăn khi …?”. Từ “Rất khó khăn” trở lên: hỏi cần hỗ trợ gì.',
            'Ask everybody the same six: “Do you have difficulty …?”. From “A lot of difficulty” on, ask what support helps.',
            'Posez à chacun les six mêmes questions : « Avez-vous des difficultés à … ? ». À partir de « Beaucoup », demandez quelle aide convient.',
          ),
        }
      : {}),
  }))
