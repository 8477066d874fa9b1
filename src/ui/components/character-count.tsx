import { usePage } from '../page-context.js'
import { useClientMessages } from './client-messages.js'
import { Hint } from './hint.js'
import { classNames } from './text.js'
import { Textarea, type TextareaProps } from './textarea.js'

export interface CharacterCountProps extends Omit<TextareaProps, 'describedBy' | 'autocomplete'> {
  readonly maxlength?: number | undefined
  readonly maxwords?: number | undefined
  readonly countType?: string | undefined
  /** Percent of the limit from which on the count is shown. */
  readonly threshold?: number | undefined
  /** Replaces "You can enter up to %{count} characters". */
  readonly textareaDescriptionText?: string | undefined
  readonly countMessage?: { readonly classes?: string | undefined } | undefined
}

/** A textarea that tells how much room is left. Port of `govukCharacterCount`. */
export const CharacterCount = ({
  maxlength,
  maxwords,
  countType = maxwords === undefined ? undefined : 'words',
  threshold,
  textareaDescriptionText,
  countMessage,
  formGroup,
  classes,
  ...textarea
}: CharacterCountProps) => {
  const { t } = usePage()
  const messages = useClientMessages({
    'characters-under-limit': {
      one: 'common.count.characters-under.one',
      other: 'common.count.characters-under.other',
    },
    'characters-at-limit': 'common.count.characters-at',
    'characters-over-limit': {
      one: 'common.count.characters-over.one',
      other: 'common.count.characters-over.other',
    },
    'words-under-limit': {
      one: 'common.count.words-under.one',
      other: 'common.count.words-under.other',
    },
    'words-at-limit': 'common.count.words-at',
    'words-over-limit': {
      one: 'common.count.words-over.one',
      other: 'common.count.words-over.other',
    },
  })
  const id = textarea.id ?? textarea.name
  const limit = maxwords ?? maxlength
  const limitSentence =
    textareaDescriptionText ??
    t(countType === 'words' ? 'common.count.limit.words' : 'common.count.limit.characters', {
      count: '%{count}',
    })

  return (
    <Textarea
      {...textarea}
      classes={classNames('govuk-js-character-count', classes)}
      describedBy={`${id}-info`}
      formGroup={{
        classes: classNames('govuk-character-count', formGroup?.classes),
        attributes: {
          'data-module': 'govuk-character-count',
          'data-maxlength': maxlength,
          'data-maxwords': maxwords,
          'data-threshold': threshold,
          'data-count-type': countType,
          // Without a limit known here the browser fills the sentence in, once it knows one.
          'data-i18n.textarea-description.other':
            limit === undefined ? textareaDescriptionText : undefined,
          ...messages,
          ...formGroup?.attributes,
        },
        beforeInput: formGroup?.beforeInput,
        afterInput: (
          <>
            <Hint
              id={`${id}-info`}
              classes={classNames('govuk-character-count__message', countMessage?.classes)}
            >
              {limit !== undefined && limitSentence.replace('%{count}', String(limit))}
            </Hint>
            {formGroup?.afterInput}
          </>
        ),
      }}
    />
  )
}
