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
import { startHidePage } from './hide-page.js'
import { startIdleLock } from './idle-lock.js'
import { startSubmitOnce } from './submit-once.js'
import { startUnreadCount } from './unread-count.js'

// First of all: whatever fails below, hiding works.
startHidePage()
startIdleLock()
startSubmitOnce()
startUnreadCount()

// The mark that govuk-frontend's modules and styles look for before they do anything.
document.body.classList.add('js-enabled', 'govuk-frontend-supported')

const modules = [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  SkipLink,
]
for (const module of modules) createAll(module)
