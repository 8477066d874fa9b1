import type { Text } from './text.js'

export interface Definition {
  /** Where a link to this word leads. */
  readonly id: string
  readonly term: Text
  readonly meaning: Text
}

interface DefinitionsProps {
  readonly definitions: readonly Definition[]
}

/** Words and what they mean, one below the other. */
export const Definitions = ({ definitions }: DefinitionsProps) => (
  <dl class="ba-definitions">
    {definitions.map(({ id, term, meaning }) => (
      <div key={id} id={id} class="ba-definitions__word">
        <dt>{term}</dt>
        <dd>{meaning}</dd>
      </div>
    ))}
  </dl>
)
