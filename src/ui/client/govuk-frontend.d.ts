// govuk-frontend ships no types; these are the doors we use.
declare module 'govuk-frontend' {
  type Module = new (root: HTMLElement) => object

  export const Button: Module
  export const CharacterCount: Module
  export const Checkboxes: Module
  export const ErrorSummary: Module
  export const NotificationBanner: Module
  export const PasswordInput: Module
  export class Radios {
    constructor(root: HTMLElement)
    syncConditionalRevealWithInputState(input: HTMLInputElement): void
  }
  export const SkipLink: Module
  export const createAll: (module: Module) => void
}
