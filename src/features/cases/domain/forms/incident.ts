import type { Form } from '../../../forms/index.js'
import { howItCounts, whatHappened, whoDidIt } from './incident-fields.js'
import { onlinePart } from './incident-online.js'
import type { KnownLists } from './known-lists.js'
import { say } from './words.js'

/** One record a victim and event or course of conduct, as GBVIMS counts. */
export const incidentForm = (lists: KnownLists): Form => ({
  code: 'incident',
  section: 'incident',
  title: say('Sự việc', 'Incidents', 'Faits'),
  one: say('Một sự việc', 'An incident', 'Un fait'),
  intro: say(
    'Mỗi sự việc, hoặc một chuỗi hành vi liền nhau, là một mục. Nhiều nạn nhân: mỗi người một hồ sơ. Không bao giờ lưu hình ảnh xâm hại.',
    'One entry for each event or course of conduct. Several victims: a case for each. Never keep the abusive image.',
    'Une entrée par événement ou série d’actes. Plusieurs victimes : un dossier pour chacune. Ne conservez jamais l’image de l’abus.',
  ),
  many: true,
  version: 2,
  groups: [whatHappened(lists), whoDidIt, onlinePart(lists), howItCounts(lists)],
})
