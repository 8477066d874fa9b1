import type { Field } from '../../../forms/index.js'
import { say } from './words.js'

/** What nearly every form ends with: words that fit nowhere else. */
export const notesField: Field = {
  code: 'notes',
  kind: 'long-text',
  maxLength: 20_000,
  label: say('Ghi chú', 'Notes', 'Notes'),
  hint: say(
    'Chỉ ghi điều cần cho việc giúp đỡ.',
    'Only what is needed to help.',
    'Seulement ce qui est utile pour aider.',
  ),
}
