import { usePage } from '../page-context.js'
import { Button } from './button.js'
import { Input } from './input.js'

interface SearchBoxProps {
  readonly action: string
  readonly label: string
  readonly hint?: string | undefined
  readonly value?: string | undefined
  readonly errorMessage?: string | undefined
  readonly button: string
}

/**
 * Looks for people. It is sent as a form, so that what is typed stands in no address, and carries
 * nothing by which it would be kept: it changes nothing and may be sent as often as one likes.
 */
export const SearchBox = ({ action, label, hint, value, errorMessage, button }: SearchBoxProps) => {
  const { csrfToken } = usePage()
  return (
    <form class="ba-search" method="post" action={action} role="search" noValidate>
      <input type="hidden" name="_csrf" value={csrfToken} />
      <Input
        label={label}
        hint={hint}
        name="q"
        value={value}
        type="search"
        autocomplete="off"
        spellcheck={false}
        errorMessage={errorMessage}
      />
      <Button>{button}</Button>
    </form>
  )
}
