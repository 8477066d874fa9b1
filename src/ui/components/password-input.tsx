import { usePage } from '../page-context.js'
import { Button } from './button.js'
import { useClientMessages } from './client-messages.js'
import { Input, type InputProps } from './input.js'
import { classNames } from './text.js'

export interface PasswordInputProps extends Omit<
  InputProps,
  | 'type'
  | 'inputmode'
  | 'autocapitalize'
  | 'pattern'
  | 'spellcheck'
  | 'prefix'
  | 'suffix'
  | 'inputWrapper'
> {
  readonly button?: { readonly classes?: string | undefined } | undefined
}

/** A password, which can be shown while typing. Port of `govukPasswordInput`. */
export const PasswordInput = ({ button, formGroup, classes, ...input }: PasswordInputProps) => {
  const { t } = usePage()
  const messages = useClientMessages({
    'show-password': 'common.password.show',
    'hide-password': 'common.password.hide',
    'show-password-aria-label': 'common.password.show-label',
    'hide-password-aria-label': 'common.password.hide-label',
    'password-shown-announcement': 'common.password.shown',
    'password-hidden-announcement': 'common.password.hidden',
  })
  return (
    <Input
      {...input}
      type="password"
      spellcheck={false}
      autocapitalize="none"
      autocomplete={input.autocomplete ?? 'current-password'}
      classes={classNames('govuk-password-input__input govuk-js-password-input-input', classes)}
      inputWrapper={{ classes: 'govuk-password-input__wrapper' }}
      formGroup={{
        classes: classNames('govuk-password-input', formGroup?.classes),
        attributes: {
          'data-module': 'govuk-password-input',
          ...messages,
          ...formGroup?.attributes,
        },
        beforeInput: formGroup?.beforeInput,
        afterInput: (
          <>
            <Button
              type="button"
              variant="secondary"
              classes={classNames(
                'govuk-password-input__toggle govuk-js-password-input-toggle',
                button?.classes,
              )}
              attributes={{
                'aria-controls': input.id ?? input.name,
                'aria-label': t('common.password.show-label'),
                hidden: true,
              }}
            >
              {t('common.password.show')}
            </Button>
            {formGroup?.afterInput}
          </>
        ),
      }}
    />
  )
}
