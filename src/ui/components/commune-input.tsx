import { Input, type InputProps } from './input.js'

export interface CommuneInputProps extends InputProps {
  /** The field of the same form in which the province is chosen. */
  readonly provinceField: string
  /** Communes of the province chosen so far; undefined where there is no list to choose from. */
  readonly offers: readonly string[] | undefined
}

/**
 * The name of a commune. Where there is a list, the browser offers what fits while one types; without
 * JavaScript for the province the page came with. Any other name may be typed as well.
 */
export const CommuneInput = ({ provinceField, offers, ...input }: CommuneInputProps) => {
  if (offers === undefined) return <Input {...input} />
  const list = `${input.id ?? input.name}-communes`
  return (
    <>
      <Input
        {...input}
        attributes={{
          ...input.attributes,
          list,
          'data-communes-of': provinceField,
          'data-communes-from': '/places/names',
        }}
      />
      <datalist id={list}>
        {offers.map((name) => (
          <option value={name} />
        ))}
      </datalist>
    </>
  )
}
