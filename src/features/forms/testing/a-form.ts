import type { Words } from '../../../platform/i18n/index.js'
import type { CodeList, Form } from '../domain/form.js'

const say = (words: string): Words => ({ vi: words, en: `${words} (en)`, fr: `${words} (fr)` })

export const courts: CodeList = {
  code: 'court',
  values: [
    { code: 'first', label: say('Sơ thẩm') },
    { code: 'appeal', label: say('Phúc thẩm') },
    { code: 'old', label: say('Toà cũ'), retired: true },
  ],
}

/** A form with a field of every kind, a condition, and something retired. */
export const aForm: Form = {
  code: 'hearing',
  section: 'legal',
  title: say('Phiên toà'),
  many: true,
  version: 3,
  groups: [
    {
      title: say('Phiên'),
      fields: [
        {
          code: 'title',
          kind: 'text',
          label: say('Tên phiên'),
          required: 'to-save',
          maxLength: 20,
        },
        { code: 'court', kind: 'choice', list: courts, plain: true, label: say('Cấp xét xử') },
        {
          code: 'heldOn',
          kind: 'date',
          only: 'past',
          label: say('Ngày xử'),
          required: 'to-complete',
        },
        { code: 'nextOn', kind: 'date', only: 'future', label: say('Ngày sau') },
        { code: 'closed', kind: 'yes-no', label: say('Xử kín?'), required: 'to-complete' },
        {
          code: 'why',
          kind: 'long-text',
          label: say('Lý do xử kín'),
          when: { field: 'closed', is: ['yes'] },
          required: 'to-save',
        },
        { code: 'seats', kind: 'number', max: 90, label: say('Số ghế') },
        { code: 'steps', kind: 'choices', list: courts, label: say('Các cấp') },
        { code: 'judge', kind: 'text', label: say('Thẩm phán'), retired: true },
      ],
    },
  ],
}
