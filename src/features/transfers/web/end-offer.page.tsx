import {
  Button,
  ButtonGroup,
  CharacterCount,
  ErrorSummary,
  errorsOf,
  Form,
  Layout,
  PageHeader,
  Radios,
  Select,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { complaintsOf, type FieldErrors } from '../../cases/index.js'
import { rejectionReasons } from '../../referrals/index.js'
import { longestNote } from '../domain/lengths.js'
import { withdrawReasons } from '../domain/transfer-reasons.js'
import type { PreparedEnd } from '../use-cases/prepare-end.js'
import { reasonOfTransfer } from './transfer-words.js'

export interface EndOfferView extends PreparedEnd {
  readonly move: 'reject' | 'withdraw'
  /** As typed. */
  readonly reason: string
  readonly note: string
  readonly suggestedUnit: string
  readonly errors: FieldErrors
}

const endings = {
  reject: { kind: 'rejected', reasons: rejectionReasons },
  withdraw: { kind: 'withdrawn', reasons: withdrawReasons },
} as const

/** Declining, or taking back: with a reason, and for who declines with a suggestion. */
export const EndOfferPage = (view: EndOfferView) => {
  const { t } = usePage()
  const { id, number, move } = view
  const { kind, reasons } = endings[move]
  const complaints = complaintsOf(view.errors, t)
  const errorList = errorsOf(complaints, ['reason', 'suggestedUnit', 'note'])
  const title = t(`transfers.${move}.title`)
  return (
    <Layout
      title={title}
      width="reading"
      errors={errorList.length > 0}
      back={{ href: `/transfers/${id}`, text: t('transfers.one.title', { number }) }}
    >
      {errorList.length > 0 && <ErrorSummary errorList={errorList} />}
      <PageHeader title={title} />
      <p class="govuk-body">{t(`transfers.${move}.text`)}</p>
      <Form id="form" action={`/transfers/${id}/${move}`} version={view.version}>
        <Radios
          name="reason"
          fieldset={{ legend: t('referrals.reason.label') }}
          errorMessage={complaints['reason']}
          value={view.reason}
          items={reasons.flatMap((reason) => {
            const sentence = reasonOfTransfer(kind, reason)
            return sentence === null ? [] : [{ value: reason, text: t(sentence) }]
          })}
        />
        {move === 'reject' && (
          <Select
            name="suggestedUnit"
            label={t('referrals.suggest.label')}
            errorMessage={complaints['suggestedUnit']}
            value={view.suggestedUnit}
            items={[
              { value: '', text: t('referrals.suggest.nobody') },
              ...view.units.map((unit) => ({ value: unit.id, text: unit.name })),
            ]}
          />
        )}
        <CharacterCount
          name="note"
          label={t('referrals.note.label')}
          hint={t('referrals.note.hint')}
          errorMessage={complaints['note']}
          value={view.note}
          rows={4}
          maxlength={longestNote}
        />
        <ButtonGroup>
          <Button variant="warning" preventDoubleClick>
            {t(`transfers.move.${move}`)}
          </Button>
          <Button variant="secondary" href={`/transfers/${id}`}>
            {t('common.back')}
          </Button>
        </ButtonGroup>
      </Form>
    </Layout>
  )
}
