import type { Section } from '../../../platform/access/sections.js'
import {
  Button,
  ButtonGroup,
  Card,
  CheckAnswers,
  Form,
  InsetText,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { FieldErrors, SectionView } from '../../cases/index.js'
import type { BesideTheDraft } from '../use-cases/drafts.js'
import { DeskPreviewRows } from './desk-preview-rows.js'
import type { DeskPreviewView } from './desk-preview.view.js'
import { DraftFrame } from './draft-frame.js'
import { SharedSections } from './shared-sections.js'

export interface CheckView {
  readonly id: string
  readonly version: number
  readonly beside: BesideTheDraft
  readonly unitName: string
  readonly sections: readonly Section[]
  readonly before: DeskPreviewView
  readonly after: readonly SectionView[]
  readonly errors: FieldErrors
}

/** Step 4: exactly what the other side will see, before it is sent. */
export const CheckPage = (view: CheckView) => {
  const { t, format } = usePage()
  const { id, unitName } = view
  const change = (step: string) => [{ href: `/referrals/${id}/${step}`, text: t('common.change') }]
  return (
    <DraftFrame
      step="check"
      title={t('referrals.check.title')}
      beside={view.beside}
      errors={view.errors}
    >
      <CheckAnswers
        rows={[
          { key: t('referrals.check.to'), value: unitName, actions: change('unit') },
          {
            key: t('referrals.check.sections'),
            value: format.list(view.sections.map((section) => t(`code.section.${section}`))),
            actions: change('sharing'),
          },
        ]}
      />
      <Card title={t('referrals.check.before', { unit: unitName })}>
        <DeskPreviewRows preview={view.before} changeHref={`/referrals/${id}/need`} />
      </Card>
      <SharedSections title={t('referrals.check.after', { unit: unitName })} views={view.after} />
      <Form id="form" action={`/referrals/${id}/send`} version={view.version}>
        <InsetText>{t('referrals.check.send.hint')}</InsetText>
        <ButtonGroup>
          <Button preventDoubleClick>{t('referrals.check.send')}</Button>
          <Button variant="secondary" href={`/cases/${view.beside.caseId}`}>
            {t('common.save-draft')}
          </Button>
        </ButtonGroup>
      </Form>
    </DraftFrame>
  )
}
