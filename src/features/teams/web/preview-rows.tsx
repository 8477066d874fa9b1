import { localTimeOf } from '../../../platform/clock/local-time.js'
import { SummaryList } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { isSentence } from '../../../ui/translate.js'
import { provinceOn } from '../../directory/index.js'
import type { InvitationPreview } from '../use-cases/invitation-preview.js'

/** The preview with its place in words. */
export interface PreviewView extends InvitationPreview {
  readonly place: string | null
}

/** @param now decides under which names provinces go */
export const previewView = (preview: InvitationPreview, now: Date): PreviewView => {
  const { commune, provinceCode } = preview
  const province =
    provinceCode === null
      ? null
      : (provinceOn(provinceCode, localTimeOf(now).date)?.name ?? provinceCode)
  const parts = [commune, province].filter((part) => part !== null)
  return { ...preview, place: parts.length === 0 ? null : parts.join(', ') }
}

/** What a desk sees before it answers, for the desk and for the lead's check alike. */
export const PreviewRows = ({ preview }: { preview: PreviewView }) => {
  const { t, format } = usePage()
  const code = (list: string, value: string | null): string => {
    const key = `code.${list}.${value ?? ''}`
    return value === null ? t('common.not-recorded') : isSentence(key) ? t(key) : value
  }
  return (
    <SummaryList
      rows={[
        { key: t('teams.preview.number'), value: preview.number },
        { key: t('teams.preview.from'), value: preview.fromUnitName },
        { key: t('teams.preview.purpose'), value: code('service', preview.purpose) },
        { key: t('teams.preview.urgency'), value: code('urgency', preview.urgency) },
        { key: t('teams.preview.need'), value: preview.need },
        { key: t('teams.preview.age'), value: code('age-band', preview.ageBand) },
        { key: t('teams.preview.sex'), value: code('sex', preview.sex) },
        { key: t('teams.preview.language'), value: code('language', preview.language) },
        { key: t('teams.preview.place'), value: preview.place ?? t('common.not-recorded') },
        { key: t('teams.preview.answer-due'), value: format.dayAndTime(preview.answerDueAt) },
      ]}
    />
  )
}
