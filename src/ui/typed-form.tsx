import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Typed } from '../platform/web/form.js'

/** What a form's fields have to know about it, and what it learns of them while it is rendered. */
export class FormInHand {
  private readonly taken = new Map<string, number>()
  private lines = 0
  private secrets = 0

  constructor(
    /** What was typed into it before; null where nothing waits to be gone on with. */
    private readonly typed: Typed | null,
  ) {}

  /** A field with one text: what was typed into it, of several of one name in their order. */
  text(name: string, isSecret = false): string | undefined {
    this.lines += 1
    if (isSecret) this.secrets += 1
    const index = this.taken.get(name) ?? 0
    this.taken.set(name, index + 1)
    return this.typed === null || isSecret ? undefined : (this.of(name)[index] ?? '')
  }

  /** A choice: whether it was taken; undefined where nothing waits. */
  isTaken(name: string, value: string): boolean | undefined {
    this.taken.set(name, 1)
    return this.typed === null ? undefined : this.of(name).includes(value)
  }

  /** Whether it is worth to keep what is typed: a text, or more than one choice; never a password. */
  get isWorthKeeping(): boolean {
    return this.secrets === 0 && (this.lines > 0 || this.taken.size > 1)
  }

  /** Texts for which the page has no field any more. */
  get left(): readonly string[] {
    return Object.entries(this.typed ?? {})
      .filter(([name]) => !this.taken.has(name))
      .flatMap(([, values]) => values)
      .filter((text) => /\s/.test(text.trim()))
  }

  private of(name: string): readonly string[] {
    return [this.typed?.[name] ?? []].flat()
  }
}

const Context = createContext<FormInHand | null>(null)

export const FormProvider = Context.Provider

/** The form a field stands in, if any. */
export const useForm = (): FormInHand | null => useContext(Context)

const Title = createContext('')

/** Makes the title of the page known to its forms. */
export const TitleProvider = Title.Provider

export const usePageTitle = (): string => useContext(Title)
