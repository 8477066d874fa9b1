import {
  Button,
  CharacterCount,
  Checkboxes,
  createAll,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  SkipLink,
} from 'govuk-frontend'
import { startFetchingFonts } from './fetch-fonts.js'
import { startFoldOnPhone } from './fold-on-phone.js'
import { startForgettingErrors } from './forget-errors.js'
import { startHidePage } from './hide-page.js'
import { startIdleLock } from './idle-lock.js'
import { startKeepingTyped } from './keep-typed.js'
import { startOfferingCommunes } from './offer-communes.js'
import { startSubmitOnce } from './submit-once.js'
import { startUnreadCount } from './unread-count.js'

// First of all: whatever fails below, hiding works.
startHidePage()
startIdleLock()
startKeepingTyped()
startSubmitOnce()
startForgettingErrors()
startUnreadCount()
startOfferingCommunes()
startFoldOnPhone()
startFetchingFonts()

// The mark that govuk-frontend's modules and styles look for before they do anything.
document.body.classList.add('js-enabled', 'govuk-frontend-supported')

// ARIA 1.2 knows no expanded radio button; what is revealed follows in the reading order anyway.
class RevealingRadios extends Radios {
  override syncConditionalRevealWithInputState(input: HTMLInputElement): void {
    super.syncConditionalRevealWithInputState(input)
    input.removeAttribute('aria-expanded')
  }
}

const modules = [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  RevealingRadios,
  SkipLink,
]
for (const module of modules) createAll(module)
