import type { Section } from '../../../platform/access/sections.js'
import { SummaryList } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { isSentence } from '../../../ui/translate.js'
import type { PreviewRow } from '../use-cases/read-transfer.js'
import type { OfferReason } from '../domain/transfer-reasons.js'

/** What the desk sees of a case before it accepts, ready to be shown. */
export interface PreviewView {
  readonly preview: PreviewRow
  readonly place: string | null
  /** Null before it has one. */
  readonly number: string | null
  readonly fromUnitName: string
  readonly why: OfferReason | null
  readonly need: string | null
  readonly urgency: string
  readonly answerDueAt: Date
  /** What the old unit asks to go on seeing; the day is the last. */
  readonly keeping: { readonly sections: readonly Section[]; readonly lastDay: Date } | null
}

/** The same rows for the desk and for who checks what the desk will see: never who. */
export const PreviewRows = (view: PreviewView) => {
  const { t, format } = usePage()
  const { preview, keeping } = view
  const code = (list: string, value: string): string => {
    const key = `code.${list}.${value}`
    return isSentence(key) ? t(key) : value
  }
  const sectionNames = (keeping?.sections ?? []).map((section) => t(`code.section.${section}`))
  const rows: readonly (readonly [string, string | null])[] = [
    ...(view.number === null ? [] : [[t('transfers.preview.number'), view.number] as const]),
    [t('referrals.preview.from'), view.fromUnitName],
    [t('transfers.preview.why'), view.why === null ? null : t(`code.transfer-reason.${view.why}`)],
    [t('referrals.preview.need'), view.need],
    [t('referrals.preview.urgency'), code('urgency', view.urgency)],
    [t('transfers.preview.risk'), code('risk', preview.riskLevel)],
    [t('transfers.preview.danger'), t(preview.immediateDanger ? 'common.yes' : 'common.no')],
    [t('referrals.preview.age'), code('age-band', preview.ageBand)],
    [t('referrals.preview.sex'), code('sex', preview.sex)],
    [t('referrals.preview.language'), code('language', preview.language)],
    [t('referrals.preview.place'), view.place],
    [t('transfers.preview.referrals'), String(preview.openReferrals)],
    [t('referrals.preview.answer-due'), format.dayAndTime(view.answerDueAt)],
    [
      t('transfers.preview.keep'),
      keeping === null
        ? t('transfers.check.keep.nothing')
        : t('transfers.preview.keep.value', {
            sections: format.list(sectionNames),
            date: format.date(keeping.lastDay),
          }),
    ],
  ]
  return (
    <SummaryList
      rows={rows.map(([key, value]) => ({ key, value: value ?? t('common.not-recorded') }))}
    />
  )
}
