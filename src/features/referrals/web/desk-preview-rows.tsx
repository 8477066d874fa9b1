import { SummaryList, type SummaryRow } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { isSentence, type Sentence } from '../../../ui/translate.js'
import type { DeskPreviewView } from './desk-preview.view.js'

interface DeskPreviewRowsProps {
  readonly preview: DeskPreviewView
  /** Where the writer can still change what is needed. */
  readonly changeHref?: string | undefined
}

/** What the desk sees before it accepts, for the desk and for the sender's check alike. */
export const DeskPreviewRows = ({ preview, changeHref }: DeskPreviewRowsProps) => {
  const { t, format } = usePage()
  const code = (list: string, value: string | null): string | null => {
    const key = `code.${list}.${value ?? ''}`
    return value === null ? null : isSentence(key) ? t(key) : value
  }
  const change = (label: Sentence): Pick<SummaryRow, 'actions'> =>
    changeHref === undefined
      ? {}
      : {
          actions: [{ href: changeHref, text: t('common.change'), visuallyHiddenText: t(label) }],
        }
  const when = (at: Date | null): string | null => (at === null ? null : format.dayAndTime(at))
  const said: readonly (readonly [Sentence, string | null, boolean])[] = [
    ['referrals.preview.number', preview.number, false],
    ['referrals.preview.from', preview.fromUnitName, false],
    ['referrals.preview.service', code('service', preview.service), true],
    ['referrals.preview.urgency', code('urgency', preview.urgency), true],
    ['referrals.preview.need', preview.need, true],
    ['referrals.preview.age', code('age-band', preview.ageBand), false],
    ['referrals.preview.sex', code('sex', preview.sex), false],
    ['referrals.preview.language', code('language', preview.language), false],
    ['referrals.preview.place', preview.place, false],
    ['referrals.preview.answer-due', when(preview.answerDueAt), false],
    ['referrals.preview.service-due', when(preview.serviceDueAt), false],
  ]
  return (
    <SummaryList
      rows={said.map(([label, value, isWritten]) => ({
        key: t(label),
        value: value ?? t('common.not-recorded'),
        ...(isWritten ? change(label) : {}),
      }))}
    />
  )
}
