/// <reference lib="dom" />
import type { Locator, Page } from 'playwright-core'

/** How somebody works a page. */
export interface Hands {
  press(target: Locator): Promise<void>
  write(field: Locator, text: string): Promise<void>
  /** A radio button or a checkbox. */
  take(choice: Locator): Promise<void>
  /** An option of a select, by its text. */
  pick(select: Locator, option: string): Promise<void>
}

export const mouse: Hands = {
  press: (target) => target.click(),
  write: (field, text) => field.fill(text),
  take: (choice) => choice.check(),
  pick: async (select, option) => {
    await select.selectOption({ label: option })
  },
}

// More than any page has places to stop at; whoever needs more is lost.
const patience = 250

/** Tab, arrows, space, enter and letters; nothing is ever pointed at. */
export const keyboardOf = ({ keyboard }: Page): Hands => {
  const tabUntil = async (reached: () => Promise<boolean>, target: Locator): Promise<void> => {
    for (let stops = 0; !(await reached()); stops += 1) {
      if (stops > patience) throw new Error(`Tab never comes to ${target.toString()}`)
      await keyboard.press('Tab')
    }
  }
  const tabTo = async (target: Locator): Promise<void> => {
    await target.waitFor()
    await tabUntil(() => target.evaluate((element) => element === document.activeElement), target)
  }

  const take = async (choice: Locator): Promise<void> => {
    if ((await choice.getAttribute('type')) === 'radio') {
      // Tab stops once in a group of radio buttons; arrows lead on from there.
      await tabUntil(() => choice.evaluate(isInFocusedGroup), choice)
      for (let steps = 0; !(await choice.evaluate(isFocused)); steps += 1) {
        if (steps > patience) throw new Error(`Arrows never come to ${choice.toString()}`)
        await keyboard.press('ArrowDown')
      }
    } else await tabTo(choice)
    if (!(await choice.isChecked())) await keyboard.press('Space')
  }

  return {
    press: async (target) => {
      await tabTo(target)
      await keyboard.press('Enter')
    },
    write: async (field, text) => {
      await tabTo(field)
      await keyboard.press('ControlOrMeta+A')
      await keyboard.type(text)
    },
    take,
    pick: async (select, option) => {
      await tabTo(select)
      const wanted = await select.evaluate(indexOfOption, option)
      if (wanted < 0) throw new Error(`${select.toString()} does not offer ${option}`)
      for (;;) {
        const chosen = await select.evaluate(chosenIndex)
        if (chosen === wanted) return
        await keyboard.press(chosen < wanted ? 'ArrowDown' : 'ArrowUp')
      }
    },
  }
}

const isFocused = (element: Element): boolean => element === document.activeElement

const isInFocusedGroup = (element: Element): boolean => {
  const focused = document.activeElement
  return (
    focused instanceof HTMLInputElement &&
    element instanceof HTMLInputElement &&
    focused.type === 'radio' &&
    focused.name === element.name &&
    focused.form === element.form
  )
}

const indexOfOption = (element: Element, text: string): number =>
  element instanceof HTMLSelectElement
    ? [...element.options].findIndex((option) => option.text === text)
    : -1

const chosenIndex = (element: Element): number =>
  element instanceof HTMLSelectElement ? element.selectedIndex : -1
