import { useForm } from '../typed-form.js'
import {
  describedByNotes,
  FieldNotes,
  FormGroup,
  type InputsGroupOptions,
  type Notes,
} from './field.js'
import { Fieldset, type FieldsetOptions } from './fieldset.js'
import { Hint } from './hint.js'
import { Label } from './label.js'
import {
  classNames,
  idList,
  isPresent,
  worded,
  type Absent,
  type Attributes,
  type Text,
  type Worded,
  type Words,
} from './text.js'

/** One radio button or checkbox. */
export interface Choice {
  readonly text: Text
  readonly value: string | number
  readonly id?: string | undefined
  /** Another field name than the group's (checkboxes only). */
  readonly name?: string | undefined
  readonly checked?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly hint?: Words | undefined
  readonly label?: Omit<Worded, 'text'> | undefined
  /** Shown only while this choice is taken; always shown without JavaScript. */
  readonly conditional?: Text
  /** `exclusive` unchecks all other boxes: "none of these". */
  readonly behaviour?: 'exclusive' | undefined
  readonly attributes?: Attributes | undefined
}

export interface ChoiceDivider {
  readonly divider: string
}

export interface ChoicesProps extends Notes {
  readonly name: string
  /** Beginning of the ids of the items; the name, unless given. */
  readonly idPrefix?: string | undefined
  readonly items: readonly (Choice | ChoiceDivider | Absent)[]
  readonly fieldset?: FieldsetOptions | undefined
  readonly formGroup?: InputsGroupOptions | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

interface ChoiceGroup extends ChoicesProps {
  readonly kind: 'radios' | 'checkboxes'
  readonly describedBy?: string | undefined
  readonly isTaken: (choice: Choice) => boolean
}

interface ChoiceItemProps {
  readonly group: ChoiceGroup
  readonly choice: Choice
  readonly id: string
  /** What the whole group is described by, when no fieldset says it. */
  readonly groupDescribedBy: string | undefined
}

const ChoiceItem = ({ group, choice, id, groupDescribedBy }: ChoiceItemProps) => {
  const block = `govuk-${group.kind}`
  const hint = isPresent(choice.hint) ? worded(choice.hint) : undefined
  const hintId = hint && isPresent(hint.text) ? `${id}-item-hint` : undefined
  const name = choice.name ?? group.name
  const isTaken = useForm()?.isTaken(name, String(choice.value)) ?? group.isTaken(choice)
  const hasMore = isPresent(choice.conditional)
  return (
    <>
      <div class={`${block}__item`}>
        <input
          class={`${block}__input`}
          id={id}
          name={name}
          type={group.kind === 'radios' ? 'radio' : 'checkbox'}
          value={choice.value}
          checked={isTaken}
          disabled={choice.disabled}
          data-aria-controls={hasMore ? `conditional-${id}` : undefined}
          data-behaviour={choice.behaviour}
          aria-describedby={idList(groupDescribedBy, hintId)}
          {...choice.attributes}
        />
        <Label
          for={id}
          label={{
            text: choice.text,
            classes: classNames(`${block}__label`, choice.label?.classes),
            attributes: choice.label?.attributes,
          }}
        />
        {hint && hintId && (
          <Hint
            id={hintId}
            classes={classNames(`${block}__hint`, hint.classes)}
            attributes={hint.attributes}
          >
            {hint.text}
          </Hint>
        )}
      </div>
      {hasMore && (
        <div
          class={classNames(`${block}__conditional`, !isTaken && `${block}__conditional--hidden`)}
          id={`conditional-${id}`}
        >
          {choice.conditional}
        </div>
      )}
    </>
  )
}

/** What radios and checkboxes have in common. */
export const Choices = (group: ChoiceGroup) => {
  const { kind, name, idPrefix = name, fieldset, formGroup } = group
  const hasError = isPresent(group.errorMessage)
  const given = fieldset?.describedBy ?? group.describedBy
  const describedBy = describedByNotes(idPrefix, group, given)

  const inner = (
    <>
      <FieldNotes id={idPrefix} hint={group.hint} errorMessage={group.errorMessage} />
      <div
        class={classNames(`govuk-${kind}`, group.classes)}
        data-module={`govuk-${kind}`}
        {...group.attributes}
      >
        {formGroup?.beforeInputs}
        {group.items.map((item, index) => {
          if (!isPresent(item)) return null
          if ('divider' in item) {
            return <div class={`govuk-${kind}__divider`}>{item.divider}</div>
          }
          // The first id bears no number, so that the error summary can point to it.
          const id = item.id ?? (index === 0 ? idPrefix : `${idPrefix}-${index + 1}`)
          return (
            <ChoiceItem
              group={group}
              choice={item}
              id={id}
              groupDescribedBy={fieldset || kind === 'radios' ? undefined : describedBy}
            />
          )
        })}
        {formGroup?.afterInputs}
      </div>
    </>
  )

  return (
    <FormGroup hasError={hasError} options={formGroup}>
      {fieldset ? (
        <Fieldset
          legend={fieldset.legend}
          classes={fieldset.classes}
          attributes={fieldset.attributes}
          describedBy={describedBy}
        >
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </FormGroup>
  )
}
