import type { ComponentChildren } from 'preact'
import { classNames, type Attributes } from './text.js'

export interface ButtonProps {
  readonly children: ComponentChildren
  /** Turns the button into a link that looks like one. */
  readonly href?: string | undefined
  readonly variant?: 'secondary' | 'warning' | 'inverse' | undefined
  readonly type?: 'submit' | 'button' | 'reset' | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly disabled?: boolean | undefined
  readonly isStartButton?: boolean | undefined
  readonly preventDoubleClick?: boolean | undefined
  readonly attributes?: Attributes | undefined
}

const StartIcon = () => (
  <svg
    class="govuk-button__start-icon"
    xmlns="http://www.w3.org/2000/svg"
    width="17.5"
    height="19"
    viewBox="0 0 33 40"
    aria-hidden="true"
    focusable="false"
  >
    <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
  </svg>
)

/** A button, or with `href` a link in its dress. Port of `govukButton`. */
export const Button = ({
  children,
  href,
  variant,
  type = 'submit',
  name,
  value,
  id,
  classes,
  disabled = false,
  isStartButton = false,
  preventDoubleClick,
  attributes,
}: ButtonProps) => {
  const common = {
    class: classNames(
      'govuk-button',
      variant && `govuk-button--${variant}`,
      classes,
      isStartButton && 'govuk-button--start',
    ),
    'data-module': 'govuk-button',
    id,
    ...attributes,
  }
  const content = (
    <>
      {isStartButton && typeof children !== 'string' ? <span>{children}</span> : children}
      {isStartButton && <StartIcon />}
    </>
  )

  return href === undefined ? (
    <button
      type={type}
      value={value}
      name={name}
      disabled={disabled}
      aria-disabled={disabled ? 'true' : undefined}
      data-prevent-double-click={preventDoubleClick}
      {...common}
    >
      {content}
    </button>
  ) : (
    <a href={href} role="button" draggable={false} {...common}>
      {content}
    </a>
  )
}

/** Buttons that belong to one decision, side by side. */
export const ButtonGroup = ({ children }: { children: ComponentChildren }) => (
  <div class="govuk-button-group">{children}</div>
)
